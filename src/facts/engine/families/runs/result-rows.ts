import type { Result } from '../../../../match/result.ts';
import type { WorkingRow } from '../../finding.ts';
import type { Run } from '../../statements/run-statement.ts';
import { MOST_ROWS } from '../season/start.ts';

/** Results as lines of a working, the newest first; they must be in the order of their days. */
export function newestFirst(results: readonly Result[]): readonly WorkingRow[] {
  return asRows(results.slice(-MOST_ROWS).reverse());
}

/** Results as lines of a working, in the order given. */
export function asRows(results: readonly Result[]): readonly WorkingRow[] {
  return results.slice(0, MOST_ROWS).map((result) => ({ kind: 'result', result }));
}

/** Results that follow one another, by how many they are and their first and last day. */
export function runOf(results: readonly Result[]): Run {
  return { games: results.length, from: results[0]?.day ?? '', to: results.at(-1)?.day ?? '' };
}
