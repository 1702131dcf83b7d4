import { type Instant, MINUTE } from '../match/instant.ts';
import type { Phase } from '../match/phase.ts';

/** A first half with its added time is over by then, and a second one has begun. */
const SECOND_HALF_BY = 62 * MINUTE;

/** The half that is being played, where a feed says no more than that the match is on. */
export function halfByClock(kickOff: Instant, now: Instant): Phase {
  return now - kickOff < SECOND_HALF_BY ? 'first-half' : 'second-half';
}
