import { MINUTE, SECOND } from '../match/instant.ts';

const FIRST = 2 * SECOND;
const LONGEST = 2 * MINUTE;

/**
 * How long to wait, in milliseconds, after the `attempt`-th try failed (1 is the first): anything up to a ceiling that
 * doubles, so that what failed together does not come back together. Never sooner than `retryAfterMs`, where Discord
 * named one. `random` gives a number from 0 up to 1.
 */
export function backoff(attempt: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** (attempt - 1));
  return Math.ceil(retryAfterMs + random() * ceiling);
}
