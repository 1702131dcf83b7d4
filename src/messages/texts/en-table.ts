import { allOf } from './english.ts';
import type { RunWords, TableTexts } from './table-texts.ts';

export const tableTexts: TableTexts = {
  table: {
    title: (season, moment) => `${season}, ${moment}`,
    finalTable: 'final table',
    afterGames: (games) => `after ${games} ${games === 1 ? 'game' : 'games'} each`,
    onDay: (day) => `on ${day}`,
    beforeMatch: (day, fixture) => `on ${day}, before ${fixture}`,
    resultsTo: (day) => (day ? `results to ${day}` : 'before its first result'),
    columns: ['P', 'GD', 'Pts'],
    letters: { won: 'W', drawn: 'D', lost: 'L' },
    words: { won: 'won', drawn: 'drawn', lost: 'lost' },
    tieBreaks: (order, stage) =>
      `Level on points${stage === 'running' ? ' while the season runs' : ''}: ${order.join(', then ')}.`,
    twoPoints: 'Two points for a win.',
    deducted: (club, points) => `${club}: ${points} ${points === 1 ? 'point' : 'points'} deducted.`,
    placedLast: (club) => `${club}: placed last by ruling.`,
    inWords: 'In words',
    record: ({ won, drawn, lost, goals, form }) =>
      `${won} won, ${drawn} drawn, ${lost} lost, goals ${goals}${form ? `; form: ${form}` : ''}`,
    nothing: 'I carry no results yet, so there is no table to show.',
    notAMoment: (typed) =>
      `“${typed}” is neither a number of games nor a day. Write 12 for the table after 12 games each, or a day as 2021-11-07.`,
    noSeason: (typed, competition, first, last) =>
      `I don't have the season “${typed}”. My results of ${competition} go from ${first} to ${last}: choose one of those.`,
    incomplete: (season) =>
      `I don't have all results of ${season} so far, and a table with holes would be wrong. Choose another season.`,
    noSuchGames: (season, games, most) =>
      `${season} has no table after ${games} ${games === 1 ? 'game' : 'games'} each: choose 1 to ${most}.`,
    noSuchDay: (season, day, first, last) =>
      `I have no table of ${season} on ${day}: its results here go from ${first} to ${last}.`,
  },

  headToHead: {
    title: (a, b) => `${a} v ${b}`,
    scope: (competitions, since, venue) =>
      `in ${allOf(competitions)} since ${since}${venue ? `, ${venue.where === 'home' ? `${venue.club} at home` : `${venue.club} away`}` : ''}`,
    balance: ({ clubs: [a, b], played, won, drawn, goals }) =>
      `${played} ${played === 1 ? 'meeting' : 'meetings'}, ${a} won ${won[0]}, ${b} won ${won[1]}, ${drawn} drawn, goals ${goals[0]}–${goals[1]}`,
    everything: (before, played, balance) =>
      `Counting those before ${before} too (${played}, known as totals only): ${balance}.`,
    biggestWins: 'Biggest wins',
    latestOf: (times) => `the latest of ${times} by this score`,
    last: (meetings) => (meetings === 1 ? 'The last meeting' : `The last ${meetings} meetings`),
    awarded: 'awarded',
    awardedAmong: (count) => (count === 1 ? 'One of them was awarded.' : `${count} of them were awarded.`),
    runs: 'Runs',
    allDrawn: (games) => `The last ${games} were all drawn`,
    unbeaten: (club, games, won) =>
      won === games
        ? `${club} won the last ${games}`
        : `${club} unbeaten in the last ${games}${won > 1 ? `, winning the last ${won}` : ''}`,
    longestWinning: (runs) => `Most wins in a row: ${runs.map(run).join('; ')}`,
    longestUnbeaten: (runs) => `Longest unbeaten: ${runs.map(run).join('; ')}`,
    resultsTo: (day) => `Computed from all results to ${day}.`,
    sameClub: (club) => `${club} cannot meet themselves. Choose two different clubs.`,
    none: (a, b, scope, absent) =>
      `I have no meeting of ${a} and ${b} ${scope}.${absent.length > 0 ? ` ${allOf(absent)} did not play there in that time.` : ''}`,
  },
};

function run({ club, games, from, to }: RunWords): string {
  return `${club} ${games} (${from} to ${to})`;
}
