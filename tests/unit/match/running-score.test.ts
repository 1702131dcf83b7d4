import { expect, it } from 'vitest';
import { asKnown } from '../../../src/match/as-known.ts';
import { scoreAfter, scoreAt, scoreAtHalfTime } from '../../../src/match/running-score.ts';
import { cancelled, goal, look } from '../../support/match/build.ts';
import { follow, times } from './follow.ts';

const first = goal(11, 'home', 'Arduini');
const second = goal(30, 'home', 'Bellàndi');
const third = goal(70, 'away', 'Falchi');
const all = look('second-half', [first, second, third]);
const before = follow(look('scheduled'), all).state;
const without = look('second-half', [second, third, cancelled(12, 'home', 'Arduini')]);
const after = follow(look('scheduled'), all, ...times(3, without)).state;

it('the score after a goal is that of the goals until then', () => {
  expect(['goal-1', 'goal-2', 'goal-3'].map((id) => scoreAfter(id, before))).toEqual([
    { home: 1, away: 0 },
    { home: 2, away: 0 },
    { home: 2, away: 1 },
  ]);
});

it('the score after a goal falls when an earlier one is taken back, of which it stays what it would have been', () => {
  expect(['goal-1', 'goal-2', 'goal-3'].map((id) => scoreAfter(id, after))).toEqual([
    { home: 1, away: 0 },
    { home: 1, away: 0 },
    { home: 1, away: 1 },
  ]);
});

it('the score at a time counts what had fallen by then', () => {
  expect(scoreAt({ base: 30 }, before)).toEqual({ home: 2, away: 0 });
  expect(scoreAt(undefined, before)).toEqual({ home: 2, away: 1 });
  expect(scoreAtHalfTime(before)).toEqual({ home: 2, away: 0 });
  expect(scoreAtHalfTime(after)).toEqual({ home: 1, away: 0 });
});

it('the score at a time knows the half of a goal that the score alone told', () => {
  const score = (phase: 'first-half' | 'second-half', home: number) =>
    look(phase, [], { score: { home, away: 0 }, lists: [] });
  const { state } = follow(
    score('first-half', 0),
    ...times(2, score('first-half', 1)),
    ...times(3, score('second-half', 2)),
  );
  expect([scoreAtHalfTime(state), state.score]).toEqual([
    { home: 1, away: 0 },
    { home: 2, away: 0 },
  ]);
  expect(scoreAfter('goal-2', state)).toEqual({ home: 2, away: 0 });
});

it('a match as it was known earlier is without what does not stand', () => {
  const { events, score, snapshot } = asKnown(before, after);
  expect([events.map(({ id }) => id), score, snapshot]).toEqual([
    ['goal-2', 'goal-3'],
    { home: 1, away: 1 },
    before.snapshot,
  ]);
});

it('a match as it was known earlier is without what came later, and with what was put right', () => {
  const early = follow(look('scheduled'), look('first-half', [first])).state;
  const corrected = follow(
    look('scheduled'),
    look('first-half', [first]),
    look('second-half', [goal(12, 'home', 'Arduini'), third]),
  ).state;
  const known = asKnown(early, corrected);
  expect(known).toMatchObject({ score: { home: 1, away: 0 }, events: [{ event: { minute: { base: 12 } } }] });
  expect(known.events).toHaveLength(1);
});
