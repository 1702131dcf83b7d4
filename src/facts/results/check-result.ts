import type { Result } from '../../match/result.ts';

/** What cannot be right about a result by itself, in words. */
export function problemsOf(result: Result, clubs: ReadonlySet<string>): readonly string[] {
  const { season, day, home, away, score, halfTime, status } = result;
  const problems: string[] = [];
  if (!clubs.has(home)) problems.push(`no club has the id "${home}"`);
  if (!clubs.has(away)) problems.push(`no club has the id "${away}"`);
  if (home === away) problems.push(`${home} cannot play itself`);
  if (!isDay(day)) problems.push(`${day} is not a day`);
  else if (!isWithin(season, day)) problems.push(`${day} is not in season ${season}`);
  if (halfTime && status === 'awarded') problems.push('an awarded match has no half-time score');
  else if (halfTime && (halfTime.home > score.home || halfTime.away > score.away))
    problems.push(`${halfTime.home}-${halfTime.away} at half-time cannot end ${score.home}-${score.away}`);
  return problems;
}

/** Whether the calendar has such a day: `2021-02-30` is none. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  // A calendar of our own: thousands of days are read at each start, and a Date for each took a quarter of it.
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
  return date >= 1 && date <= days;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A season over two years runs from July to August: the one that the pandemic held up ended on 2 August. */
export function isWithin(season: string, day: string): boolean {
  const { first, last } = spanOf(season);
  return day >= first && day <= last;
}

/** The days between which a season's matches lie. */
export function spanOf(season: string): { readonly first: string; readonly last: string } {
  if (season.length === 4) return { first: `${season}-01-01`, last: `${season}-12-31` };
  const year = Number(season.slice(0, 4));
  return { first: `${year}-07-01`, last: `${year + 1}-08-31` };
}
