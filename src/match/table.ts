import { SIDES } from './match.ts';
import { firstGames, type Outcome, outcomeFor, type Result } from './result.ts';

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
    const line = [...own].reduce((sum, result) => withResult(sum, result, rules.pointsForWin), blank(club));
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
      lines.set(club, withResult(lines.get(club) ?? blank(club), result, rules.pointsForWin));
    }
  }
  return [...lines.values()].map((line) => withRulings(line, rules));
}

function blank(club: string): Line {
  return { club, played: 0, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0, goalDifference: 0, points: 0 };
}

function withResult(line: Line, result: Result, pointsForWin: number): Line {
  const { score } = result;
  const [scored, conceded] = result.home === line.club ? [score.home, score.away] : [score.away, score.home];
  const outcome = outcomeFor(result, line.club);
  const worth: Readonly<Record<Outcome, number>> = { won: pointsForWin, drawn: 1, lost: 0 };
  return {
    ...line,
    [outcome]: line[outcome] + 1,
    played: line.played + 1,
    goalsFor: line.goalsFor + scored,
    goalsAgainst: line.goalsAgainst + conceded,
    goalDifference: line.goalDifference + scored - conceded,
    points: line.points + worth[outcome],
  };
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
  const among = results.filter(({ home, away }) => level.has(home) && level.has(away));
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
