import type { Score } from '../../match/score.ts';
import type { WrittenDay } from './result-day.ts';

/** What a line of a match says, the day aside. */
export interface WrittenMatch {
  readonly home: string;
  readonly away: string;
  readonly score?: Score;
  readonly halfTime?: Score;
  readonly note?: string;
}

const SCORE = String.raw`(\d{1,2})[-–:](\d{1,2})(?:\s+(awd\.?))?(?:\s*\((\d{1,2})[-–:](\d{1,2})\))?`;
/** `Milan v Inter  1-1 (1-1)`, as it is written since 2024. */
const SCORE_BEHIND = new RegExp(String.raw`^(.+?)\s+vs?\.?\s+(.+?)(?:\s+${SCORE})?$`);
/** `Milan  1-1 (1-1)  Inter`, as it was before. */
const SCORE_BETWEEN = new RegExp(String.raw`^(.+?)\s+${SCORE}\s+(.+)$`);
const NO_SCORE = /^(.+?)\s+[-–]\s+(.+)$/;

/** Reads `Milan v Inter`, with score, half-time score and `[note]` where there are such, and without its ground. */
export function readMatch(line: string): WrittenMatch | undefined {
  const bare = line.replace(/^\(\d+\)\s+/, '').replace(/\s@\s.*$/, '');
  const [, said = bare, note] = /^(.*?)\s*\[([^\]]*)\]$/.exec(bare) ?? [];
  const text = said.trim();
  const behind = SCORE_BEHIND.exec(text);
  if (behind) {
    const [, home = '', away = '', ...score] = behind;
    return { home, away, ...scoresOf(score, note) };
  }
  const between = SCORE_BETWEEN.exec(text);
  if (between) {
    const [, home = '', ...score] = between;
    const away = score.pop() ?? '';
    return { home, away, ...scoresOf(score, note) };
  }
  const [, home, away] = NO_SCORE.exec(text) ?? [];
  return home && away ? { home, away, ...scoresOf([], note) } : undefined;
}

function scoresOf(
  [home, away, awarded, homeAtHalf, awayAtHalf]: readonly (string | undefined)[],
  said: string | undefined,
): Pick<WrittenMatch, 'score' | 'halfTime' | 'note'> {
  const note = said ?? awarded;
  return {
    ...(home !== undefined && { score: { home: Number(home), away: Number(away) } }),
    ...(homeAtHalf !== undefined && { halfTime: { home: Number(homeAtHalf), away: Number(awayAtHalf) } }),
    ...(note !== undefined && { note }),
  };
}

const WEEKDAY = String.raw`(?:\p{L}{2,9}\.?,?\s+)?`;
const YEAR = String.raw`(?:,?\s?(\d{4})(?!\d))?`;
/** `[Sab. 20.8.]`, `24.08.2013` */
const IN_NUMBERS = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})\.\s?(\d{1,2})\.${YEAR}(?!\d)`, 'u');
/** `Sat Aug/23 2025`, `Sat Aug 22` */
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}([A-Z][a-z]{2,8})\.?[\s/](\d{1,2})(?![\d.:])${YEAR}`, 'u');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
/** What may stand between a day and a match: the hour, with its zone, and the weekday. */
const HOUR = /^\s*(?:\d{1,2}[.:h]\d{2}(?:\s+UTC[+-]?\d*)?(?=\s|$)|\(\p{L}{2,9}\.?\)(?=\s|$))/u;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Takes the day and the hour from the beginning of a line; what is left is a match, or nothing. */
export function takeDay(line: string): { readonly day?: WrittenDay; readonly rest: string } {
  const text = line.replace(/^\[([^\]]*)\]$/, '$1').trim();
  const found = dayAt(text);
  let rest = text.slice(found?.length ?? 0);
  for (let hour = HOUR.exec(rest); hour; hour = HOUR.exec(rest)) rest = rest.slice(hour[0].length);
  // What stands behind a day alone is the ground.
  if (found && /^\s*@\s/.test(rest)) rest = '';
  return { ...(found && { day: found.day }), rest: rest.trim() };
}

function dayAt(text: string): { readonly day: WrittenDay; readonly length: number } | undefined {
  const iso = ISO.exec(text);
  if (iso) return { day: { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) }, length: iso[0].length };
  const numbers = IN_NUMBERS.exec(text);
  if (numbers) {
    const [{ length }, date, month, year] = numbers;
    return { day: { month: Number(month), date: Number(date), ...(year && { year: Number(year) }) }, length };
  }
  const [all = '', name = '', date, year] = MONTH_FIRST.exec(text) ?? [];
  const month = name === '' ? 0 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
  if (month === 0) return undefined;
  return { day: { month, date: Number(date), ...(year && { year: Number(year) }) }, length: all.length };
}
