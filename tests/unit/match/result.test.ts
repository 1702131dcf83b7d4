import { expect, it } from 'vitest';
import {
  firstGames,
  meetingsOf,
  outcomeFor,
  type Result,
  resultsOf,
  seasonOf,
  sideOf,
} from '../../../src/match/result.ts';

const result = (home: string, away: string, [h, a]: readonly [number, number], season = '2021-22'): Result => ({
  competition: 'serie-a',
  season,
  day: '2021-11-07',
  home,
  away,
  score: { home: h, away: a },
  status: 'played',
});
const derby = result('milan', 'inter', [1, 1]);
const away = result('fiorentina', 'milan', [4, 3]);
const earlier = result('inter', 'milan', [0, 6], '2000-01');

it('a result is won, drawn or lost, by who asks', () => {
  expect(outcomeFor(derby, 'inter')).toBe('drawn');
  expect(outcomeFor(away, 'milan')).toBe('lost');
  expect(outcomeFor(away, 'fiorentina')).toBe('won');
  expect(outcomeFor(earlier, 'milan')).toBe('won');
});

it('a result is no result of a club that did not play', () => {
  expect(sideOf(derby, 'napoli')).toBeUndefined();
  expect(() => outcomeFor(derby, 'napoli')).toThrow('napoli did not play in milan v inter');
});

it('a result is found by its club, its two clubs, or its season', () => {
  const all = [earlier, derby, away];
  expect(resultsOf(all, 'inter')).toEqual([earlier, derby]);
  expect(meetingsOf(all, 'milan', 'inter')).toEqual([earlier, derby]);
  expect(meetingsOf(all, 'milan', 'fiorentina')).toEqual([away]);
  expect(seasonOf(all, 'serie-a', '2021-22')).toEqual([derby, away]);
  expect(seasonOf(all, 'serie-b', '2021-22')).toEqual([]);
});

it('a result is among the first of its club, or not', () => {
  expect(firstGames([earlier, derby, away], 'milan', 2)).toEqual([earlier, derby]);
  expect(firstGames([earlier, derby, away], 'fiorentina', 2)).toEqual([away]);
});
