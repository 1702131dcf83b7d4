import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { StreakKind } from '../../match/streak.ts';
import { writtenSeason } from '../stamp.ts';
import { both, day, fixture, league, name, since, where } from './en-fact-words.ts';
import { counted } from './english.ts';
import type { RunSentences } from './fact-texts.ts';

export const runSentences: RunSentences = {
  run({ club, of, venue, run, longer }, scope) {
    const other = longer
      ? `The last longer one: ${longer.games}, from ${day(longer.from)} to ${day(longer.to)}.`
      : `They have had no longer one ${since(scope)}.`;
    return `${inARow(of, run.games, scope, venue)} for ${name(club)}, from ${day(run.from)} on. ${other}`;
  },

  'run-ended': ({ club, of, venue, run }, scope) =>
    `A run of ${name(club)}'s is over: ${inARow(of, run.games, scope, venue)}, from ${day(run.from)} to ${day(run.to)}.`,

  'longest-run': ({ club, of, venue, run }, scope) =>
    `${inARow(of, run.games, scope, venue)} for ${name(club)}, from ${day(run.from)} to ${day(run.to)}: they have had no longer run of the kind ${since(scope)}.`,

  'biggest-win'({ club, over, opponent, result, times, isOfBoth }, scope) {
    const wins = `${name(club)}'s ${league(scope)} wins${over ? ` over ${name(over)}` : ''} ${since(scope)}`;
    const same = times > 1 ? `, and it was the latest of ${times} by this score` : '';
    const record = isOfBoth
      ? `no ${league(scope)} meeting of ${both([club, opponent])} ${since(scope)} was won by more goals`
      : `none of ${wins} was by more goals`;
    return `${fixture(result, [club, opponent])} on ${day(result.day)}: ${record}${same}.`;
  },

  'half-time-leads'({ club, led, won, drawn, lost }, scope) {
    const other = scope.clubs.find(({ id }) => id !== club.id);
    const games = other ? `${league(scope)} meetings with ${name(other)}` : `${league(scope)} games`;
    const when = scope.season === scope.since ? `of ${writtenSeason(scope.since)}` : since(scope);
    const came = `${counted(won, 'win', 'wins')}, ${counted(drawn, 'draw', 'draws')} and ${counted(lost, 'defeat', 'defeats')}`;
    return `${name(club)} led at half-time in ${led} ${games} ${when}. It came to ${came}.`;
  },
};

function inARow(of: StreakKind, games: number, scope: Scope, venue: Venue | undefined): string {
  const number = `${games} ${league(scope)} ${where(venue)}`;
  const words = {
    won: `${number}wins in a row`,
    drawn: `${number}draws in a row`,
    lost: `${number}defeats in a row`,
    unbeaten: `${number}games in a row without defeat`,
    winless: `${number}games in a row without a win`,
    scored: `${number}games in a row with a goal`,
    scoreless: `${number}games in a row without a goal`,
    'clean-sheet': `${number}clean sheets in a row`,
  };
  return words[of];
}
