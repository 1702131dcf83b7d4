import { SIDES } from './match.ts';
import { firstGames, outcomeFor, type Result } from './result.ts';

/** A club's line in a table. `rank` is shared by clubs that nothing separates. */
export interface TableRow {
  readonly rank: number;
  /** The club's id. */
  readonly club: string;
  readonly played: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly goalsFor: number;
  readonly goalsAgainst: number;
  readonly goalDifference: number;
  readonly points: number;
}

/** What can separate clubs on equal points. Head-to-head counts the matches among all the clubs on those points. */
export const TIE_BREAKS = [
  'head-to-head points',
  'head-to-head goal difference',
  'goal difference',
  'goals scored',
] as const;
export type TieBreak = (typeof TIE_BREAKS)[number];

/** How a season still being played is shown: not every pair has met twice, so the press goes by all goals. */
export const RUNNING_TIE_BREAKS: readonly TieBreak[] = ['goal difference', 'goals scored'];

export interface TableRules {
  /** In Serie A two before 1994-95, three since. */
  readonly pointsForWin: number;
  /** In the order in which they are asked. */
  readonly tieBreaks: readonly TieBreak[];
  readonly rulings?: readonly Ruling[];
}

/** What a court took from a club: points, or its place (a club put last keeps its points but stands below everyone). */
export type Ruling = { readonly club: string } & ({ readonly points: number } | { readonly putLast: true });

type Line = Omit<TableRow, 'rank'>;

/**
 * The table of the results given, best first: pass those of one season, up to the moment wanted. `clubs` stand in it
 * even before their first match. Clubs that nothing separates share a rank, in the order of their ids.
 */
export function tableOf(
  results: readonly Result[],
  rules: TableRules,
  clubs: readonly string[] = [],
): readonly TableRow[] {
  return ranked(linesOf(results, rules, clubs), results, rules);
}

/**
 * The table of each club's first games, best first, of results in the order of their days. Clubs reach a number of games on
 * different days, so a match may count for one of its clubs alone; head-to-head counts those that count for both.
 */
export function tableAfter(
  games: number,
  results: readonly Result[],
  rules: TableRules,
  clubs: readonly string[],
): readonly TableRow[] {
  const counted = new Map(clubs.map((club) => [club, new Set(firstGames(results, club, games))]));
  const lines = [...counted].map(([club, own]) => {
    const line = blank(club);
    for (const result of own) count(result, line, rules.pointsForWin);
    return withRulings(line, rules);
  });
  const forBoth = results.filter((result) => SIDES.every((side) => counted.get(result[side])?.has(result)));
  return ranked(lines, forBoth, rules);
}

function ranked(lines: readonly Line[], results: readonly Result[], rules: TableRules): readonly TableRow[] {
  const weighed = lines.map((line) => ({ line, weight: weightOf(line, lines, results, rules) }));
  weighed.sort((a, b) => compareWeights(b.weight, a.weight) || (a.line.club < b.line.club ? -1 : 1));
  let rank = 0;
  return weighed.map(({ line, weight }, index) => {
    const above = weighed[index - 1];
    if (!above || compareWeights(above.weight, weight) !== 0) rank = index + 1;
    return { rank, ...line };
  });
}

/** The results up to and including a day. */
export function upToDay(results: readonly Result[], day: string): readonly Result[] {
  return results.filter((result) => result.day <= day);
}

function linesOf(results: readonly Result[], rules: TableRules, clubs: readonly string[]): readonly Line[] {
  const lines = new Map(clubs.map((club) => [club, blank(club)]));
  for (const result of results) {
    for (const side of SIDES) {
      const club = result[side];
      const line = lines.get(club) ?? blank(club);
      lines.set(club, line);
      count(result, line, rules.pointsForWin);
    }
  }
  return [...lines.values()].map((line) => withRulings(line, rules));
}

/** A line while its matches are counted. */
type Counting = { -readonly [Column in keyof Line]: Line[Column] };

function blank(club: string): Counting {
  return { club, played: 0, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0, goalDifference: 0, points: 0 };
}

/** Counts a match in, where it stands: a season has hundreds, and a question may take several tables of it. */
function count(result: Result, line: Counting, pointsForWin: number): void {
  const { home, away } = result.score;
  const [scored, conceded] = result.home === line.club ? [home, away] : [away, home];
  const outcome = outcomeFor(result, line.club);
  line[outcome] += 1;
  line.played += 1;
  line.goalsFor += scored;
  line.goalsAgainst += conceded;
  line.goalDifference += scored - conceded;
  line.points += outcome === 'won' ? pointsForWin : outcome === 'drawn' ? 1 : 0;
}

function withRulings(line: Line, { rulings = [] }: TableRules): Line {
  const own = rulings.filter(({ club }) => club === line.club);
  return {
    ...line,
    points: own.reduce((left, ruling) => left - ('points' in ruling ? ruling.points : 0), line.points),
  };
}

/** What a line weighs, the weightiest number first. */
function weightOf(
  line: Line,
  lines: readonly Line[],
  results: readonly Result[],
  rules: TableRules,
): readonly number[] {
  const last = rules.rulings?.some((ruling) => ruling.club === line.club && 'putLast' in ruling) ?? false;
  const level = new Set(lines.filter(({ points }) => points === line.points).map(({ club }) => club));
  const among = level.size > 1 ? results.filter(({ home, away }) => level.has(home) && level.has(away)) : [];
  const { pointsForWin } = rules;
  const headToHead = linesOf(among, { pointsForWin, tieBreaks: [] }, [...level]).find(({ club }) => club === line.club);
  const measures: Readonly<Record<TieBreak, number>> = {
    'head-to-head points': headToHead?.points ?? 0,
    'head-to-head goal difference': headToHead?.goalDifference ?? 0,
    'goal difference': line.goalDifference,
    'goals scored': line.goalsFor,
  };
  return [last ? 0 : 1, line.points, ...rules.tieBreaks.map((tieBreak) => measures[tieBreak])];
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  for (const [index, weight] of a.entries()) {
    const difference = weight - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
