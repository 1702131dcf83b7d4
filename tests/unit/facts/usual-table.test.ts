import { expect, it } from 'vitest';
import { usualTable } from '../../../src/facts/usual-table.ts';
import type { Match } from '../../../src/match/match.ts';
import { almanac } from '../../support/facts/almanac.ts';

const derby: Match = {
  ...{ id: 'derby', competition: { id: 'serie-a', name: 'Serie A' }, season: '2021-22' },
  ...{ home: { id: 'milan', name: 'Milan' }, away: { id: 'inter', name: 'Inter' } },
  kickOff: Date.parse('2021-11-07T19:45:00Z'),
};
const years = Date.parse('2026-11-22T12:00:00Z');
const day = Date.parse('2021-11-08T12:00:00Z');
const serieA = (season: string, moment: object) => ({ competition: 'serie-a', season, moment });

it('the table that somebody means who names none is the one as it is now, while the match that matters is of these days', () => {
  const latest = serieA('2021-22', { kind: 'latest' });
  expect(usualTable(almanac, { match: derby, hasResult: true }, day)).toEqual(latest);
  expect(usualTable(almanac, { match: derby, hasResult: false }, derby.kickOff - 1)).toEqual(latest);
});

it('the table that somebody means who names none is the one of its own evening, when the match comes from the archive: without it, until it is over', () => {
  const evening = { kind: 'day', day: '2021-11-07' };
  expect(usualTable(almanac, { match: derby, hasResult: true }, years)).toEqual(serieA('2021-22', evening));
  expect(usualTable(almanac, { match: derby, hasResult: false }, years)).toEqual(
    serieA('2021-22', { ...evening, without: { home: 'milan', away: 'inter' } }),
  );
});

it('the table that somebody means who names none is the latest there is, without a match or where its competition is not carried', () => {
  const cup: Match = { ...derby, competition: { id: 'cup', name: 'Cup' } };
  for (const matters of [undefined, { match: cup, hasResult: true }])
    expect(usualTable(almanac, matters, years)).toEqual(serieA('2025-26', { kind: 'latest' }));
  expect(usualTable({ ...almanac, results: [] }, undefined, years)).toBeUndefined();
});
