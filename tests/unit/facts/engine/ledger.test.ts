import { expect, it } from 'vitest';
import { type LedgerSource, ledgerBook } from '../../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../../src/facts/engine/moment.ts';
import type { Result } from '../../../../src/match/result.ts';
import { league, result } from '../../../support/facts/league.ts';

/** All meet each other twice, by rounds, in the year given. */
function season(year: number): readonly Result[] {
  return [
    result(`${year}-09-01 milan 1-0 inter (1-0)`),
    result(`${year}-09-01 napoli 2-2 como`),
    result(`${year}-09-08 inter 0-1 napoli`),
    result(`${year}-09-08 como 0-3 milan`),
    result(`${year}-09-15 milan 1-1 napoli`),
    result(`${year}-09-15 inter 2-0 como`),
  ];
}

const RECORD: readonly Result[] = [2024, 2025, 2026].flatMap(season);
const NEXT = result('2026-09-22 inter 1-1 milan');
const LAST: Moment = { day: '2026-12-31' };
const opening = { competition: 'serie-a', before: '2024-25', clubs: [], played: 0, won: [], drawn: 0, goals: [] };

function growing(results: readonly Result[]) {
  const openingBalances = [opening, { ...opening, before: '2025-26' }] as unknown as LedgerSource['openingBalances'];
  const source: { -readonly [Key in keyof LedgerSource]: LedgerSource[Key] } = { ...league, openingBalances, results };
  return { source, book: ledgerBook(source) };
}
const ledger = (moment: Moment, results = RECORD) => growing(results).book('serie-a', moment);
const of = (home: string, away: string, score?: Result['score']) => ({
  ...{ season: '2026-27', home, away, ...(score && { score }) },
});

it('a ledger as of a day has what was played by its end', () => {
  const then = ledger({ day: '2026-09-08' })!;
  expect(then.seasons.map(({ name, results }) => `${name} ${results.length}`)).toEqual([
    '2024-25 6',
    '2025-26 6',
    '2026-27 4',
  ]);
  expect(then.lastDay).toBe('2026-09-08');
  expect(then.resultsOf('milan')).toHaveLength(8);
  expect(then.meetings('milan', 'inter').map(({ day }) => day)).toEqual(['2024-09-01', '2025-09-01', '2026-09-01']);
  expect(ledger({ day: '2025-12-31' })?.seasons).toHaveLength(2);
  expect(ledger({ day: '2024-08-31' })).toBeUndefined();
});

it('a ledger as of a moment differs at the kick-off of a match, at its end and on its day', () => {
  const games = (moment: Moment) => ledger(moment)?.season('2026-27')?.games('milan').length;
  const day = '2026-09-15';
  expect(games({ day, match: of('milan', 'napoli') })).toBe(2);
  expect(games({ day, match: of('milan', 'napoli', { home: 1, away: 1 }) })).toBe(3);
  expect(games({ day })).toBe(3);
  // What else was played that day counts for all three.
  expect(
    ledger({ day, match: of('milan', 'napoli') })
      ?.season('2026-27')
      ?.games('como'),
  ).toHaveLength(3);
});

it('a ledger as of a moment counts a match that the results do not have yet, and its score as it is given', () => {
  const end = (score: Result['score'], results = RECORD) =>
    ledger({ day: '2026-09-22', match: of('inter', 'milan', score) }, results)!.season('2026-27')!;
  expect(end({ home: 0, away: 4 }).games('milan').at(-1)).toMatchObject({ day: '2026-09-22', score: { away: 4 } });
  expect(
    end({ home: 0, away: 4 }, [...RECORD, NEXT])
      .games('milan')
      .at(-1)?.score,
  ).toEqual({ home: 0, away: 4 });
  const changed = ledger({ day: '2026-09-01', match: of('milan', 'inter', { home: 0, away: 2 }) })!;
  const [own] = changed.meetings('milan', 'inter').slice(-1);
  expect(own).toEqual({ ...result('2026-09-01 milan 0-2 inter') });
  const same = ledger({ day: '2026-09-01', match: of('milan', 'inter', { home: 1, away: 0 }) })!;
  expect(same.meetings('milan', 'inter').at(-1)?.halfTime).toEqual({ home: 1, away: 0 });
});

it('a ledger as of a moment is none for a match whose season or clubs it does not have', () => {
  const day = '2027-09-01';
  expect(ledger({ day, match: { ...of('milan', 'inter'), season: '2027-28' } })).toBeUndefined();
  expect(ledger({ day, match: of('milan', 'parma') })).toBeUndefined();
  expect(ledger({ day, match: of('milan', 'milan') })).toBeUndefined();
  expect(growing(RECORD).book('serie-b', LAST)).toBeUndefined();
});

it('a ledger as of a moment uses no season with holes, and none from before one', () => {
  const names = (results: readonly Result[]) => ledger(LAST, results)?.seasons.map(({ name }) => name);
  // Of 2025-26 one club is not known to have played at all.
  const holed = RECORD.filter(({ season, home, away }) => season !== '2025-26' || (home !== 'como' && away !== 'como'));
  expect(names(holed)).toEqual(['2026-27']);
  expect(names(RECORD.filter((row) => row.season !== '2025-26'))).toEqual(['2026-27']);
  expect(names(RECORD.slice(0, -5))).toEqual(['2024-25', '2025-26']);
});

it('a ledger as of a moment has the totals from before its first season, and names', () => {
  expect(ledger(LAST)?.openingBalances).toEqual([opening]);
  expect(ledger(LAST)?.club('alcorcon')).toEqual({ id: 'alcorcon', name: 'Alcorcón' });
  expect(ledger(LAST)?.club('nobody').name).toBe('nobody');
});

it('a book of ledgers keeps all seasons but the one that a new result is of', () => {
  const { source, book } = growing(RECORD);
  const before = book('serie-a', LAST)!;
  expect(book('serie-a', LAST)).toBe(before);
  source.results = [...RECORD, NEXT];
  const after = book('serie-a', LAST)!;
  expect(after.seasons.map((season, index) => season === before.seasons[index])).toEqual([true, true, false]);
  expect(after.season('2026-27')?.games('milan')).toHaveLength(4);
});

it('a book of ledgers sees a result that was corrected', () => {
  const { source, book } = growing(RECORD);
  const before = book('serie-a', LAST)!;
  source.results = RECORD.with(6, { ...RECORD[6]!, score: { home: 0, away: 5 } });
  const after = book('serie-a', LAST)!;
  expect(after.seasons.map((season, index) => season === before.seasons[index])).toEqual([true, false, true]);
  expect(after.season('2025-26')?.tally('milan', 1)).toMatchObject({ lost: 1, goalsAgainst: 5 });
});
