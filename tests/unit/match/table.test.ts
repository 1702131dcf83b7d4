import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  RUNNING_TIE_BREAKS,
  type TableRules,
  TIE_BREAKS,
  tableAfter,
  tableOf,
  upToDay,
} from '../../../src/match/table.ts';
import { anyResults, played } from '../../support/match/any-results.ts';

const rules: TableRules = { pointsForWin: 3, tieBreaks: RUNNING_TIE_BREAKS };
const final: TableRules = { pointsForWin: 3, tieBreaks: TIE_BREAKS };

const order = (lines: readonly string[], by: TableRules) =>
  tableOf(
    lines.map((line) => played(line)),
    by,
  ).map(({ rank, club }) => `${rank} ${club}`);

it('a table counts matches, goals and points', () => {
  expect(tableOf([played('milan 1-1 inter'), played('inter 3-2 napoli')], rules)).toEqual([
    {
      rank: 1,
      club: 'inter',
      played: 2,
      won: 1,
      drawn: 1,
      lost: 0,
      goalsFor: 4,
      goalsAgainst: 3,
      goalDifference: 1,
      points: 4,
    },
    {
      rank: 2,
      club: 'milan',
      played: 1,
      won: 0,
      drawn: 1,
      lost: 0,
      goalsFor: 1,
      goalsAgainst: 1,
      goalDifference: 0,
      points: 1,
    },
    {
      rank: 3,
      club: 'napoli',
      played: 1,
      won: 0,
      drawn: 0,
      lost: 1,
      goalsFor: 2,
      goalsAgainst: 3,
      goalDifference: -1,
      points: 0,
    },
  ]);
});

it('a table gives two points for a win where a win was worth two', () => {
  const [winner] = tableOf([played('milan 2-1 inter')], { ...rules, pointsForWin: 2 });
  expect(winner).toMatchObject({ club: 'milan', points: 2 });
});

it('a table is ordered by goal difference, then goals, while a season runs', () => {
  expect(order(['a 1-0 c', 'b 3-0 c', 'd 3-2 e', 'f 2-1 e'], rules).slice(0, 4)).toEqual(['1 b', '2 d', '3 f', '4 a']);
});

it('a table is ordered by the matches between those level on points when it is final', () => {
  const lines = ['a 1-0 b', 'b 0-0 a', 'a 0-1 c', 'b 9-0 c', 'c 0-1 a', 'c 1-2 b'];
  expect(order(lines, rules)).toEqual(['1 b', '2 a', '3 c']);
  expect(order(lines, final)).toEqual(['1 a', '2 b', '3 c']);
});

it('a table makes one small table of three clubs that are level', () => {
  // Each beat one other at home; c won by most. Against d, a scored far more: that comes later.
  const lines = ['a 1-0 b', 'b 1-0 c', 'c 3-0 a', 'a 9-0 d', 'b 1-0 d', 'c 1-0 d'];
  expect(order(lines, rules)).toEqual(['1 a', '2 c', '3 b', '4 d']);
  expect(order(lines, final)).toEqual(['1 c', '2 b', '3 a', '4 d']);
});

it('a table takes off points by ruling, and puts last whom a ruling put last', () => {
  const lines = ['a 1-0 b', 'b 1-0 c', 'a 1-0 c'].map((line) => played(line));
  const docked = tableOf(lines, { ...rules, rulings: [{ club: 'a', points: 4 }] });
  expect(docked.map(({ club, points }) => [club, points])).toEqual([
    ['b', 3],
    ['a', 2],
    ['c', 0],
  ]);
  const last = tableOf(lines, { ...rules, rulings: [{ club: 'a', putLast: true }] });
  expect(last.map(({ club, points }) => [club, points])).toEqual([
    ['b', 3],
    ['c', 0],
    ['a', 6],
  ]);
});

it('a table lets clubs that nothing separates share a rank', () => {
  expect(order(['b 1-1 a', 'c 0-0 d'], rules)).toEqual(['1 a', '1 b', '3 c', '3 d']);
});

it('a table has room for clubs that have not played yet', () => {
  expect(tableOf([], rules, ['milan'])).toMatchObject([{ rank: 1, club: 'milan', played: 0, points: 0 }]);
});

it('a table goes up to a day, the day included', () => {
  const results = ['2021-11-06', '2021-11-07', '2021-11-08'].map((day) => played('a 1-0 b', day));
  expect(upToDay(results, '2021-11-07')).toEqual(results.slice(0, 2));
});

it('a table adds up, whatever the results', () => {
  fc.assert(
    fc.property(anyResults, (results) => {
      const table = tableOf(results, final);
      const sum = (of: (row: (typeof table)[number]) => number) => table.reduce((total, row) => total + of(row), 0);
      expect(sum(({ played }) => played)).toBe(2 * results.length);
      expect(sum(({ goalDifference }) => goalDifference)).toBe(0);
      expect(sum(({ won }) => won)).toBe(sum(({ lost }) => lost));
      expect(table.every(({ won, drawn, points }) => points === 3 * won + drawn)).toBe(true);
      expect(table.map(({ points }) => points)).toEqual(table.map(({ points }) => points).sort((a, b) => b - a));
    }),
  );
});

it('a table after so many games each counts a match for those alone whose turn it was', () => {
  // b plays its third game while a plays its second.
  const results = ['a 1-0 b', 'b 2-0 c', 'c 1-1 b', 'a 0-0 c'].map((line) => played(line));
  const line = (games: number, name: string) =>
    tableAfter(games, results, rules, ['a', 'b', 'c']).find(({ club }) => club === name);
  expect(line(2, 'a')).toMatchObject({ played: 2, won: 1, drawn: 1, points: 4 });
  expect(line(2, 'b')).toMatchObject({ played: 2, won: 1, drawn: 0, lost: 1, goalDifference: 1 });
  expect(line(2, 'c')).toMatchObject({ played: 2, drawn: 1, lost: 1, goalsFor: 1, goalsAgainst: 3 });
  const docked = tableAfter(1, results, { ...rules, rulings: [{ club: 'a', points: 4 }] }, ['a', 'b']);
  expect(docked.map(({ club, points }) => [club, points])).toEqual([
    ['b', 0],
    ['a', -1],
  ]);
});

it('a table after all games is the table', () => {
  fc.assert(
    fc.property(anyResults, (results) => {
      const clubs = ['a', 'b', 'c', 'd'];
      expect(tableAfter(99, results, final, clubs)).toEqual(tableOf(results, final, clubs));
    }),
  );
});
