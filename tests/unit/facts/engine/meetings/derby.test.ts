import { expect, it } from 'vitest';
import { meetingFamilies } from '../../../../../src/facts/engine/families/meetings/index.ts';
import type { Focus } from '../../../../../src/facts/engine/family.ts';
import type { Finding, Statement, StatementKind } from '../../../../../src/facts/engine/finding.ts';
import { ledgerBook } from '../../../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../../../src/facts/engine/moment.ts';
import { almanac } from '../../../../support/facts/almanac.ts';

const book = ledgerBook(almanac);
const DERBY = { season: '2021-22', home: 'milan', away: 'inter' };
const KICK_OFF: Moment = { day: '2021-11-07', match: DERBY };
const END: Moment = { day: '2021-11-07', match: { ...DERBY, score: { home: 1, away: 1 } } };
const LATER: Moment = { day: '2026-05-24' };
const TWO: Focus = ['milan', 'inter'];

function all(moment: Moment, focus: Focus = TWO) {
  return meetingFamilies.flatMap(({ find }) => find(book('serie-a', moment)!, focus));
}

function found(key: string, moment: Moment, focus: Focus = TWO): Finding | undefined {
  return all(moment, focus).find((finding) => finding.key === key);
}

function said<Kind extends StatementKind>(kind: Kind, key: string, moment: Moment, focus: Focus = TWO) {
  const statement = found(key, moment, focus)?.statement;
  expect(statement?.kind, key).toBe(kind);
  return statement as Extract<Statement, { kind: Kind }>;
}

it('the derby of 7 November 2021 ended 1-1 as none of the 13 before, and ended three home defeats of Milan', () => {
  const first = said('first-since', 'first-since/score', END);
  expect(first).toMatchObject({ of: 'score', between: 13, previous: { day: '2014-11-23', home: 'milan' } });
  const over = said('meetings-row-ended', 'row-ended/won/inter/away', END);
  expect(over).toMatchObject({
    ...{ of: 'won', venue: 'away', clubs: [{ id: 'inter' }, { id: 'milan' }] },
    ...{ run: { games: 3, from: '2019-03-17', to: '2021-02-21' }, endedBy: { day: '2021-11-07' } },
  });
  expect(found('row-ended/won/inter/away', KICK_OFF)).toBeUndefined();
});

it('the balance of the derbies is that of all 174 before, 175 after, and 184 to the end of 2025-26', () => {
  const before = said('balance', 'balance', KICK_OFF);
  expect(before).toMatchObject({ played: 174, won: [52, 67], drawn: 55, goals: [223, 246] });
  expect(said('balance', 'balance', END)).toMatchObject({ played: 175, drawn: 56, goals: [224, 247] });
  const later = said('balance', 'balance', LATER, ['inter', 'milan']);
  expect(later).toMatchObject({ played: 184, won: [70, 57], drawn: 57, goals: [260, 236] });
  expect(found('balance', KICK_OFF)?.scope).toMatchObject({ since: '1993-94', withOpening: true });
  expect(found('balance', KICK_OFF)?.working.lookedAt).toBe(56);
});

it('the balance of the derbies is also that of the three-points era, at each ground, and without what is known as totals alone', () => {
  expect(said('balance', 'balance/era', END)).toMatchObject({ played: 55, won: [16, 24], drawn: 15 });
  expect(said('balance', 'balance/era/milan', END)).toMatchObject({
    played: 28,
    won: [8, 11],
    drawn: 9,
    venue: 'home',
  });
  expect(said('balance', 'balance/all', LATER)).toMatchObject({ played: 66 });
  expect(found('balance/all', LATER)?.scope).not.toHaveProperty('withOpening');
  expect(found('balance/era', END)?.scope.since).toBe('1994-95');
  expect(all(END).map(({ key }) => key)).not.toContain('balance/all/inter');
});

it('the balance of the derbies makes it the 175th, at its kick-off as at its end, and no number of a day', () => {
  for (const moment of [KICK_OFF, END])
    expect(said('meeting-number', 'meeting-number', moment)).toMatchObject({ number: 175 });
  expect(found('meeting-number', LATER)).toBeUndefined();
});

it('the balance of the derbies has no number where earlier totals are not known, unless it is a round one', () => {
  const match = { season: '2021-22', home: 'hellas-verona', away: 'napoli' };
  const [other] = all({ day: '2021-11-07', match }, ['hellas-verona', 'napoli']);
  expect(other).toMatchObject({ key: 'balance', scope: { since: '1993-94' } });
  expect(other?.scope).not.toHaveProperty('withOpening');
  const numbers = [1, 2, 3].flatMap((year) => {
    const match = { season: `202${year}-2${year + 1}`, home: 'inter', away: 'napoli' };
    const own = found('meeting-number', { day: `202${year + 1}-05-01`, match }, ['inter', 'napoli'])?.statement;
    return own?.kind === 'meeting-number' ? [own.number % 10] : [];
  });
  expect(numbers.every((rest) => rest === 0)).toBe(true);
});

it('the draw of 7 November 2021 is the first since 4 April 2018, with six meetings that had a winner in between', () => {
  expect(said('first-since', 'first-since/drawn', END)).toMatchObject({
    result: { day: '2021-11-07', score: { home: 1, away: 1 } },
    previous: { day: '2018-04-04', score: { home: 0, away: 0 } },
    between: 6,
  });
  const { weight, working } = found('first-since/drawn', END)!;
  expect(weight.latest).toBe('2021-11-07');
  expect(working.rows).toHaveLength(8);
  expect(said('first-since', 'first-since/drawn/milan', END)).toMatchObject({ between: 3, venue: 'home' });
  expect(found('first-since/drawn', KICK_OFF)).toBeUndefined();
});

