import { describe, expect, it } from 'vitest';
import { runFamilies } from '../../../../../src/facts/engine/families/runs/index.ts';
import type { Focus } from '../../../../../src/facts/engine/family.ts';
import { type LedgerSource, ledgerBook } from '../../../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../../../src/facts/engine/moment.ts';
import type { Result } from '../../../../../src/match/result.ts';
import { almanac } from '../../../../support/facts/almanac.ts';

const DERBY = { season: '2021-22', home: 'milan', away: 'inter' };
const KICK_OFF: Moment = { day: '2021-11-07', match: DERBY };
const END: Moment = { day: '2021-11-07', match: { ...DERBY, score: { home: 1, away: 1 } } };
const TWO: Focus = ['milan', 'inter'];

function finder(source: LedgerSource) {
  const book = ledgerBook(source);
  return (moment: Moment, focus: Focus) =>
    new Map(runFamilies.flatMap(({ find }) => find(book('serie-a', moment)!, focus)).map((one) => [one.key, one]));
}

const found = finder(almanac);
const said = (key: string, moment: Moment, focus: Focus = TWO) => found(moment, focus).get(key)?.statement;

it('a run that goes on stands before the derby as it was, and after it as it became', () => {
  expect(said('run/milan/won', KICK_OFF)).toMatchObject({
    run: { games: 7, from: '2021-09-22', to: '2021-10-31' },
    longer: { games: 9 },
  });
  expect(said('run/milan/unbeaten', KICK_OFF)).toMatchObject({ run: { games: 16 } });
  expect(said('run/milan/unbeaten', END)).toMatchObject({ run: { games: 17, to: '2021-11-07' } });
  expect(found(END, TWO).get('run/milan/unbeaten')?.weight.latest).toBe('2021-11-07');
  expect(said('run/milan/won', END)).toBeUndefined();
});

it('a run that goes on is told at one ground only where that says more, and of the ground that is played on', () => {
  const there = [...found(KICK_OFF, TWO).keys()].filter((key) => /^run\/.*\/(home|away)$/.test(key));
  expect(there).toEqual(['run/milan/won/home']);
  expect(said('run/milan/won/home', KICK_OFF)).toMatchObject({ run: { games: 5, from: '2021-08-29' } });
  expect(said('run/inter/unbeaten/home', { day: '2021-11-07' }, ['inter'])).toMatchObject({
    ...{ venue: 'home', run: { games: 22, from: '2020-10-31' } },
  });
  expect([...found(KICK_OFF, TWO).keys()]).not.toContain('run/inter/unbeaten/home');
});

it('a run that goes on is not told of a club that does not play there any more, nor where its beginning is not known', () => {
  expect([...found({ day: '2021-11-07' }, ['chievo']).keys()].filter((key) => key.startsWith('run'))).toEqual([]);
  const early = found({ day: '1993-10-03' }, ['milan']);
  expect([...early.keys()].filter((key) => key.includes('unbeaten'))).toEqual([]);
});

it('a run of goals is 31 games in a row with one for Inter, and told rather than anything less', () => {
  expect(said('run/inter/scored', END)).toMatchObject({ run: { games: 31, from: '2021-01-30' } });
  expect(said('longest-run/inter/scored', { day: '2026-05-24' })).toMatchObject({
    ...{ run: { games: 42, from: '2023-04-23', to: '2024-04-28' } },
  });
  expect(said('longest-run/milan/clean-sheet', END)).toMatchObject({ run: { games: 8, to: '1994-02-20' } });
  expect(said('longest-run/inter/scoreless', END)).toMatchObject({ run: { games: 4, from: '2012-02-04' } });
  // Nine wins in a row say more than nine games with a goal.
  const kinds = [...found(KICK_OFF, TWO).keys()].filter((key) => key.startsWith('run/milan/'));
  expect(kinds).not.toContain('run/milan/clean-sheet');
});

it('a run of goals is not certain where a score in it, or next to it, was awarded', () => {
  const awarded = finder({
    ...almanac,
    results: almanac.results.map((result) =>
      result.day === '2021-01-23' && result.home === 'udinese' ? { ...result, status: 'awarded' as const } : result,
    ),
  });
  expect(awarded(END, TWO).has('run/inter/scored')).toBe(false);
  expect(awarded(END, TWO).has('run/milan/scored')).toBe(true);
});

