import { expect, it } from 'vitest';
import { pointsOver } from '../../../src/facts/points-over.ts';
import { seasonTable, type TableMoment } from '../../../src/facts/season-table.ts';
import { outcomeFor, resultsOf, seasonOf } from '../../../src/match/result.ts';
import { almanac } from '../../support/facts/almanac.ts';

/** Points after each game counted one by one, of results up to a day. */
function counted(season: string, club: string, day: string): readonly number[] {
  let points = 0;
  const played = resultsOf(seasonOf(almanac.results, 'serie-a', season), club).filter((result) => result.day <= day);
  return played.map((result) => (points += { won: 3, drawn: 1, lost: 0 }[outcomeFor(result, club)]));
}

function raced(season: string, moment: TableMoment, today = '2026-11-22') {
  const find = seasonTable(almanac, { competition: 'serie-a', season, moment }, today);
  if (!find.ok) throw new Error(find.reason);
  const clubs = find.table.rows.map(({ club }) => club);
  return { clubs, table: find.table, over: pointsOver(almanac, find.table, clubs) };
}

it.each([
  ['2021-22', '2022-05-22', '2026-11-22'],
  ['2021-22', '2022-02-06', '2026-11-22'],
  // While a season runs, some clubs have played more games than others.
  ['2021-22', '2022-02-06', '2022-02-07'],
  ['2023-24', '2024-03-17', '2024-03-20'],
])('the points of every club in %s up to %s are those of its games one by one', (season, day, today) => {
  const { clubs, over } = raced(season, { kind: 'day', day }, today);
  for (const club of clubs)
    expect([club, over.find((each) => each.club === club)?.points]).toEqual([club, counted(season, club, day)]);
});

it('the match that a table leaves out is left out of the points as well', () => {
  const without = { home: 'milan', away: 'inter' };
  const { over } = raced('2021-22', { kind: 'day', day: '2021-11-07', without });
  expect(over.find(({ club }) => club === 'milan')?.points).toHaveLength(11);
  expect(over.find(({ club }) => club === 'napoli')?.points).toHaveLength(12);
});

it('the points are those of the clubs asked for alone, after as many games as the table is of', () => {
  const { table } = raced('2021-22', { kind: 'games', games: 12 });
  const [napoli, milan, ...others] = pointsOver(almanac, table, ['milan', 'napoli']);
  expect(others).toEqual([]);
  expect([napoli?.club, napoli?.points.length, milan?.points.at(-1)]).toEqual(['napoli', 12, 32]);
});

it('what a court took away is gone from its day, and at the end as in the table', () => {
  const { table, over } = raced('2022-23', { kind: 'latest' });
  for (const { club, points } of table.rows)
    expect(over.find((each) => each.club === club)?.points.at(-1)).toBe(points);
  const juventus = over.find(({ club }) => club === 'juventus')?.points ?? [];
  // Fifteen gone in January, given back in April, ten gone in May.
  expect(juventus.filter((points, game) => points < (juventus[game - 1] ?? 0)).length).toBe(2);
});
