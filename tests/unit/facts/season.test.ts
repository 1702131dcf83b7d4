import { expect, it } from 'vitest';
import { findSeason, seasonOn, seasonsOf } from '../../../src/facts/season.ts';
import { results } from '../../support/facts/almanac.ts';

const seasons = seasonsOf(results, 'serie-a');

it('the seasons that are carried come with their first and last day, earliest first', () => {
  expect(seasons).toHaveLength(33);
  expect(seasons[0]).toEqual({ name: '1993-94', first: '1993-08-29', last: '1994-05-01' });
  expect(seasons.at(-1)).toMatchObject({ name: '2025-26', last: '2026-05-24' });
  expect(seasonsOf(results, 'serie-b')).toEqual([]);
});

it('the seasons that are carried own the days from their beginning to that of the next', () => {
  expect(seasonOn(seasons, '2021-11-07')?.name).toBe('2021-22');
  expect(seasonOn(seasons, '2006-07-25')?.name).toBe('2005-06');
  expect(seasonOn(seasons, '1993-08-28')).toBeUndefined();
});

it.each([...['2021-22', '2021/22', '2021–22', '2021-2022', '2021 / 2022', '21-22', '2021', ' 2021-22 ']])(
  'the seasons that are carried are known when written %j',
  (typed) => {
    expect(findSeason(typed, seasons)?.name).toBe('2021-22');
  },
);

it('the seasons that are carried are known across the turn of the century, and within a year', () => {
  expect(findSeason('1999-2000', seasons)?.name).toBe('1999-00');
  expect(findSeason('99/00', seasons)?.name).toBe('1999-00');
  expect(findSeason('2026', [{ name: '2026', first: '2026-03-01', last: '2026-11-01' }])?.name).toBe('2026');
});

it.each(['', '1992-93', '2026-27', '2021-23', '2021-21', '22', '2-3', 'last', '2021-22-23', '2021x'])(
  'the seasons that are carried are not guessed from %j',
  (typed) => {
    expect(findSeason(typed, seasons)).toBeUndefined();
  },
);
