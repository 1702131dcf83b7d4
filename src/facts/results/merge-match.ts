import type { Result } from '../../match/result.ts';
import type { Score } from '../../match/score.ts';
import { distance } from './result-day.ts';

/** A result as a file tells it. `at` is where: `it.1.json:12`. */
export interface ToldResult {
  readonly at: string;
  /** Who told it, as the files of results name their sources. */
  readonly source: string;
  readonly result: Result;
}

/** What comes of a match that files tell of. */
export interface MatchMerge {
  readonly result: Result;
  /** `completed`: it was carried, without its round, its half-time score, or that it was awarded. */
  readonly came: 'added' | 'completed' | 'unchanged';
  readonly problems: readonly string[];
  /** Told of the day before or after the one carried, which stays. */
  readonly keptDays: readonly string[];
}

/** Merges what files tell of one match, at least once, with what is carried of it. `today` is a day: `2026-11-22`. */
export function mergeMatch(
  carried: Result | undefined,
  told: readonly [ToldResult, ...ToldResult[]],
  today: string,
): MatchMerge {
  const known = [...(carried ? [carried] : []), ...told.map(({ result }) => result)];
  const { competition, season, day, home, away, score } = known[0] ?? told[0].result;
  const round = known.find(({ round }) => round !== undefined)?.round;
  const isAwarded = known.some(({ status }) => status === 'awarded');
  const halfTime = isAwarded ? undefined : known.find(({ halfTime }) => halfTime)?.halfTime;
  const result: Result = {
    ...{ competition, season, day, home, away, score },
    ...(round !== undefined && { round }),
    ...(halfTime && { halfTime }),
    status: isAwarded ? 'awarded' : 'played',
  };
  const isNew = carried?.round !== round || carried?.status !== result.status || !carried.halfTime !== !halfTime;
  const held = carried ? told.map((row) => heldAgainst(carried, row)) : [];
  return {
    result,
    came: carried ? (isNew ? 'completed' : 'unchanged') : 'added',
    problems: [
      ...(carried ? held.flatMap(({ problem }) => problem ?? []) : yetToCome(told, today)),
      ...disagreements(told, carried),
    ],
    keptDays: held.flatMap(({ keptDay }) => keptDay ?? []),
  };
}

/** What one row says against the match as it is carried. */
function heldAgainst(
  carried: Result,
  { at, result }: ToldResult,
): { readonly problem?: string; readonly keptDay?: string } {
  const match = `${at}: ${nameOf(result)}`;
  const against = (said: string, known: string) => ({ problem: `${match}: ${said}, but the record has ${known}` });
  if (!same(carried.score, result.score))
    return against(
      written(result.score),
      `${written(carried.score)}${carried.status === 'awarded' ? ', awarded' : ''}`,
    );
  const days = distance(carried.day, result.day);
  if (days > 1) return against(result.day, carried.day);
  if (carried.round !== undefined && result.round !== undefined && carried.round !== result.round)
    return against(`round ${result.round}`, `round ${carried.round}`);
  if (carried.halfTime && result.halfTime && !same(carried.halfTime, result.halfTime))
    return against(`${written(result.halfTime)} at half-time`, written(carried.halfTime));
  // A late match is on the next day already where somebody else keeps the record.
  return days === 1 ? { keptDay: `${match}: ${result.day}, but the record has ${carried.day}, which stays` } : {};
}

function yetToCome(told: readonly ToldResult[], today: string): readonly string[] {
  const future = told.filter(({ result }) => result.day > today);
  return future.map(({ at, result }) => `${at}: ${nameOf(result)}: ${result.day} is yet to come`);
}

/** What the rows say against each other, where the record does not know it: nothing there says who is right. */
function disagreements(told: readonly [ToldResult, ...ToldResult[]], carried: Result | undefined): readonly string[] {
  const said: readonly ((result: Result) => string | undefined)[] = [
    ({ score }) => (carried ? undefined : written(score)),
    ({ day }) => (carried ? undefined : day),
    ({ round }) => (round === undefined || carried?.round !== undefined ? undefined : `round ${round}`),
    ({ halfTime }) => (!halfTime || carried?.halfTime ? undefined : `${written(halfTime)} at half-time`),
  ];
  return said.flatMap((of) => {
    const first = new Map<string, string>();
    for (const { at, result } of told) {
      const words = of(result);
      if (words !== undefined && !first.has(words)) first.set(words, at);
    }
    if (first.size < 2) return [];
    const each = [...first].map(([words, at]) => `${words} at ${at}`);
    return [`${nameOf(told[0].result)}: ${each.join(', but ')}`];
  });
}

function same(a: Score, b: Score): boolean {
  return a.home === b.home && a.away === b.away;
}

function written({ home, away }: Score): string {
  return `${home}-${away}`;
}

function nameOf({ home, away }: Result): string {
  return `${home} v ${away}`;
}
