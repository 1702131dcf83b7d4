import type { Minute } from '../../match/minute.ts';

const ENDS_OF_PERIODS = [45, 90, 105, 120];
const LAST = 120;
const LONGEST_ADDED = 40;

/** `elapsed` 45 with `extra` 2 is 45+2'; a minute that cannot be (they have said -5) is left out. */
export function readMinute(time: {
  readonly elapsed?: number | null | undefined;
  readonly extra?: number | null | undefined;
}): Minute | undefined {
  const { elapsed, extra } = time;
  if (elapsed === null || elapsed === undefined || elapsed < 0 || elapsed > LAST + LONGEST_ADDED) return undefined;
  if (elapsed > LAST) return { base: LAST, added: elapsed - LAST };
  const base = Math.max(1, elapsed);
  const isAdded = extra && extra > 0 && extra <= LONGEST_ADDED && ENDS_OF_PERIODS.includes(base);
  return isAdded ? { base, added: extra } : { base };
}
