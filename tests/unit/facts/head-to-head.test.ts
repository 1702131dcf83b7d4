import { expect, it } from 'vitest';
import { headToHead, type OpeningBalance } from '../../../src/facts/head-to-head.ts';
import type { Result } from '../../../src/match/result.ts';
import { almanac } from '../../support/facts/almanac.ts';
import { derbies } from '../../support/facts/record.ts';

const [opening] = almanac.openingBalances;

it('the balance of two clubs is that of the derbies before 7 November 2021, on top of those before 1993-94', () => {
  expect(headToHead(derbies('1993-07-01', '2021-11-06'), 'inter', 'milan', opening)).toEqual({
    ...{ clubs: ['inter', 'milan'], played: 174, won: [67, 52], drawn: 55, goals: [246, 223] },
  });
});

it('the balance of two clubs is that of the derbies to the end of 2025-26', () => {
  expect(headToHead(derbies('1993-07-01', '2026-05-24'), 'inter', 'milan', opening)).toMatchObject({
    ...{ played: 184, won: [70, 57], drawn: 57, goals: [260, 236] },
  });
});

it('the balance of two clubs counts only what it is given', () => {
  expect(headToHead(derbies('1994-07-01', '2021-11-07'), 'inter', 'milan')).toMatchObject({
    ...{ played: 55, won: [24, 16], drawn: 15 },
  });
  expect(headToHead([], 'inter', 'milan')).toMatchObject({ played: 0, won: [0, 0], drawn: 0, goals: [0, 0] });
});

it('the balance of two clubs is the same seen from the other side', () => {
  const balance: OpeningBalance = {
    ...{
      competition: 'serie-a',
      before: '2021-22',
      clubs: ['a', 'b'],
      played: 3,
      won: [2, 0],
      drawn: 1,
      goals: [7, 2],
    },
  };
  const result: Result = {
    ...{ competition: 'serie-a', season: '2021-22', day: '2021-11-07', home: 'b', away: 'a', status: 'played' },
    score: { home: 1, away: 0 },
  };
  expect(headToHead([result], 'a', 'b', balance)).toMatchObject({ played: 4, won: [2, 1], drawn: 1, goals: [7, 3] });
  expect(headToHead([result], 'b', 'a', balance)).toMatchObject({ played: 4, won: [1, 2], drawn: 1, goals: [3, 7] });
});
