import type { Minute } from '../match/minute.ts';
import type { Phase } from '../match/phase.ts';

/** A period in which the clock runs: the halves, and the halves of extra time. */
export type Period = 1 | 2 | 3 | 4;

/** The first minute of each period, and the last before added time. */
const FIRST: Readonly<Record<Period, number>> = { 1: 1, 2: 46, 3: 91, 4: 106 };
const LAST: Readonly<Record<Period, number>> = { 1: 45, 2: 90, 3: 105, 4: 120 };
const LONGEST_ADDED = 40;

/** Where the clock of a match stands that took extra time: what says so where nothing is known of what happened in it. */
export const END_OF_EXTRA_TIME: Minute = { base: LAST[4] };

const PERIOD_OF: Readonly<Partial<Record<Phase, Period>>> = {
  'first-half': 1,
  'second-half': 2,
  'extra-time-first-half': 3,
  'extra-time-second-half': 4,
};

/** The period that is played in a phase; undefined while the clock stands. */
export function periodIn(phase: Phase): Period | undefined {
  return PERIOD_OF[phase];
}

/**
 * A minute that is counted on through added time: 47 in the first half is 45+2, in the second it is 47. Undefined where it
 * cannot be.
 */
export function minuteIn(period: Period, minute: number): Minute | undefined {
  const added = minute - LAST[period];
  if (!Number.isInteger(minute) || minute < 0 || added > LONGEST_ADDED) return undefined;
  return added > 0 ? { base: LAST[period], added } : { base: Math.max(FIRST[period], minute) };
}

/** A minute that is told in two parts: 45 and 2 is 45+2. Undefined where it cannot be. */
export function minuteOf(base: number | null | undefined, added: number | null | undefined): Minute | undefined {
  if (base === null || base === undefined || !Number.isInteger(base) || base < 0 || base > LAST[4]) return undefined;
  const ends = Object.values(LAST).includes(base);
  return ends && added && added > 0 && added <= LONGEST_ADDED ? { base, added } : { base: Math.max(1, base) };
}

/** The minute that a phase opens with; undefined where the clock does not run in it. */
export function firstMinuteOf(phase: Phase): Minute | undefined {
  const period = periodIn(phase);
  return period && { base: FIRST[period] };
}

/** What the clock shows whole minutes later: in play it runs, into added time too; in a break it stands. */
export function minuteLater(minute: Minute, phase: Phase, minutes: number): Minute {
  const period = periodIn(phase);
  if (!period || minutes <= 0) return minute;
  const running = minute.base + (minute.added ?? 0) + minutes;
  const last = LAST[period];
  return running <= last ? { base: running } : { base: last, added: running - last };
}
