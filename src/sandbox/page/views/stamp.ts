/** How Discord writes each of its `<t:…>`. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A moment as Discord shows it to this reader: his language, his zone. Seconds since the epoch; `now` in ms. */
export function formatStamp(seconds: number, style: string, locale: string, now: number): string {
  if (style === 'R') return relative(seconds - now / 1_000, locale);
  return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES['f']).format(seconds * 1_000);
}

function relative(seconds: number, locale: string): string {
  const [unit, size] = STEPS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

export interface DayWords {
  readonly today: (time: string) => string;
  readonly yesterday: (time: string) => string;
}

/** When a message was sent: "Today at 20:45", older ones with their date. */
export function sentAt(iso: string, locale: string, now: number, { today, yesterday }: DayWords): string {
  const date = new Date(iso);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
  const dayOf = (ms: number) => new Date(ms).toDateString();
  if (date.toDateString() === dayOf(now)) return today(time);
  if (date.toDateString() === dayOf(now - 86_400_000)) return yesterday(time);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(date);
}
