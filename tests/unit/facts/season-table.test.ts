import { expect, it } from 'vitest';
import { type SeasonTable, seasonTable, type TableMoment, type TableRequest } from '../../../src/facts/season-table.ts';
import { almanac, results } from '../../support/facts/almanac.ts';

const TODAY = '2026-11-22';
const LATEST: TableMoment = { kind: 'latest' };

function ask(season: string, moment: TableMoment, today = TODAY, record: Pick<typeof almanac, 'results'> = almanac) {
  const request: TableRequest = { competition: 'serie-a', season, moment };
  return seasonTable({ ...almanac, ...record }, request, today);
}

function tableOf(season: string, moment: TableMoment, today = TODAY): SeasonTable {
  const find = ask(season, moment, today);
  if (!find.ok) throw new Error(find.reason);
  return find.table;
}

const lines = ({ rows }: SeasonTable, count: number) =>
  rows.slice(0, count).map(({ rank, club, points }) => `${rank} ${club} ${points}`);
const onDay = (day: string): TableMoment => ({ kind: 'day', day });
const afterGames = (games: number): TableMoment => ({ kind: 'games', games });

it('the table of a season is its final one once all is played, with the tie-breaks of its time', () => {
  const table = tableOf('2021-22', LATEST);
  expect(lines(table, 3)).toEqual(['1 milan 86', '2 inter 84', '3 napoli 79']);
  expect(table).toMatchObject({ stage: 'final', lastDay: '2022-05-22' });
  expect(table.rules.tieBreaks[0]).toBe('head-to-head points');
  expect(tableOf('2003-04', LATEST).rules.tieBreaks).toEqual(['goal difference', 'goals scored']);
});

it('the table of a season after so many games each counts every club the same number of them', () => {
  const table = tableOf('2021-22', afterGames(12));
  expect(lines(table, 3)).toEqual(['1 napoli 32', '2 milan 32', '3 inter 25']);
  expect(new Set(table.rows.map(({ played }) => played))).toEqual(new Set([12]));
  expect(table).toMatchObject({ stage: 'running', rules: { tieBreaks: ['goal difference', 'goals scored'] } });
  // Two points for a win: Milan took 50 from 34 games.
  expect(tableOf('1993-94', afterGames(34)).rows[0]).toMatchObject({ club: 'milan', points: 50, won: 19, drawn: 12 });
});

it('the table of a season after all games is the final one', () => {
  expect(tableOf('2019-20', afterGames(38)).rows).toEqual(tableOf('2019-20', LATEST).rows);
  expect(tableOf('2019-20', afterGames(38)).stage).toBe('final');
});

it('the table of a season on a day has what was played by its end, and may leave one match of it out', () => {
  expect(lines(tableOf('2021-22', onDay('2021-11-07')), 3)).toEqual(['1 napoli 32', '2 milan 32', '3 inter 25']);
  const without = { home: 'milan', away: 'inter' };
  const before = tableOf('2021-22', { kind: 'day', day: '2021-11-07', without });
  expect(lines(before, 3)).toEqual(['1 napoli 32', '2 milan 31', '3 inter 24']);
  expect(before.rows.find(({ club }) => club === 'milan')).toMatchObject({ played: 11 });
});

it('the table of a season shows how the last five games of each club ended, as of then', () => {
  const form = (table: SeasonTable, club: string) => table.rows.find((row) => row.club === club)?.form.join(' ');
  expect(form(tableOf('2021-22', afterGames(12)), 'milan')).toBe('won won won won drawn');
  expect(form(tableOf('2021-22', afterGames(12)), 'napoli')).toBe('won drawn won won drawn');
  expect(form(tableOf('2021-22', afterGames(2)), 'milan')).toBe('won won');
});

