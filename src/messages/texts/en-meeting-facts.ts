import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { Result } from '../../match/result.ts';
import { highFirst } from '../../match/score.ts';
import { writtenSeason } from '../stamp.ts';
import { both, day, fixture, league, name, score, since, type Two, where } from './en-fact-words.ts';
import { allOf, counted } from './english.ts';
import type { MeetingSentences } from './fact-texts.ts';

export const meetingSentences: MeetingSentences = {
  'most-goals'({ clubs, result, goals, times }, scope) {
    const same = times > 1 ? `, and it was the latest of ${times} with as many` : '';
    return `${fixture(result, clubs)} on ${day(result.day)}: ${goals} goals, and no ${league(scope)} meeting of ${both(clubs)} ${since(scope)} had more${same}.`;
  },

  balance({ clubs, venue, played, won, drawn, goals }, scope) {
    const meetings = `${counted(played, `${league(scope)} meeting`, `${league(scope)} meetings`)} of ${both(clubs)}`;
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    return `${meetings}${at(clubs, venue)}${era}: ${tally(clubs, won, drawn)}. Goals: ${score(goals)}.`;
  },

  'meeting-number'({ clubs, number }, scope) {
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    const [home, away] = scope.match ? [scope.match.home, scope.match.away] : clubs;
    return `${name(home)} v ${name(away)} ${scope.match?.counts ? 'was' : 'is'} their meeting number ${number} in ${league(scope)}${era}.`;
  },

  'common-score'({ clubs, score: common, times, played, last }, scope) {
    const whoever = common[0] === common[1] ? '' : ', whoever won';
    return `${score(common)} is the most common score of the ${played} ${league(scope)} meetings of ${both(clubs)} ${since(scope)}${whoever}: ${times} times, the last on ${day(last)}.`;
  },

  'last-meetings': ({ clubs, games, won, drawn, goals }, scope) =>
    `The last ${games} ${league(scope)} meetings of ${both(clubs)}: ${tally(clubs, won, drawn)}. Goals: ${score(goals)}.`,

  'meetings-in-a-row'({ clubs, venue, of, run, longer, isPast }, scope) {
    const row = meetingsInARow(of, run.games, clubs, scope, venue);
    if (isPast) return `${row}, from ${day(run.from)} to ${day(run.to)}: no such row has been longer ${since(scope)}.`;
    const other = longer
      ? `The last longer such row: ${longer.games}, from ${day(longer.from)} to ${day(longer.to)}.`
      : `No such row has been longer ${since(scope)}.`;
    return `${row}, from ${day(run.from)} on. ${other}`;
  },

  'meetings-row-ended': ({ clubs, venue, of, run, endedBy }, scope) =>
    `Ended by ${fixture(endedBy, clubs)} on ${day(endedBy.day)}: ${meetingsInARow(of, run.games, clubs, scope, venue)}, from ${day(run.from)} to ${day(run.to)}.`,

  'first-since'({ clubs, venue, of, result, previous, between }, scope) {
    const [a, b] = clubs;
    const first = {
      won: `${name(a)}'s first ${league(scope)} ${where(venue)}win over ${name(b)}`,
      drawn: `their first drawn ${league(scope)} meeting${at(clubs, venue)}`,
      goalless: `their first ${league(scope)} meeting without a goal${at(clubs, venue)}`,
      score: `their first ${league(scope)} meeting${at(clubs, venue)} to end ${either(result)}`,
    }[of];
    return `${fixture(result, clubs)} on ${day(result.day)}: ${first} since ${fixture(previous, clubs)} on ${day(previous.day)}, after ${counted(between, 'meeting', 'meetings')} that ended otherwise.`;
  },

  doubles({ clubs: [a, b], seasons, of }, scope) {
    const won = `${name(a)} won both ${league(scope)} meetings with ${name(b)} in ${seasons.length} of ${counted(of, 'season', 'seasons')} ${since(scope)}`;
    const last = writtenSeason(seasons.at(-1) ?? '');
    if (seasons.length > MOST_NAMED) return `${won}, the last time in ${last}.`;
    return `${won}: ${allOf(seasons.map(writtenSeason))}.`;
  },

  'season-meetings'({ clubs, season, results, points: [ofA, ofB] }, scope) {
    const [a, b] = ofB > ofA ? [clubs[1], clubs[0]] : clubs;
    const [more, fewer] = ofB > ofA ? [ofB, ofA] : [ofA, ofB];
    const both = allOf(results.map((result) => fixture(result, clubs)));
    const taken = `${name(a)} took ${counted(more, 'point', 'points')} and ${name(b)} ${fewer}`;
    return `${both}: from their two ${league(scope)} meetings of ${writtenSeason(season)} ${taken}.`;
  },

  'title-turned'({ clubs, season, result, winner, instead, champion }) {
    const had = winner ? `had ${name(winner)} won` : 'had it been a draw';
    const title = `${name(instead.club)} would have won the title of ${writtenSeason(season)}`;
    return `${fixture(result, clubs)} on ${day(result.day)}: ${had}, and nothing else changed, ${title} with ${counted(instead.points, 'point', 'points')}, ${champion.points} for ${name(champion.club)}.`;
  },

  'goal-milestone'({ clubs, number, by, score: { home, away } }, scope) {
    const [a, b] = clubs;
    const other = by?.id === a.id ? b : a;
    const goal = by
      ? `${name(by)}'s goal number ${number} against ${name(other)} in ${league(scope)}`
      : `goal number ${number} of the ${league(scope)} meetings of ${both(clubs)}`;
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    return `${name(a)} ${score([home, away])} ${name(b)} brought ${goal}${era}.`;
  },
};

type InCommon = Parameters<MeetingSentences['meetings-in-a-row']>[0]['of'];

/** Longer lists of seasons than this are counted. */
const MOST_NAMED = 4;

function meetingsInARow(of: InCommon, games: number, clubs: Two, scope: Scope, venue: Venue | undefined): string {
  const [a, b] = clubs;
  const meetings = `${games} ${league(scope)} meetings of ${both(clubs)} in a row${at(clubs, venue)}`;
  const all = venue === undefined ? '' : venue === 'home' ? ', all at home' : ', all away';
  const words = {
    drawn: `${meetings} drawn`,
    decided: `${meetings} without a draw`,
    won: `${games} wins in a row for ${name(a)} over ${name(b)} in ${league(scope)}${all}`,
    unbeaten: `${games} ${league(scope)} meetings with ${name(b)} in a row without defeat for ${name(a)}${all}`,
    'both-scored': `${meetings} with goals for both`,
    goalless: `${meetings} without a goal`,
  };
  return words[of];
}

function at([a, b]: Two, venue: Venue | undefined): string {
  return venue === undefined ? '' : ` with ${name(venue === 'home' ? a : b)} at home`;
}

function tally([a, b]: Two, [ofA, ofB]: readonly [number, number], drawn: number): string {
  return `${counted(ofA, 'win', 'wins')} for ${name(a)}, ${ofB} for ${name(b)}, ${counted(drawn, 'draw', 'draws')}`;
}

/** A score that is told without its sides. */
function either({ score: ended }: Result): string {
  const [high, low] = highFirst(ended);
  return high === low ? score([high, low]) : `${score([high, low])} either way`;
}
