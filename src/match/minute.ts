/** A minute of play: `{ base: 45, added: 2 }` is 45+2'. Shown as the field shows it: the minute that is being played. */
export interface Minute {
  readonly base: number;
  readonly added?: number;
}

/** `45+2'`, `11'`. */
export function formatMinute(minute: Minute): string {
  return minute.added ? `${minute.base}+${minute.added}'` : `${minute.base}'`;
}

/** Negative when `a` comes before `b`. 45+2' comes before 46'. */
export function compareMinutes(a: Minute, b: Minute): number {
  return a.base - b.base || (a.added ?? 0) - (b.added ?? 0);
}

/** Minutes of play between two moments, added time counted. */
export function minutesApart(a: Minute, b: Minute): number {
  return Math.abs(a.base + (a.added ?? 0) - (b.base + (b.added ?? 0)));
}

/** Which period a minute belongs to: 1 and 2 are the halves, 3 and 4 the halves of extra time. */
export function periodOf(minute: Minute): 1 | 2 | 3 | 4 {
  if (minute.base <= 45) return 1;
  if (minute.base <= 90) return 2;
  return minute.base <= 105 ? 3 : 4;
}
