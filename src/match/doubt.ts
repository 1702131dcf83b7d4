import { type Instant, SECOND } from './instant.ts';
import type { Doubt } from './state.ts';

/** How long a feed must keep saying what is probably a flicker, and at how many looks at least. */
export const HOLD = 90 * SECOND;
export const LOOKS_TO_BELIEVE = 2;

/** The doubt after one more look that found the same, at `at` by the feed's time. */
export function doubted(before: Doubt | undefined, at: Instant): Doubt {
  return before ? { since: before.since, looks: before.looks + 1 } : { since: at, looks: 1 };
}

/** Whether a doubt has lasted for `ms` by the feed's time, and for the looks that it takes to believe anything. */
export function hasHeld(doubt: Doubt, at: Instant, ms: number = HOLD): boolean {
  return doubt.looks >= LOOKS_TO_BELIEVE && at - doubt.since >= ms;
}
