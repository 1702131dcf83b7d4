import { expect, it } from 'vitest';
import { type MeetingsRequest, meetings } from '../../../src/facts/meetings.ts';
import type { Result } from '../../../src/match/result.ts';
import { almanac } from '../../support/facts/almanac.ts';
import { played } from '../../support/match/any-results.ts';

const TODAY = '2026-11-22';
const derby = (more: Partial<MeetingsRequest> = {}, today = TODAY) =>
  meetings(almanac, { clubs: ['inter', 'milan'], ...more }, today)!;
const line = ({ home, score, away, day }: Result) => `${home} ${score.home}-${score.away} ${away} ${day}`;
const among = (...lines: readonly string[]) =>
  meetings(
    { ...almanac, results: lines.map((each, index) => played(each, `2021-11-0${index + 1}`)), openingBalances: [] },
    { clubs: ['a', 'b'] },
    TODAY,
  )!;

it('the meetings of two clubs of the derby come to 184, 70-57-57, with those before 1993-94', () => {
  const { balance, everything } = derby();
  expect(balance).toMatchObject({ played: 66, won: [27, 23], drawn: 16 });
  expect(everything?.balance).toMatchObject({ played: 184, won: [70, 57], drawn: 57, goals: [260, 236] });
  expect(everything?.opening.played).toBe(118);
});

it('the meetings of two clubs of the derby came to 174, 67-52-55, before that of 7 November 2021', () => {
  const { everything, upTo } = derby({}, '2021-11-06');
  expect(everything?.balance).toMatchObject({ played: 174, won: [67, 52], drawn: 55, goals: [246, 223] });
  expect(upTo).toBe('2021-11-06');
});

it('the meetings of two clubs are the same seen from the other club', () => {
  const { everything, biggestWins, longest } = derby({ clubs: ['milan', 'inter'] });
  expect(everything?.balance).toMatchObject({ won: [57, 70], goals: [236, 260] });
  expect(biggestWins).toEqual([...derby().biggestWins].reverse());
  expect(longest.won).toEqual([...derby().longest.won].reverse());
});

it('the meetings of two clubs since a season or at one ground are those alone, without the totals from before', () => {
  const era = derby({ since: '1994-95' }, '2021-11-07');
  expect(era.balance).toMatchObject({ played: 55, won: [24, 16], drawn: 15 });
  const [home, away] = [derby({ venue: 'home' }), derby({ venue: 'away' })];
  expect(home.balance.played + away.balance.played).toBe(66);
  expect(home.last.every((result) => result.home === 'inter')).toBe(true);
  expect(away.last.every((result) => result.home === 'milan')).toBe(true);
  for (const some of [era, home, away, derby({ since: '1993-94' })]) expect(some.everything).toBeUndefined();
});

it('the meetings of two clubs end with the latest five, the latest first', () => {
  expect(derby({}, '2021-11-07').last.map(line)).toEqual([
    'milan 1-1 inter 2021-11-07',
    'milan 0-3 inter 2021-02-21',
    'inter 1-2 milan 2020-10-17',
    'inter 4-2 milan 2020-02-09',
    'milan 0-2 inter 2019-09-21',
  ]);
});

it('the meetings of two clubs have a biggest win of each: by most goals, then with most goals, then the latest', () => {
  expect(derby().biggestWins.map((win) => win && line(win.latest))).toEqual([
    'inter 5-1 milan 2023-09-16',
    'inter 0-6 milan 2001-05-11',
  ]);
  const { biggestWins } = among('a 2-0 b', 'a 3-1 b', 'b 0-2 a', 'b 1-3 a', 'a 1-0 b');
  expect(biggestWins[0]).toMatchObject({ times: 2, latest: { day: '2021-11-04' } });
  expect(biggestWins[1]).toBeUndefined();
});

it('the meetings of two clubs count what was awarded, though not as a biggest win', () => {
  const roma = meetings(almanac, { clubs: ['hellas-verona', 'roma'], since: '2020-21' }, '2021-06-30')!;
  expect(roma.balance).toMatchObject({ played: 2, won: [1, 1] });
  expect(roma.awarded).toBe(1);
  expect(roma.biggestWins[0]).toBeUndefined();
  expect(derby().awarded).toBe(0);
});

it.each([
  [['b 1-0 a', 'a 1-1 b', 'a 2-0 b', 'b 0-1 a'], { kind: 'unbeaten', club: 'a', games: 3, won: 2 }],
  [['a 1-0 b', 'b 1-0 a', 'b 2-0 a'], { kind: 'unbeaten', club: 'b', games: 2, won: 2 }],
  [['a 1-0 b', 'a 0-0 b', 'b 1-1 a'], { kind: 'unbeaten', club: 'a', games: 3, won: 0 }],
  [['a 0-0 b', 'b 1-1 a'], { kind: 'drawn', games: 2 }],
  [['a 0-0 b', 'a 1-0 b', 'b 1-0 a'], undefined],
  [['a 0-0 b'], undefined],
])('the meetings of two clubs go on as they last went: %j', (lines, run) => {
  expect(among(...lines).current).toEqual(run);
});

it('the meetings of two clubs have their longest runs', () => {
  const { won, unbeaten } = derby({}, '2021-11-07').longest;
  expect(won.map((run) => [run.length, run[0]?.day, run.at(-1)?.day])).toEqual([
    [4, '2018-10-21', '2020-02-09'],
    [4, '2002-11-23', '2004-02-21'],
  ]);
  expect(unbeaten.map(({ length }) => length)).toEqual([10, 6]);
});

it('the meetings of two clubs may be none, and then it is said who did not play there', () => {
  const ask = (since?: string) =>
    meetings(almanac, { clubs: ['frosinone', 'bari'], ...(since !== undefined && { since }) }, TODAY)!;
  expect(ask()).toMatchObject({ balance: { played: 0 }, absent: [], last: [] });
  expect(ask('2023-24').absent).toEqual(['bari']);
  expect(ask('2024-25').absent).toEqual(['frosinone', 'bari']);
  expect(meetings(almanac, { clubs: ['inter', 'milan'], since: '2030-31' }, TODAY)).toBeUndefined();
  expect(meetings({ ...almanac, results: [] }, { clubs: ['inter', 'milan'] }, TODAY)).toBeUndefined();
});
