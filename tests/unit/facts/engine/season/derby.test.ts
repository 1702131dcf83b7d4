import { describe, expect, it } from 'vitest';
import { seasonFamilies } from '../../../../../src/facts/engine/families/season/index.ts';
import type { Focus } from '../../../../../src/facts/engine/family.ts';
import type { Statement, StatementKind } from '../../../../../src/facts/engine/finding.ts';
import { ledgerBook } from '../../../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../../../src/facts/engine/moment.ts';
import { almanac } from '../../../../support/facts/almanac.ts';

const book = ledgerBook(almanac);
const DERBY = { season: '2021-22', home: 'milan', away: 'inter' };
const KICK_OFF: Moment = { day: '2021-11-07', match: DERBY };
const END: Moment = { day: '2021-11-07', match: { ...DERBY, score: { home: 1, away: 1 } } };
const TWO: Focus = ['milan', 'inter'];

function all(moment: Moment, focus: Focus) {
  const ledger = book('serie-a', moment)!;
  return seasonFamilies.flatMap((family) => family.find(ledger, focus));
}

function said<Kind extends StatementKind>(kind: Kind, moment: Moment, focus: Focus, key = '') {
  const found = all(moment, focus).filter((finding) => finding.key.includes(key));
  return found
    .map(({ statement }) => statement)
    .filter((one): one is Extract<Statement, { kind: Kind }> => one.kind === kind);
}
const seasonOn = (seasons: readonly { season: string; tally: { points: number } }[]) =>
  seasons.map(({ season, tally }) => `${season} ${tally.points}`);

it("at the derby of 7 November 2021, Milan's start is their best, at its end with 32 points from 12 and at its kick-off with 31 from 11", () => {
  const [end] = said('best-start', END, TWO);
  expect(end).toMatchObject({ club: { name: 'Milan' }, games: 12, tally: { points: 32 }, level: [] });
  expect(seasonOn([end!.previous])).toEqual(['2003-04 30']);
  const [start] = said('best-start', KICK_OFF, TWO);
  expect(start).toMatchObject({ games: 11, tally: { points: 31, won: 10, drawn: 1 } });
  expect(seasonOn([start!.previous])).toEqual(['2005-06 28']);
  const { scope, working } = all(END, TWO).find(({ key }) => key === 'best-start/milan/12')!;
  expect(scope).toMatchObject({
    since: '1994-95',
    firstGames: 12,
    clubs: [{ id: 'milan' }],
    match: { counts: true },
  });
  expect(working.rows.slice(0, 2)).toMatchObject([{ season: '2021-22' }, { season: '2003-04', tally: { points: 30 } }]);
  expect([working.rows.length, working.lookedAt]).toEqual([20, 28]);
});

it('at the derby of 7 November 2021, Milan were unbeaten after 12 only in two other seasons', () => {
  const [found] = said('unbeaten-start', END, TWO);
  expect(found).toMatchObject({ tally: { won: 10, drawn: 2, lost: 0 }, before: ['2003-04', '2020-21'] });
});

it('at the derby of 7 November 2021, two teams were unbeaten after 12 in four seasons before', () => {
  const [found] = said('many-unbeaten', END, TWO);
  expect(found?.clubs.map(({ name }) => name)).toEqual(['Milan', 'Napoli']);
  expect(found?.before).toEqual(['1997-98', '2003-04', '2017-18', '2020-21']);
  expect(said('many-unbeaten', END, ['milan', 'napoli'])).toHaveLength(1);
  // Napoli and Milan lost in the next round.
  expect(said('many-unbeaten', { day: '2021-11-21' }, TWO)).toEqual([]);
});

it('at the derby of 7 November 2021, no other season had two teams on 32 points after 12', () => {
  const [found] = said('many-on-points', END, TWO);
  expect(found).toMatchObject({ points: 32, games: 12, before: [] });
  expect(found?.clubs.map(({ name }) => name)).toEqual(['Milan', 'Napoli']);
  expect(said('many-on-points', END, ['milan', 'napoli'])).toHaveLength(1);
});

