import { TestRunner } from 'vitest';
import { addUp, type Tried } from './tried.ts';

/**
 * How many cases a property tries: enough to find what is broken in its plainest form for everybody, and many times as many
 * in the torture suite, which runs every test file that calls this.
 */
export function cases(few: number): { readonly numRuns: number } {
  return { numRuns: few * Number(process.env['CASES_TIMES'] ?? 1) };
}

/** Adds to what the test that runs has tried; the reporter sums it up in the line at the end of a run. */
export function countTried(more: Tried): void {
  const meta = TestRunner.getCurrentTest()?.meta;
  if (meta) meta.tried = addUp([meta.tried ?? {}, more]);
}
