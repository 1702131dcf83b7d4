import { expect, it } from 'vitest';
import { pointsOver } from '../../../commands/points-over.ts';
import { outcomeFor, resultsOf, seasonOf } from '../../../src/match/result.ts';
import { almanac } from '../data/almanac.ts';
import { seat } from './context.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

/** Points after each game counted one by one, of results up to a day. */
function counted(season: string, club: string, day: string): readonly number[] {
  let points = 0;
  const played = resultsOf(seasonOf(almanac.results, 'serie-a', season), club).filter((result) => result.day <= day);
  return played.map((result) => (points += { won: 3, drawn: 1, lost: 0 }[outcomeFor(result, club)]));
}

async function raced(season: string, day: string, now: number) {
  const { context } = await seat({ now });
  const find = await context.tables.table({ competition: 'serie-a', season, moment: { kind: 'day', day } }, now);
  if (!find.ok) throw new Error(find.reason);
  const view = { ...find.table, marked: [] };
  const clubs = view.rows.map(({ club }) => club);
  return { clubs, view, over: await pointsOver(view, clubs, { ...context, now }) };
}

it.each([
  ['2021-22', '2022-05-22', NOW],
  ['2021-22', '2022-02-06', NOW],
  // While a season runs, some clubs have played more games than others.
  ['2021-22', '2022-02-06', Date.UTC(2022, 1, 7)],
  ['2023-24', '2024-03-17', Date.UTC(2024, 2, 20)],
])('the points of every club in %s up to %s are those of its games one by one', async (season, day, now) => {
  const { clubs, over } = await raced(season, day, now);
  for (const club of clubs)
    expect([club, over.find((each) => each.club === club)?.points]).toEqual([club, counted(season, club, day)]);
});

it('what a court took away is gone at the end, as in the table', async () => {
  const { view, over } = await raced('2022-23', '2023-06-04', NOW);
  for (const { club, points } of view.rows) expect(over.find((each) => each.club === club)?.points.at(-1)).toBe(points);
});
