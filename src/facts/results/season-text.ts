import type { Result } from '../../match/result.ts';
import type { Score } from '../../match/score.ts';
import { COLUMNS, HALF_TIME } from './parse-season.ts';

/** The file of a season: a line for each source, the columns, one match a line in the order of their days. */
export function seasonText(results: readonly Result[], sources: readonly string[]): string {
  const withHalfTime = results.some(({ halfTime }) => halfTime);
  const rows = [...results].sort(inOrder).map((result) => {
    const { day, round = '', home, away, score, status, halfTime } = result;
    return [day, round, home, away, written(score), status, ...(halfTime ? [written(halfTime)] : [])].join(',');
  });
  const head = sources.map((source) => `${SOURCE}${source}`);
  return [...head, withHalfTime ? COLUMNS + HALF_TIME : COLUMNS, ...rows, ''].join('\n');
}

/** The sources that a season's file names. */
export function sourcesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith(SOURCE));
  return lines.map((line) => line.slice(SOURCE.length));
}

const SOURCE = '# Source: ';

function written({ home, away }: Score): string {
  return `${home}-${away}`;
}

/** Of one day by rounds, as matches that were put off stand apart, and then by the club at home. */
function inOrder(a: Result, b: Result): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const rounds = (a.round ?? 0) - (b.round ?? 0);
  return rounds !== 0 ? rounds : a.home < b.home ? -1 : 1;
}
