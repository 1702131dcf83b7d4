/** A moment in UTC, as milliseconds since the epoch. Nothing inside Tifo is ever a local time. */
export type Instant = number;

/** The one source of the present; passed in, so that tests own the time. */
export interface Clock {
  now(): Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
