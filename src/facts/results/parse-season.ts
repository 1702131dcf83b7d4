import type { Result } from '../../match/result.ts';
import type { Score } from '../../match/score.ts';
import { problemsOf } from './check-result.ts';

/** The columns of a season's file; the last is left out of a season of which no half-time score is known. */
export const COLUMNS = 'day,round,home,away,score,status';
export const HALF_TIME = ',half-time';
const ROW =
  /^(\d{4}-\d\d-\d\d),(\d{1,2})?,([a-z0-9-]+),([a-z0-9-]+),(\d{1,2})-(\d{1,2}),(played|awarded)(?:,(?:(\d{1,2})-(\d{1,2}))?)?$/;

/**
 * The results of one season's file: `#` lines for the reader, a line of columns, one match a line. A row that cannot be
 * right is told with its line number (from 1) and left out.
 */
export function parseSeason(
  text: string,
  of: Pick<Result, 'competition' | 'season'>,
  clubs: ReadonlySet<string>,
  complain: (line: number, problem: string) => void,
): readonly Result[] {
  const results: Result[] = [];
  const seen = new Seen();
  let hasColumns = false;
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number += 1;
    if (line === '' || line.startsWith('#')) continue;
    if (!hasColumns) {
      hasColumns = true;
      if (line !== COLUMNS && line !== COLUMNS + HALF_TIME) complain(number, `the columns must be ${COLUMNS}`);
      continue;
    }
    const result = parseRow(line, of);
    const problems = result ? problemsOf(result, clubs) : [`"${line}" is not ${COLUMNS}`];
    const repeats = result ? seen.add(result, number) : [];
    if (result && problems.length + repeats.length === 0) results.push(result);
    else for (const problem of [...problems, ...repeats]) complain(number, problem);
  }
  if (!hasColumns) complain(1, `the columns must be ${COLUMNS}`);
  return results;
}

function parseRow(line: string, { competition, season }: Pick<Result, 'competition' | 'season'>): Result | undefined {
  const row = ROW.exec(line);
  if (!row) return undefined;
  const result: Writable<Result> = {
    competition,
    season,
    day: row[1] ?? '',
    home: row[3] ?? '',
    away: row[4] ?? '',
    score: scoreOf(row[5], row[6]),
    status: 'played',
  };
  if (row[2] !== undefined) result.round = Number(row[2]);
  if (row[7] === 'awarded') result.status = 'awarded';
  if (row[8] !== undefined) result.halfTime = scoreOf(row[8], row[9]);
  return result;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function scoreOf(home: string | undefined, away: string | undefined): Score {
  return { home: Number(home), away: Number(away) };
}

/** What only one row of a season can say, with the line that says it: who met whom, and who played on a day. */
class Seen {
  readonly #meetings = new Map<string, number>();
  readonly #days = new Map<string, Map<string, number>>();

  /** Takes a row in; what an earlier row has said already is a problem. */
  add({ day, home, away }: Result, line: number): readonly string[] {
    const problems: string[] = [];
    const earlier = claim(this.#meetings, `${home} v ${away}`, line);
    if (earlier) problems.push(`${home} v ${away}, as line ${earlier} says already`);
    const clubs = this.#days.get(day) ?? new Map<string, number>();
    this.#days.set(day, clubs);
    for (const club of [home, away]) {
      const earlier = claim(clubs, club, line);
      if (earlier) problems.push(`${club} plays on ${day}, as line ${earlier} says already`);
    }
    return problems;
  }
}

/** The line that has claimed it before. */
function claim(claims: Map<string, number>, what: string, line: number): number | undefined {
  const earlier = claims.get(what);
  if (earlier === undefined) claims.set(what, line);
  return earlier;
}
