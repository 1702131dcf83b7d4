import { compareMinutes, type Minute } from '../../match/minute.ts';
import { minuteIn, minuteOf } from '../minute-of-play.ts';
import { readPeriod } from './read-period.ts';

/** When a row says that it happened. */
export interface Timed {
  readonly '@Time'?: string | undefined;
  readonly '@Min'?: number | undefined;
  readonly '@Sec'?: number | undefined;
  readonly '@Period'?: string | undefined;
  readonly '@TimeStamp'?: string | undefined;
}

/** An event with what it is put in order by. */
export interface Placed<Event> {
  readonly event: Event;
  readonly at: Minute;
  readonly stamp: string;
}

/** The minute as events carry it; nothing where the row has none. */
export function happened(row: Timed): { readonly minute?: Minute } {
  const minute = readMinute(row);
  return minute ? { minute } : {};
}

/** `Time` is the minute being played, `Min` those that are over; in added time both are counted on, or it is `45+2`. */
function readMinute(row: Timed): Minute | undefined {
  const period = readPeriod(row['@Period']);
  const [base, added] = (row['@Time'] ?? '').split('+');
  if (base && added) return minuteOf(Number(base), Number(added));
  const minute = base ? Number(base) : row['@Min'] === undefined ? undefined : row['@Min'] + 1;
  if (minute === undefined) return undefined;
  return period ? minuteIn(period, minute) : minuteOf(minute, undefined);
}

/** An event beside the row that tells it. What has no minute comes last. */
export function place<Event>(row: Timed, event: Event): Placed<Event> {
  return { event, at: readMinute(row) ?? { base: 999 }, stamp: row['@TimeStamp'] ?? '' };
}

/** Earliest first. */
export function inOrder(a: Placed<unknown>, b: Placed<unknown>): number {
  return compareMinutes(a.at, b.at) || a.stamp.localeCompare(b.stamp);
}