it('at the derby of 7 November 2021, the draw left Milan level with Napoli, who were ahead, and Inter third, seven behind', () => {
  const [milan, inter] = said('table-place', END, TWO);
  expect(milan).toMatchObject({
    rank: 2,
    rankBefore: 2,
    points: 32,
    level: [{ name: 'Napoli' }],
    below: { points: 25 },
  });
  expect(milan).not.toHaveProperty('above');
  expect(inter).toMatchObject({ rank: 3, points: 25, above: { points: 32 }, below: { club: { name: 'Atalanta' } } });
  expect(said('table-place', KICK_OFF, TWO)[0]).toMatchObject({
    points: 31,
    above: { club: { name: 'Napoli' }, points: 32 },
  });
  expect(said('table-place', { day: '2021-11-07' }, ['napoli'])).toMatchObject([
    { rank: 1, level: [{ name: 'Milan' }] },
  ]);
});

it('at the derby of 7 November 2021, a win would have put Milan top by two points, and Inter four behind them', () => {
  const found = said('what-if', END, TWO);
  expect(found.map(({ club, outcome, rank }) => `${club.id} ${outcome} ${rank}`)).toEqual([
    'milan won 1',
    'milan lost 2',
    'inter won 3',
    'inter lost 3',
  ]);
  expect(found[0]).toMatchObject({ points: 34, gap: { club: { name: 'Napoli' }, points: 2 }, actual: { rank: 2 } });
  expect(found[2]).toMatchObject({ points: 27, gap: { club: { name: 'Milan' }, points: 4 }, actual: { points: 25 } });
  expect(said('what-if', KICK_OFF, TWO)).toEqual([]);
});

it('at the derby of 7 November 2021, Napoli had conceded four in 12, and only Roma in 2013-14 fewer', () => {
  const [found] = said('goals-start', { day: '2021-11-07' }, ['napoli', 'hellas-verona']);
  expect(found).toMatchObject({
    of: 'fewest-conceded',
    goals: 4,
    ahead: [{ club: { id: 'roma' }, season: '2013-14', goals: 3 }],
  });
  expect(found?.level).toHaveLength(4);
});

describe('of whole seasons', () => {
  const titles = (moment: Moment, club: string) =>
    said('champion', moment, [club]).flatMap((one) => (one.club.id === club ? [`${one.season} ${one.titles}`] : []));

  it('the champions are told as of the moment, with how many titles it makes', () => {
    expect(said('champion', { day: '2022-05-22' }, ['lecce'])).toMatchObject([
      {
        season: '2021-22',
        club: { id: 'milan' },
        points: 86,
        second: { club: { id: 'inter' }, points: 84 },
        titles: 6,
      },
    ]);
    expect(titles(END, 'milan')).toEqual(['1993-94 1', '1995-96 2', '1998-99 3', '2003-04 4', '2010-11 5']);
    expect(titles({ day: '2022-05-21' }, 'milan')).not.toContain('2021-22 6');
  });

  it('a title that a court took away is told until then, and no longer', () => {
    expect(titles({ day: '2006-07-24' }, 'juventus')).toEqual(expect.arrayContaining(['2004-05 6', '2005-06 7']));
    expect(titles({ day: '2006-07-25' }, 'juventus').at(-1)).toBe('2002-03 5');
    expect(titles({ day: '2006-07-25' }, 'inter')).toEqual(['2005-06 1']);
  });

  it('points are those won on the pitch, and places those with what was deducted', () => {
    const moment: Moment = { day: '2018-12-02' };
    expect(said('worst-start', moment, ['chievo'])).toMatchObject([{ tally: { points: 5 } }]);
    expect(said('table-place', moment, ['chievo'])).toMatchObject([{ rank: 20, points: 2 }]);
  });

  it('points of 1993-94, two for a win, are not compared, and a club that was not in the league has none', () => {
    const kinds = (moment: Moment, focus: Focus) => new Set(all(moment, focus).map(({ statement }) => statement.kind));
    expect(kinds({ day: '1994-01-09' }, ['milan'])).toEqual(new Set(['table-place']));
    const starts = all({ day: '2021-11-07' }, ['parma']).filter(({ statement }) => statement.kind !== 'champion');
    expect(starts).toEqual([]);
    expect(said('points-by-season', { day: '2024-12-01' }, ['como'])[0]?.earlier.map(({ season }) => season)).toEqual([
      '2002-03',
    ]);
  });
});
