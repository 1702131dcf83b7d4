import { isDay, spanOf } from './check-result.ts';

/** A day of the calendar as files write it; without a year where they leave that to the reader. */
export interface WrittenDay {
  readonly year?: number;
  /** From 1. */
  readonly month: number;
  readonly date: number;
}

/**
 * The day that is meant. Without a year it lies in the season, and where July or August could be of either year, nearest
 * to the day before it in the file (else at the season's beginning).
 */
export function dayOf({ year, month, date }: WrittenDay, season: string, previous: string | undefined): string {
  const first = Number(season.slice(0, 4));
  const { first: from, last: to } = spanOf(season);
  const inYear = (year: number) => `${year}-${two(month)}-${two(date)}`;
  if (year !== undefined) return inYear(year);
  const candidates = [first, first + 1].map(inYear).filter((day) => day >= from && day <= to);
  const [only = inYear(first), other] = candidates;
  if (other === undefined || previous === undefined) return only;
  return distance(only, previous) <= distance(other, previous) ? only : other;
}

/** How many days lie between two days. */
export function distance(a: string, b: string): number {
  return isDay(a) && isDay(b) ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : Number.POSITIVE_INFINITY;
}

/** A year of two digits: of the years from 1950 on. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** `2016/17`, `2016-2017`, `2016-17` or `2026`, as Tifo writes it. Undefined for two years that do not follow each other. */
export function seasonOfText(text: string): string | undefined {
  const [, first = '', last] = /^(\d{4})(?:[/-](\d{4}|\d{2}))?$/.exec(text) ?? [];
  if (first === '' || last === undefined) return first || undefined;
  const next = String(Number(first) + 1);
  return next.endsWith(last) ? `${first}-${next.slice(2)}` : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