it('a run that has ended is told with the game that ended it: seven wins by the draw, 17 and 21 games unbeaten a round later', () => {
  const ended = found(END, TWO).get('run-ended/milan/won');
  expect(ended).toMatchObject({ statement: { run: { games: 7 } }, weight: { latest: '2021-11-07' } });
  expect(ended?.working.rows).toHaveLength(8);
  const next = { day: '2021-11-21' };
  expect(said('run-ended/milan/unbeaten', next, ['milan', 'napoli'])).toMatchObject({ run: { games: 17 } });
  expect(said('run-ended/napoli/unbeaten', next, ['milan', 'napoli'])).toMatchObject({ run: { games: 21 } });
  expect(said('run-ended/milan/won', KICK_OFF)).toBeUndefined();
});

it("the longest run is Inter's 17 wins of 2006-07, and Milan's 27 games unbeaten of 2020", () => {
  expect(said('longest-run/inter/won', END)).toMatchObject({
    run: { games: 17, from: '2006-10-25', to: '2007-02-25' },
  });
  expect(said('longest-run/milan/unbeaten', END)).toMatchObject({ run: { games: 27, from: '2020-06-22' } });
});

it('the longest run is none where it began with the first result, or before a season elsewhere', () => {
  const short = finder({ ...almanac, results: almanac.results.filter(({ season }) => season >= '2006-07') });
  expect(short({ day: '2012-05-13' }, ['inter']).has('longest-run/inter/unbeaten')).toBe(false);
  expect(short({ day: '2012-05-13' }, ['inter']).has('longest-run/inter/won')).toBe(true);
  for (const { statement } of found({ day: '2026-05-24' }, ['venezia', 'lecce']).values()) {
    if (statement.kind !== 'longest-run') continue;
    expect(Date.parse(statement.run.to) - Date.parse(statement.run.from)).toBeLessThan(366 * 864e5);
  }
});

it('the biggest win is 6-0 of Milan over Inter, and of the awarded ones none', () => {
  expect(said('biggest-win/milan/v', END)).toMatchObject({
    ...{ over: { id: 'inter' }, opponent: { id: 'inter' }, times: 1 },
    result: { day: '2001-05-11', score: { home: 0, away: 6 } },
  });
  expect(said('biggest-win/inter', END)).toMatchObject({ result: { day: '2014-09-14' }, times: 2 });
  expect(said('biggest-win/milan/v', END)).toMatchObject({ isOfBoth: true });
  expect(said('biggest-win/inter/v', END)).not.toHaveProperty('isOfBoth');
  const verona = said('biggest-win/hellas-verona/v', { day: '2026-05-24' }, ['hellas-verona', 'roma']);
  expect(verona).not.toMatchObject({ result: { status: 'awarded' } });
});

describe('leads at half-time', () => {
  const nowhere = ({ day, home, away, season, score, competition, status }: Result): Result => ({
    ...{ day, home, away, season, score, competition, status },
  });
  const known = almanac.results.map((result) =>
    result.season < '2020-21' || result.status === 'awarded'
      ? nowhere(result)
      : { ...result, halfTime: { home: Math.min(1, result.score.home), away: 0 } },
  );
  const leads = (results: readonly Result[], key: string) =>
    finder({ ...almanac, results })({ day: '2022-05-22' }, TWO).get(key);

  it('leads at half-time are counted since all half-time scores are known, and where one is missing not at all', () => {
    const own = leads(known, 'half-time/milan');
    expect(own?.scope).toMatchObject({ since: '2020-21', clubs: [{ id: 'milan' }] });
    const games = known.filter(({ home, season, score }) => home === 'milan' && season >= '2020-21' && score.home > 0);
    const inRange = games.filter(({ day }) => day <= '2022-05-22');
    expect(own?.statement).toMatchObject({ led: inRange.length });
    const holes = known.map((result) => (result.day === '2021-11-07' ? nowhere(result) : result));
    expect(leads(holes, 'half-time/milan')).toBeUndefined();
    expect(leads(almanac.results, 'half-time/milan')).toBeUndefined();
  });
});
