import { compareMinutes, type Minute } from '../../match/minute.ts';
import { minuteIn } from '../minute-of-play.ts';
import { readPeriod } from './read-period.ts';

/** When a row of MA1 says that it happened, and under whom. */
export interface Timed {
  readonly contestantId: string;
  readonly periodId?: number | undefined;
  readonly timeMin?: number | undefined;
  readonly timestamp?: string | undefined;
}

/** An event with what it is put in order by. */
export interface Placed<Event> {
  readonly event: Event;
  readonly at: Minute;
  readonly stamp: string;
}

/** `timeMin` is the minute being played, counted on in added time: 46 of period 1 is 45+1. */
export function happened({ periodId, timeMin }: Timed): { readonly minute?: Minute } {
  const period = readPeriod(String(periodId ?? ''));
  const minute = period && timeMin !== undefined ? minuteIn(period, timeMin) : undefined;
  return minute ? { minute } : {};
}

/** An event beside the row that tells it. What has no minute comes last. */
export function place<Event>(row: Timed, event: Event): Placed<Event> {
  return { event, at: happened(row).minute ?? { base: 999 }, stamp: row.timestamp ?? '' };
}

/** Earliest first. */
export function inOrder(a: Placed<unknown>, b: Placed<unknown>): number {
  return compareMinutes(a.at, b.at) || a.stamp.localeCompare(b.stamp);
}
