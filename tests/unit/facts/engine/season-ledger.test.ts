import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seasonLedger } from '../../../../src/facts/engine/season-ledger.ts';
import type { KnownCompetition } from '../../../../src/facts/known.ts';
import { tableAfter, tableOf } from '../../../../src/match/table.ts';
import { almanac, serieA } from '../../../support/facts/almanac.ts';
import { anyResults } from '../../../support/match/any-results.ts';

const CLUBS = ['a', 'b', 'c', 'd'];
const rules = (pointsForWin: number) => ({ pointsForWin, tieBreaks: ['goal difference', 'goals scored'] as const });
const plainLeague: KnownCompetition = {
  ...{ id: 'serie-a', name: 'Serie A', country: 'Italy', timeZone: 'Europe/Rome', aliases: [], rulings: [] },
  eras: [
    { since: '1929-30', ...rules(2) },
    { since: '1994-95', ...rules(3) },
  ],
};
const carried = (name: string) => {
  const results = almanac.results.filter(({ season }) => season === name);
  return seasonLedger(serieA, name, results, [...new Set(results.map(({ home }) => home))].sort());
};

it('the ledger of a season adds up what a table of as many games says, whatever was played', () => {
  fc.assert(
    fc.property(anyResults, fc.integer({ min: 1, max: 8 }), (results, games) => {
      const ledger = seasonLedger(plainLeague, '2021-22', results, CLUBS);
      for (const row of tableAfter(games, results, rules(3), CLUBS)) {
        const { won, drawn, lost, goalsFor, goalsAgainst, points } = row;
        const all = { games, won, drawn, lost, goalsFor, goalsAgainst, points };
        expect(ledger.tally(row.club, games)).toEqual(row.played === games ? all : undefined);
        expect(ledger.form(row.club, games)).toHaveLength(Math.min(row.played, 5));
      }
      expect(ledger.table()).toEqual(tableOf(results, rules(3), CLUBS));
      const least = Math.min(...CLUBS.map((club) => ledger.games(club).length));
      expect(ledger.tableAfter(games) === undefined).toBe(least < games);
    }),
  );
});

it('the ledger of a season counts two points for a win before 1994-95', () => {
  expect(carried('1993-94').tally('milan', 34)).toMatchObject({ won: 19, drawn: 12, lost: 3, points: 50 });
  expect(carried('1994-95').tally('juventus', 34)).toMatchObject({ points: 73 });
});

it('the ledger of a season says nothing of a club that was not in it, or of games not played', () => {
  const season = carried('2021-22');
  expect(season.tally('parma', 1)).toBeUndefined();
  expect(season.games('parma')).toEqual([]);
  expect([season.tally('milan', 0), season.tally('milan', 39), season.tally('milan', 1.5)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(season.tableAfter(39)).toBeUndefined();
});

it('the ledger of a season is over with its last match, and its table then goes by other tie-breaks', () => {
  const results = almanac.results.filter(({ season }) => season === '2018-19');
  const clubs = [...new Set(results.map(({ home }) => home))];
  const before = seasonLedger(serieA, '2018-19', results.slice(0, -1), clubs);
  expect([before.isOver, carried('2018-19').isOver]).toEqual([false, true]);
  const order = carried('2018-19')
    .table()
    .map(({ club }) => club);
  expect(order.indexOf('empoli') - order.indexOf('genoa')).toBe(1);
});

it('the ledger of a season has the rulings of the day that is asked about, and won points in its tallies', () => {
  const season = carried('2005-06');
  expect(season.table('2006-07-24')[0]).toMatchObject({ club: 'juventus', points: 91 });
  expect(season.table('2006-07-25')[0]).toMatchObject({ club: 'inter', points: 76 });
  expect(season.table('2026-01-01')).toBe(season.table('2006-07-25'));
  expect(season.tally('milan', 38)?.points).toBe(88);
});
