import type { Result } from '../../match/result.ts';
import { type MatchMerge, mergeMatch, type ToldResult } from './merge-match.ts';

/** What a merge makes of one season. */
export interface SeasonMerge extends Pick<Result, 'competition' | 'season'> {
  /** All of the season's results, the carried ones first. */
  readonly results: readonly Result[];
  /** How many matches came how. */
  readonly came: Readonly<Record<MatchMerge['came'], number>>;
  readonly keptDays: readonly string[];
  /** Where what is new comes from. */
  readonly sources: readonly string[];
}

/** The seasons that were told of. With any problem, nothing of it may be kept. */
export interface Merge {
  readonly problems: readonly string[];
  readonly seasons: readonly SeasonMerge[];
}

/**
 * Merges what files tell into the results carried; in which order they tell it is all the same. Every contradiction is a
 * problem. `today` says which day it is where a competition is played: nothing is taken that is yet to come.
 */
export function mergeResults(
  carried: readonly Result[],
  told: readonly ToldResult[],
  today: (competition: string) => string,
): Merge {
  const carriedSeasons = groupBy(carried, seasonKey);
  const toldSeasons = groupBy([...told].sort(inOrder), ({ result }) => seasonKey(result));
  const merges = [...toldSeasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => mergeSeason(carriedSeasons.get(key) ?? [], rows, today(rows[0].result.competition)));
  return { problems: merges.flatMap(({ problems }) => problems), seasons: merges.map(({ merge }) => merge) };
}

function mergeSeason(carried: readonly Result[], told: readonly [ToldResult, ...ToldResult[]], today: string) {
  const known = new Map(carried.map((result) => [matchKey(result), result]));
  const merged = [...groupBy(told, ({ result }) => matchKey(result))].map(([key, rows]) => ({
    ...mergeMatch(known.get(key), rows, today),
    rows,
  }));
  const results = new Map(known);
  for (const { result } of merged) results.set(matchKey(result), result);
  const count = (came: MatchMerge['came']) => merged.filter((match) => match.came === came).length;
  const news = merged.filter(({ came }) => came !== 'unchanged');
  const { competition, season } = told[0].result;
  const merge: SeasonMerge = {
    ...{ competition, season },
    results: [...results.values()],
    came: { added: count('added'), completed: count('completed'), unchanged: count('unchanged') },
    keptDays: merged.flatMap(({ keptDays }) => keptDays),
    sources: [...new Set(news.flatMap(({ rows }) => rows.map(({ source }) => source)))].sort(),
  };
  const added = merged.filter(({ came }) => came === 'added').flatMap(({ rows }) => rows);
  return { merge, problems: [...merged.flatMap(({ problems }) => problems), ...doubleBookings(merge.results, added)] };
}

/** A club plays once a day. */
function doubleBookings(results: readonly Result[], added: readonly ToldResult[]): readonly string[] {
  const bookings = ({ home, away, day }: Result) => [`${home} plays on ${day}`, `${away} plays on ${day}`];
  const matches = groupBy(results.flatMap(bookings), (booking) => booking);
  return added.flatMap(({ at, result }) =>
    bookings(result).flatMap((booking) =>
      (matches.get(booking)?.length ?? 0) > 1 ? [`${at}: ${booking} already, in another match`] : [],
    ),
  );
}

/** By file and line, so that what is said of them is the same whatever came first. */
function inOrder(a: ToldResult, b: ToldResult): number {
  return a.at.localeCompare(b.at, 'en', { numeric: true });
}

function seasonKey({ competition, season }: Result): string {
  return `${competition} ${season}`;
}

function matchKey({ home, away }: Result): string {
  return `${home} v ${away}`;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