it('the table of a season comes with the rulings in force at its moment', () => {
  const juventus = (moment: TableMoment) => {
    const { rows, rules } = tableOf('2022-23', moment);
    return [rows.find(({ club }) => club === 'juventus')?.points, rules.rulings];
  };
  expect(juventus(LATEST)).toEqual([62, [expect.objectContaining({ club: 'juventus', points: 10 })]]);
  expect(juventus(onDay('2023-01-19'))).toEqual([37, []]);
  expect(juventus(onDay('2023-01-20'))).toEqual([22, [expect.objectContaining({ points: 15 })]]);
  // Juventus played its 18th game on 13 January and its 19th on the 22nd.
  expect(juventus(afterGames(18))).toEqual([37, []]);
  expect(juventus(afterGames(19))).toEqual([23, [expect.objectContaining({ points: 15 })]]);
});

it('the table of a season of 2005-06 was another until the court spoke', () => {
  expect(tableOf('2005-06', onDay('2006-05-14')).rows[0]).toMatchObject({ club: 'juventus', points: 91 });
  expect(tableOf('2005-06', onDay('2006-07-25')).rows[0]).toMatchObject({ club: 'inter', points: 76 });
  expect(tableOf('2005-06', LATEST).rows.at(-1)).toMatchObject({ club: 'juventus', rank: 20 });
  expect(tableOf('2005-06', afterGames(38)).rows[0]?.club).toBe('inter');
});

it('the table of a season knows nothing of what is still to come', () => {
  const table = tableOf('2021-22', LATEST, '2021-11-10');
  expect(lines(table, 2)).toEqual(['1 napoli 32', '2 milan 32']);
  expect(table).toMatchObject({ stage: 'running', lastDay: '2021-11-07' });
  expect(ask('2021-22', afterGames(13), '2021-11-10')).toEqual({ ok: false, reason: 'no-such-games', most: 12 });
  expect(ask('2022-23', LATEST, '2021-11-10')).toMatchObject({ ok: false, reason: 'no-season' });
});

it.each([0, 39, 1.5, -1])('there is no table after %d games', (games) => {
  expect(ask('2021-22', afterGames(games))).toEqual({ ok: false, reason: 'no-such-games', most: 38 });
});

it.each([['2021-08-20'], ['2026-05-25']])('there is no table of 2021-22 on %s', (day) => {
  const bounds = { first: '2021-08-21', last: '2022-05-22' };
  expect(ask('2021-22', onDay(day))).toEqual({ ok: false, reason: 'no-such-day', ...bounds });
});

it('there is no table of seasons and competitions that are not carried', () => {
  for (const season of ['1992-93', '2026-27']) expect(ask(season, LATEST)).toMatchObject({ reason: 'no-season' });
  const elsewhere = { competition: 'serie-b', season: '2021-22', moment: LATEST };
  expect(seasonTable(almanac, elsewhere, TODAY)).toEqual({ ok: false, reason: 'no-season', seasons: [] });
});

it('there is no table where results are missing: clubs that have not turned up, or one far ahead of the rest', () => {
  const someOf = (keep: (result: (typeof results)[number]) => boolean) => ({
    results: results.filter((result) => result.season !== '2025-26' || keep(result)),
  });
  const ofInter = someOf(({ home, away }) => home === 'inter' || away === 'inter');
  expect(ask('2025-26', LATEST, TODAY, ofInter)).toEqual({ ok: false, reason: 'incomplete' });
  const firstWeek = someOf(({ day }) => day <= '2025-08-23');
  expect(ask('2025-26', LATEST, TODAY, firstWeek)).toEqual({ ok: false, reason: 'incomplete' });
});

it('a table is there at every moment since every club has played, in every season', () => {
  const days = new Map(results.map(({ day, season }) => [day, season]));
  const underWay = [...days].filter(([day]) => !/-0[5-9]-/.test(day));
  for (const [day, season] of underWay.filter((_, index) => index % 23 === 0))
    expect(ask(season, LATEST, day), day).toMatchObject({ ok: true });
});
