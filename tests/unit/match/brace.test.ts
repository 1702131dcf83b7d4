import { expect, it } from 'vitest';
import type { Goal } from '../../../src/match/event.ts';
import type { News } from '../../../src/match/news.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { type MatchState, standing } from '../../../src/match/state.ts';
import { cancelled, goal, look } from '../../support/match/build.ts';
import { follow, times } from './follow.ts';

const first = goal(80, 'away', 'Arduini', { manner: 'penalty' });
const second = goal(81, 'away', 'Arduini');
const both = [first, second];

const page = (goals: readonly Goal[], away: number, base = 82): Snapshot =>
  look('second-half', goals, { score: { home: 2, away }, minute: { base } });
/** The home side's two are known by the score alone, and are not what this is about. */
const start = page([], 0, 80);

const told = (news: readonly News[]) =>
  news.map((item) => `${item.kind} ${item.score.away} ${'goal' in item ? (item.goal.scorer?.name ?? 'nobody') : ''}`);
const known = (state: MatchState) =>
  standing(state).flatMap((event) =>
    event.kind === 'goal' && event.side === 'away'
      ? [`${event.minute?.base} ${event.scorer?.name} ${event.manner}`]
      : [],
  );
const BOTH_TOLD = ['goal 1 Arduini', 'goal 2 Arduini'];
const BOTH_KNOWN = ['80 Arduini penalty', '81 Arduini open-play'];

it.each<[string, readonly Snapshot[]]>([
  ['in one look', [page(both, 2)]],
  ['one look apart', [page([first], 1, 81), page(both, 2)]],
  ['with the later row first', [page([first], 1, 81), page([second, first], 2)]],
  ['in one look, with the later row first', [page([second, first], 2)]],
  ['the score before the row', [page([first], 1), page([first], 2), page(both, 2)]],
  ['the score before both rows', [page([], 2), page(both, 2)]],
  ['the row before the score', [page([first], 1), ...times(3, page(both, 1)), page(both, 2)]],
  ['both rows before the score', [...times(3, page(both, 0)), page(both, 1), page(both, 2)]],
  ['both rows before the score, the later first', [page([second, first], 1), page([second, first], 2)]],
])(
  'two goals of one player within a minute, which the score counts, are told at once, each by name: %s',
  (_, looks) => {
    const { news, state } = follow(start, ...looks, page(both, 2));
    expect([told(news), known(state)]).toEqual([BOTH_TOLD, BOTH_KNOWN]);
  },
);

it('two goals of one player within a minute, which the score counts, are told when the score alone had told the second, which is named with its row', () => {
  const { news, state } = follow(start, page([first], 1), ...times(2, page([first], 2)), page(both, 2));
  expect([told(news), known(state)]).toEqual([['goal 1 Arduini', 'goal 2 nobody'], BOTH_KNOWN]);
});

it('two goals of one player within a minute, which the score counts, are both known by name at a cold start, and remain so', () => {
  expect(known(follow(page(both, 2)).state)).toEqual(BOTH_KNOWN);
  const later = follow(...times(20, page(both, 2, 85)));
  expect([later.news, known(later.state)]).toEqual([[], BOTH_KNOWN]);
});

it.each<[string, Snapshot]>([
  ['the old page', page([first], 1)],
  ['the old list', page([first], 2)],
  ['the old score', page(both, 1)],
  ['an empty page', page([], 0)],
  ['an empty list', page([], 2)],
  ['the later row alone', page([second], 2)],
  ['the later row alone, and counted so', page([second], 1)],
])(
  'two goals of one player within a minute, which the score counts, are not disallowed by 75 seconds of %s',
  (_, flicker) => {
    for (const before of [
      [page(both, 2)],
      [page([first], 1), page(both, 2)],
      [page([first], 1), ...times(2, page([first], 2)), page(both, 2)],
    ]) {
      const { news, state } = follow(start, ...before, ...times(5, flicker), ...times(8, page(both, 2)));
      expect(news.map(({ kind }) => kind)).toEqual(['goal', 'goal']);
      expect(known(state)).toEqual(BOTH_KNOWN);
    }
  },
);

it('two goals of one player within a minute, which the score counts, are put right together when the feed moves both by a minute', () => {
  const late = [goal(81, 'away', 'Arduini', { manner: 'penalty' }), goal(82, 'away', 'Arduini')];
  expect(known(follow(start, page(late, 2), page(both, 2)).state)).toEqual(BOTH_KNOWN);
});

it('two goals of one player within a minute, which the score counts, keep their minutes while one of the rows is there twice', () => {
  const nameless = [goal(80, 'away', undefined, { manner: 'penalty' }), second];
  const { news, state } = follow(
    start,
    page(nameless.slice(0, 1), 1),
    page(nameless, 2),
    page([first, second, second], 2),
    page([...both, goal(82, 'away', 'Arduini')], 2),
  );
  expect([news.length, known(state)]).toEqual([2, BOTH_KNOWN]);
});

it('two goals of one player within a minute, which the score counts, are not disallowed when the score alone is short of one for two minutes, no more than any that is listed', () => {
  const { news, state } = follow(start, page(both, 2), ...times(10, page(both, 1)), page(both, 2));
  expect([told(news), known(state)]).toEqual([BOTH_TOLD, BOTH_KNOWN]);
});

it('two goals of one player within a minute, which the score counts, become one when VAR takes the later away, which an old page does not bring back', () => {
  const gone = look('second-half', [first, cancelled(82, 'away', 'Arduini')], { score: { home: 2, away: 1 } });
  const { news, state } = follow(start, page(both, 2), ...times(3, gone), ...times(4, page(both, 2)), gone);
  expect(told(news)).toEqual([...BOTH_TOLD, 'goal-disallowed 1 Arduini']);
  expect(known(state)).toEqual(['80 Arduini penalty']);
});

it.each<[string, readonly Snapshot[]]>([
  ['from the first', times(20, page(both, 1))],
  ['in the other order', times(20, page([second, first], 1))],
  ['later', [page([first], 1), ...times(20, page(both, 1))]],
  ['later, as the earlier of two', [page([second], 1), ...times(20, page(both, 1))]],
  ['before the score counts it', [...times(3, page(both, 0)), ...times(20, page(both, 1))]],
  ['now and then', times(10, page(both, 1)).flatMap((look) => [look, page([first], 1), page([second], 1)])],
])('a goal that is listed twice, a minute apart, is told once while the score counts one: %s', (_, looks) => {
  const { news, state } = follow(start, ...looks);
  expect(told(news)).toEqual(['goal 1 Arduini']);
  expect(known(state)).toHaveLength(1);
  expect(known(follow(...looks, page([first], 1)).state)).toEqual(['80 Arduini penalty']);
});

it('a goal that is listed twice, a minute apart, is not two when the score counts another that is not listed yet', () => {
  const other = goal(84, 'away', 'Falchi');
  const twice = times(8, page(both, 1));
  const { news, state } = follow(
    start,
    ...twice,
    ...times(3, page(both, 2, 85)),
    ...times(9, page([...both, other], 2, 85)),
  );
  expect(told(news)).toEqual(['goal 1 Arduini', 'goal 2 nobody']);
  expect(known(state)).toEqual(['80 Arduini penalty', '84 Falchi open-play']);
});

it('a goal that is listed twice, a minute apart, is not two when another is listed and counted at once', () => {
  const other = goal(81, 'away', 'Falchi');
  const { news } = follow(start, page([first], 1), ...times(9, page([...both, other], 2)));
  expect(told(news)).toEqual(['goal 1 Arduini', 'goal 2 Falchi']);
});
