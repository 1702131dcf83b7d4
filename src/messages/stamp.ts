import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';

/** How Discord writes a moment, each reader in his own zone: `f` day and time, `F` with the weekday, `t` time, `R` "in 3 hours". */
export type StampStyle = 'f' | 'F' | 't' | 'R';

export function stamp(at: Instant, style: StampStyle): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

/** A day of the calendar, `2021-11-07`, which is no moment and so the same for every reader: "7 November 2021". */
export function writtenDay(day: string, locale: Locale): string {
  return dayIn(day, locale, 'long');
}

/** The same in as little room as a picture has: "7 Nov 2021". */
export function shortDay(day: string, locale: Locale): string {
  return dayIn(day, locale, 'medium');
}

function dayIn(day: string, locale: Locale, dateStyle: 'long' | 'medium'): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return '?';
  return new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { dateStyle, timeZone: 'UTC' }).format(at);
}

/** `2021–22` for `2021-22`. Here and not where tables are composed, for the catalogues of texts use it too. */
export function writtenSeason(season: string): string {
  return season.replace('-', '–');
}
