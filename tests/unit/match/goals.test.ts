import { describe, expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import { standing } from '../../../src/match/state.ts';
import { cancelled, goal, look, NIL_NIL } from '../../support/match/build.ts';
import { follow, kinds, scores, times } from './follow.ts';

const first = goal(11, 'away', 'Arduini', { manner: 'penalty' });
const start = look('first-half');
const away = (goals: number) => ({ score: { home: 0, away: goals } });

it('a goal is told at once when it is listed and counted', () => {
  expect(scores(follow(start, look('first-half', [first])).news)).toEqual(['goal 0-1']);
});

it('a goal is told once however often the feed repeats or reorders it', () => {
  const second = goal(17, 'home', 'de Vries', { manner: 'own-goal' });
  const { news } = follow(
    start,
    look('first-half', [first]),
    look('first-half', [first, second]),
    look('first-half', [second, first, first], { score: { home: 1, away: 1 } }),
  );
  expect(scores(news)).toEqual(['goal 0-1', 'goal 1-1']);
});

it('a goal found with another in one look is told with its own score', () => {
  const { news } = follow(start, look('first-half', [goal(17, 'home', 'A'), goal(11, 'away', 'B')]));
  expect(scores(news)).toEqual(['goal 0-1', 'goal 1-1']);
});

it('a goal that is listed before the score counts it waits for the score', () => {
  const before = follow(start, ...times(10, look('first-half', [first], { score: NIL_NIL })));
  expect(before.news).toEqual([]);
  expect(before.state.score).toEqual(NIL_NIL);
  const { news } = follow(start, look('first-half', [first], { score: NIL_NIL }), look('first-half', [first]));
  expect(scores(news)).toEqual(['goal 0-1']);
});

it('a goal that is listed twice while the score counts one more is not told as a second of the same man at once', () => {
  const twice = look('first-half', [first, first], away(2));
  expect(kinds(follow(start, look('first-half', [first]), twice).news)).toEqual(['goal']);
  const { state } = follow(start, look('first-half', [first]), ...times(10, twice));
  expect(standing(state).map((event) => event.kind === 'goal' && event.scorer?.name)).toEqual(['Arduini', 'Arduini']);
});

describe('a goal that the score alone tells', () => {
  const counted = look('first-half', [], { ...away(1), minute: { base: 12 } });

  it('a goal that the score alone tells is told without its scorer at the second look, and as nothing else when he comes', () => {
    const { news, state } = follow(start, counted, counted, look('first-half', [first]));
    expect(scores(news)).toEqual(['goal 0-1']);
    expect(news[0]).toMatchObject({ id: 'milan-inter/goal/goal-1', goal: { kind: 'goal', side: 'away' } });
    expect(news[0]).not.toHaveProperty('goal.scorer');
    expect(state.events).toMatchObject([{ id: 'goal-1', event: first }]);
  });

  it('a goal that the score alone tells is not believed when the score takes it back at once', () => {
    expect(follow(start, counted, start, counted, start).news).toEqual([]);
  });

  it('a goal that the score alone tells falls in its place among those that are listed', () => {
    const later = goal(20, 'away', 'Bellàndi');
    const { news } = follow(start, counted, counted, look('first-half', [later], away(2)));
    expect(scores(news)).toEqual(['goal 0-1', 'goal 0-2']);
  });

  it('a goal that the score alone tells takes the nearest of two rows that come together', () => {
    const rows = [goal(12, 'away', 'Arduini'), goal(20, 'away', 'Bellàndi')];
    const { state } = follow(start, counted, counted, look('first-half', rows));
    expect(state.events.map(({ event }) => event.kind === 'goal' && event.scorer?.name)).toEqual([
      'Arduini',
      'Bellàndi',
    ]);
  });

  it('a goal that the score alone tells is all that is ever told by a feed that knows scores alone', () => {
    const score = (goals: number) => look('first-half', [], { ...away(goals), lists: [] });
    const { news, state } = follow(score(0), score(1), score(1), score(2), score(2), ...times(8, score(1)));
    expect(scores(news)).toEqual(['goal 0-1', 'goal 0-2', 'goal-disallowed 0-1']);
    expect(state.score).toEqual({ home: 0, away: 1 });
  });
});

it('what is put right about a goal is no news: its minute, its scorer', () => {
  const { news, state } = follow(start, look('first-half', [first]), look('first-half', [goal(12, 'away', 'Falchi')]));
  expect(kinds(news)).toEqual(['goal']);
  expect(state.events).toMatchObject([{ id: 'goal-1', event: { minute: { base: 12 }, scorer: { name: 'Falchi' } } }]);
});

it('what is put right about a goal never makes it poorer', () => {
  const full = goal(11, 'away', 'Arduini', { assist: { name: 'Corvato' } });
  const { state } = follow(start, look('first-half', [full]), look('first-half', [goal(11, 'away')]));
  expect(state.events[0]?.event).toEqual(full);
});

it('what is put right about a goal takes the assist from a goal that turns out to be another man’s', () => {
  const full = goal(11, 'away', 'Arduini', { assist: { name: 'Corvato' } });
  const { state } = follow(start, look('first-half', [full]), look('first-half', [goal(11, 'away', 'Corvato')]));
  expect(state.events[0]?.event).toEqual(goal(11, 'away', 'Corvato'));
});

it('what is put right about a goal is the same man however a feed writes him', () => {
  const { news } = follow(
    start,
    look('first-half', [goal(11, 'away', 'H. Çalhan')]),
    look('first-half', [goal(14, 'away', 'Hakan Calhan')]),
  );
  expect(kinds(news)).toEqual(['goal']);
});

it('what is put right about a goal gives it to the other side as an own goal once the score does', () => {
  const scored = goal(17, 'home', 'Dragoni');
  const own = goal(17, 'away', 'Dragoni', { manner: 'own-goal' });
  const told = look('first-half', [scored]);
  const { news, state } = follow(
    start,
    told,
    look('first-half', [own], { score: told.score! }),
    look('first-half', [own]),
  );
  expect(scores(news)).toEqual(['goal 1-0']);
  expect(state).toMatchObject({ score: { home: 0, away: 1 }, events: [{ id: 'goal-1', event: own }] });
});

it('what is put right about a goal gives it to the other side when the score alone does', () => {
  const score = (home: number, away: number) => look('first-half', [], { score: { home, away }, lists: [] });
  const { news, state } = follow(score(0, 0), ...times(2, score(1, 0)), ...times(8, score(0, 1)));
  expect(scores(news)).toEqual(['goal 1-0']);
  expect(state.score).toEqual({ home: 0, away: 1 });
});

it('what is put right about a goal may be all of it, when it is listed no more and another nobody counts is', () => {
  const other = goal(31, 'away', 'Falchi');
  const { news, state } = follow(start, look('first-half', [first]), ...times(8, look('first-half', [other])));
  expect(kinds(news)).toEqual(['goal']);
  expect(state.events).toMatchObject([{ id: 'goal-1', event: { scorer: { name: 'Falchi' } } }]);
});

describe('where no score is stated, the list', () => {
  const bare = (events: readonly MatchEvent[]) => {
    const { score: _, ...rest } = look('first-half', events);
    return rest;
  };

  it('where no score is stated, the list tells goals, and a row that is there twice once', () => {
    expect(scores(follow(bare([]), bare([first, first])).news)).toEqual(['goal 0-1']);
  });

  it('where no score is stated, the list takes nothing back, however long it is empty and whatever VAR decided', () => {
    const booked: MatchEvent = {
      kind: 'card',
      colour: 'yellow',
      minute: { base: 9 },
      side: 'home',
      player: { name: 'B' },
    };
    const told = look('first-half', [first, booked]);
    for (const without of [bare([]), bare([cancelled(12, 'away', 'Arduini')])]) {
      const { news, state } = follow(start, told, ...times(20, without), told);
      expect([scores(news), standing(state)]).toEqual([
        ['card 0-0', 'goal 0-1'],
        expect.arrayContaining([first, booked]),
      ]);
    }
  });

  it('where no score is stated, the list says nothing for or against what the score had begun to say', () => {
    const gone = follow(
      start,
      look('first-half', [first]),
      ...times(4, start),
      ...times(2, bare([])),
      ...times(2, start),
    );
    expect(kinds(gone.news)).toEqual(['goal', 'goal-disallowed']);
    const counted = look('first-half', [], away(1));
    expect(scores(follow(start, counted, bare([]), counted).news)).toEqual(['goal 0-1']);
  });

  it('where no score is stated, the list gives a goal to the other side at once', () => {
    const own = goal(11, 'home', 'Arduini', { manner: 'own-goal' });
    const { news, state } = follow(bare([]), bare([goal(11, 'away', 'Arduini')]), bare([own]));
    expect([kinds(news), state.score]).toEqual([['goal'], { home: 1, away: 0 }]);
  });
});
