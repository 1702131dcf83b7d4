import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';

/** How Discord writes a moment, each reader in his own zone: `f` day and time, `F` with the weekday, `t` time, `R` "in 3 hours". */
export type StampStyle = 'f' | 'F' | 't' | 'R';

export function stamp(at: Instant, style: StampStyle): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

/** A day of the calendar, `2021-11-07`, which is no moment and so the same for every reader: "7 November 2021". */
export function writtenDay(day: string, locale: Locale): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return '?';
  const format = new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(at);
}
