import type { Minute } from '../../match/minute.ts';
import { minuteIn, minuteOf } from '../minute-of-play.ts';

/** The end of extra time, beyond which API-Football counts on. */
const LAST = 120;

/** `elapsed` 45 with `extra` 2 is 45+2'; a minute that cannot be (they have said -5) is left out. */
export function readMinute(time: {
  readonly elapsed?: number | null | undefined;
  readonly extra?: number | null | undefined;
}): Minute | undefined {
  const { elapsed, extra } = time;
  return elapsed && elapsed > LAST ? minuteIn(4, elapsed) : minuteOf(elapsed, extra);
}
