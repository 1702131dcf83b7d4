import type { Result } from '../match/result.ts';

/** A season whose results are carried, with the days of its first and its last result. */
export interface Season {
  /** As it is written: `2021-22`, or `2026` for a season within one year. */
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

/** The seasons of a competition, earliest first, of results in the order of their days. */
export function seasonsOf(results: readonly Result[], competition: string): readonly Season[] {
  const seasons = new Map<string, { name: string; first: string; last: string }>();
  for (const result of results) {
    if (result.competition !== competition) continue;
    const { season: name, day } = result;
    const season = seasons.get(name);
    if (season) season.last = day;
    else seasons.set(name, { name, first: day, last: day });
  }
  return [...seasons.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The season that a day belongs to: the last that had begun. */
export function seasonOn(seasons: readonly Season[], day: string): Season | undefined {
  return seasons.findLast(({ first }) => first <= day);
}

/**
 * The season that somebody wrote, of those given: `2021-22`, `2021/22`, `2021-2022`, `21/22`, or `2021`, the year in which
 * it begins. No other season will do, so nothing is guessed.
 */
export function findSeason(typed: string, seasons: readonly Season[]): Season | undefined {
  const [, from = '', to = ''] = /^(\d{4}|\d{2})(?:\s*[-–/]\s*(\d{4}|\d{2}))?$/.exec(typed.trim()) ?? [];
  if (from === '' || (from.length === 2 && to === '')) return undefined;
  return seasons.find(({ name }) => {
    const [first = '', last = ''] = name.split('-');
    const second = last && String(Number(first) + 1);
    return first.endsWith(from) && (to === '' || (second !== '' && second.endsWith(to)));
  });
}