it('the draw of 7 November 2021 ends a row of six with a winner, and of three wins of Inter away', () => {
  expect(said('meetings-in-a-row', 'row/decided', KICK_OFF)).toMatchObject({
    run: { games: 6, from: '2018-10-21' },
    longer: { games: 16, from: '2005-02-27', to: '2012-10-07' },
  });
  expect(said('meetings-in-a-row', 'row/won/inter/away', KICK_OFF)).toMatchObject({
    ...{ clubs: [{ id: 'inter' }, { id: 'milan' }], venue: 'away', run: { games: 3 } },
  });
  expect(found('row/decided', END)).toBeUndefined();
});

it('over all the derbies, 16 in a row had a winner, while it lasted and ever since', () => {
  const then = said('meetings-in-a-row', 'row/decided', { day: '2012-10-07' });
  expect(then).toMatchObject({ run: { games: 16, from: '2005-02-27', to: '2012-10-07' } });
  expect([then.longer, then.isPast]).toEqual([undefined, undefined]);
  expect(said('meetings-in-a-row', 'longest/decided', LATER)).toEqual({ ...then, isPast: true });
});

it('over all the derbies, 1-0 is the commonest score, 17 times in 66', () => {
  expect(said('common-score', 'common-score', LATER)).toMatchObject({ score: [1, 0], times: 17, played: 66 });
  expect(found('common-score', LATER)?.working.rows[0]).toEqual({ kind: 'count', of: '1-0', count: 17 });
});

it('over all the derbies, Inter did the double six times and Milan five', () => {
  expect(said('doubles', 'doubles/inter', LATER)).toMatchObject({
    of: 33,
    clubs: [{ id: 'inter' }, { id: 'milan' }],
  });
  expect(['inter', 'milan'].map((club) => said('doubles', `doubles/${club}`, LATER).seasons.length)).toEqual([6, 5]);
});

it('over all the derbies, the last five and ten are told as they stand', () => {
  expect(said('last-meetings', 'last-meetings/5', END)).toMatchObject({
    games: 5,
    won: [1, 3],
    drawn: 1,
    goals: [5, 11],
  });
  expect(said('last-meetings', 'last-meetings/10', KICK_OFF)).toMatchObject({ won: [1, 6], drawn: 3 });
});

it('over all the derbies, no meeting had more goals than 3-4 in 2006', () => {
  expect(said('most-goals', 'most-goals', LATER)).toMatchObject({
    ...{ goals: 7, times: 1, result: { day: '2006-10-28', home: 'milan' } },
  });
  expect(said('most-goals', 'most-goals', { day: '2006-10-27' })).toMatchObject({ goals: 6 });
});

it('over all the derbies, both of a season come to the points that each took from them', () => {
  const both = said('season-meetings', 'season-meetings/2021-22', { day: '2022-02-05' });
  expect([both.points, both.results.map(({ day }) => day)]).toEqual([
    [4, 1],
    ['2021-11-07', '2022-02-05'],
  ]);
  expect(found('season-meetings/2021-22', { day: '2022-02-04' })).toBeUndefined();
});

it('over all the derbies, a title turned on the derby once its season was over, and not where a court had put the first last', () => {
  const turned = said('title-turned', 'title/2021-22/milan/lost', { day: '2022-05-22' });
  expect(turned).toMatchObject({
    ...{ result: { day: '2021-11-07' }, winner: { id: 'inter' }, instead: { club: { id: 'inter' }, points: 86 } },
    champion: { club: { id: 'milan' }, points: 85 },
  });
  expect(said('title-turned', 'title/2021-22/inter/drawn', LATER)).not.toHaveProperty('winner');
  const keys = (moment: Moment) => all(moment).flatMap(({ key }) => (key.startsWith('title') ? [key] : []));
  expect(keys({ day: '2022-05-21' })).not.toContain('title/2021-22/milan/lost');
  expect(keys({ day: '2006-07-24' })).not.toContain('title/2005-06/inter/drawn');
  expect(keys(LATER).filter((key) => key.includes('2005-06') || key.includes('2004-05'))).toEqual([]);
  // A third club's: Roma's of 2009-10, had Milan won either derby.
  expect(said('title-turned', 'title/2009-10/inter/lost', LATER).instead.club.id).toBe('roma');
});

it('over all the derbies, a goal is told for its round number in the very meeting that brought it, earlier totals counted', () => {
  const days = book('serie-a', LATER)!
    .meetings('milan', 'inter')
    .flatMap(({ day }) => all({ day }).flatMap(({ key }) => (key.startsWith('goals/') ? [`${day} ${key}`] : [])));
  expect(days).toContain('2022-09-03 goals/inter/250');
  expect(days.every((day) => / goals(\/(milan|inter))?\/\d*[05]0$/.test(day))).toBe(true);
});

it('over all the derbies, what was awarded is no score of theirs', () => {
  expect(found('common-score', LATER, ['hellas-verona', 'roma'])).toBeUndefined();
  expect(found('common-score', { day: '2020-08-02' }, ['napoli', 'roma'])).toBeDefined();
});
