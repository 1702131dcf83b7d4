import { type Result, sideOf } from '../../../../match/result.ts';
import { fitsStreak, isGoalStreak, rowsOf, STREAK_KINDS, type StreakKind } from '../../../../match/streak.ts';
import type { Venue } from '../../../meetings.ts';
import type { Ledger } from '../../ledger.ts';
import { sideAt } from '../../scope.ts';
import type { Run } from '../../statements/run-statement.ts';
import { runOf } from './result-rows.ts';

/** A run of a club's league games, with the games themselves. */
export interface ClubRun {
  readonly results: readonly Result[];
  readonly run: Run;
}

/** All runs of one kind of a club, over all its league games or those at home or away. */
export interface ClubRuns {
  readonly club: string;
  readonly of: StreakKind;
  readonly venue: Venue | undefined;
  readonly games: readonly Result[];
  /** Earliest first. */
  readonly runs: readonly ClubRun[];
  /**
   * Whether one of them is known to have been so long and no longer. It is not where it began with the first result that is carried,
   * nor where the club played in another league in between: some would count on, and some would not. Nor is one of goals
   * where a score in it, or next to it, was awarded.
   */
  isCertain(run: ClubRun): boolean;
}

/** What a run of the one kind is as well, if it is no longer than that. */
const NARROWER: Readonly<Record<StreakKind, readonly StreakKind[]>> = {
  won: [],
  drawn: [],
  lost: [],
  unbeaten: ['won', 'drawn', 'clean-sheet'],
  winless: ['lost', 'drawn', 'scoreless'],
  scored: ['won'],
  scoreless: [],
  'clean-sheet': [],
};

/** Several families ask for the same runs of a ledger. */
const known = new WeakMap<Ledger, Map<string, readonly ClubRuns[]>>();

/** The runs of every kind of a club, wherever it played or at one venue. */
export function runsOf(ledger: Ledger, club: string, venue?: Venue): readonly ClubRuns[] {
  const own = known.get(ledger) ?? new Map<string, readonly ClubRuns[]>();
  known.set(ledger, own);
  const key = `${club} ${venue}`;
  const runs = own.get(key) ?? findRuns(ledger, club, venue);
  own.set(key, runs);
  return runs;
}

function findRuns(ledger: Ledger, club: string, venue: Venue | undefined): readonly ClubRuns[] {
  const all = ledger.resultsOf(club);
  const games = venue === undefined ? all : all.filter((result) => sideOf(result, club) === venue);
  const isCut = ledger.seasons[0]?.clubs.includes(club) === true;
  const awarded = games.flatMap(({ status }, index) => (status === 'awarded' ? [index] : []));
  const touchesAwarded = (results: readonly Result[]) => {
    const first = awarded.length > 0 && results[0] ? games.indexOf(results[0]) : 0;
    return awarded.some((index) => index >= first - 1 && index <= first + results.length);
  };
  return STREAK_KINDS.map((of) => ({
    ...{ club, of, venue, games },
    runs: rowsOf(games, (result) => fitsStreak(result, club, of)).map((results) => ({ results, run: runOf(results) })),
    isCertain: ({ results }) =>
      !(isCut && results[0] === games[0]) &&
      !(isGoalStreak(of) && touchesAwarded(results)) &&
      isInOneStay(ledger, club, results),
  }));
}

/** Where runs are looked for: anywhere, and at the venue of the match of the moment; without one, at home and away. */
export function venuesOf(ledger: Ledger, club: string): readonly (Venue | undefined)[] {
  const side = sideAt(ledger, club);
  return side === undefined ? [undefined, 'home', 'away'] : [undefined, side];
}

/** Whether a club was in the league in every season from the first of some results to the last. */
export function isInOneStay({ seasons }: Ledger, club: string, results: readonly Result[]): boolean {
  const [first = '', last = ''] = [results[0]?.season, results.at(-1)?.season];
  return seasons.every(({ name, clubs }) => name < first || name > last || clubs.includes(club));
}

/** Whether a club plays in the season that is on. */
export function isInLeague({ seasons }: Ledger, club: string): boolean {
  return seasons.at(-1)?.clubs.includes(club) === true;
}

/** Leaves out what says less of the same games: unbeaten in four where all four were won. */
export function mostTelling<T extends { readonly of: StreakKind; readonly run: Run }>(
  found: readonly T[],
): readonly T[] {
  const isSame = (one: Run, other: Run) => one.games === other.games && one.to === other.to;
  return found.filter(
    ({ of, run }) => !found.some((other) => NARROWER[of].includes(other.of) && isSame(other.run, run)),
  );
}

/** How many seasons saw a run of so many games, of those that the club played in. */
export function seasonsWith(
  { games, runs }: ClubRuns,
  length: number,
): { readonly times: number; readonly chances: number } {
  const reached = runs.flatMap(({ results }) => results.slice(length - 1));
  const count = (results: readonly Result[]) => new Set(results.map(({ season }) => season)).size;
  return { times: count(reached), chances: count(games) };
}
