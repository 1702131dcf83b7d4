import { tableRules } from '../../../src/facts/known.ts';
import { meetingsOf, type Outcome, outcomeFor, type Result, resultsOf } from '../../../src/match/result.ts';
import { type TableRow, tableOf } from '../../../src/match/table.ts';
import { almanac, serieA } from './almanac.ts';

/** Questions to the results that Tifo carries, as short as the facts they check. Days are inclusive. */

export const { results } = almanac;
export const DERBY_DAY = '2021-11-07';

const bySeason = new Map<string, Result[]>();
for (const result of results) bySeason.set(result.season, [...(bySeason.get(result.season) ?? []), result]);
const season = (name: string): readonly Result[] => bySeason.get(name) ?? [];

/** Every season in which a win was worth three points, up to and including one. */
export function threePointSeasons(last: string): readonly string[] {
  return [...bySeason.keys()].filter((name) => name >= '1994-95' && name <= last);
}

export function derbies(from: string, to: string): readonly Result[] {
  return meetingsOf(results, 'milan', 'inter').filter(({ day }) => day >= from && day <= to);
}

export function clubsOf(name: string): readonly string[] {
  return [...new Set(season(name).map(({ home }) => home))];
}

export function firstGames(club: string, name: string, games: number): readonly Result[] {
  return resultsOf(season(name), club).slice(0, games);
}

export function count(of: readonly Result[], club: string, outcome: Outcome): number {
  return of.filter((result) => outcomeFor(result, club) === outcome).length;
}

/** Points won on the pitch, three for a win. */
export function pointsWon(of: readonly Result[], club: string): number {
  return 3 * count(of, club, 'won') + count(of, club, 'drawn');
}

export function goalsBy(result: Result, club: string): number {
  return result.home === club ? result.score.home : result.score.away;
}

export function goalsAgainst(result: Result, club: string): number {
  return result.home === club ? result.score.away : result.score.home;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How many of the last results in a row something is true of. */
export function lastInARow(of: readonly Result[], is: (result: Result) => boolean): number {
  const broken = of.findLastIndex((result) => !is(result));
  return of.length - 1 - broken;
}

/** The longest such row anywhere. */
export function longestRow(of: readonly Result[], is: (result: Result) => boolean): number {
  return Math.max(...of.map((_, index) => lastInARow(of.slice(0, index + 1), is)));
}

export function leagueGames(club: string, to: string): readonly Result[] {
  return resultsOf(results, club).filter(({ day }) => day <= to);
}

export const isDrawn = ({ score }: Result): boolean => score.home === score.away;

export const isDerby = ({ day, home }: Result): boolean => day === DERBY_DAY && home === 'milan';

/** 2021-22 as it was, and with the one result that a what-if changes. */
export const asPlayed = season('2021-22');
export const hadInterWon = asPlayed.map((result) =>
  isDerby(result) ? { ...result, score: { home: 1, away: 2 } } : result,
);

/** A club's row in the table of 2021-22 over some of its results. */
export function standings(of: readonly Result[], stage: 'running' | 'final' = 'running') {
  const table = tableOf(of, tableRules(serieA, '2021-22', stage));
  return (club: string): TableRow => table.find((row) => row.club === club)!;
}
