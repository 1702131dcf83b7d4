import { describe, expect, it } from 'vitest';
import { cancelled, goal, look, NIL_NIL } from '../../support/match/build.ts';
import { follow, kinds, scores, times } from './follow.ts';

const first = goal(11, 'away', 'Arduini');
const start = look('first-half');
const told = look('first-half', [first]);
const row = cancelled(12, 'away', 'Arduini');

it('a goal that VAR takes away is told as disallowed at the second look that neither lists nor counts it', () => {
  const gone = look('first-half', [row]);
  expect(kinds(follow(start, told, gone).news)).toEqual(['goal']);
  const { news, state } = follow(start, told, ...times(20, gone));
  expect(scores(news)).toEqual(['goal 0-1', 'goal-disallowed 0-0']);
  expect(state.events[0]).toMatchObject({ stands: false, byVar: true });
});

it('a goal that VAR takes away is believed to be gone after a minute and a half where it is listed still', () => {
  const listed = look('first-half', [first, row], { score: NIL_NIL });
  expect(kinds(follow(start, told, ...times(6, listed)).news)).toEqual(['goal']);
  expect(kinds(follow(start, told, ...times(7, listed)).news)).toEqual(['goal', 'goal-disallowed']);
});

it('a goal that VAR takes away says so even when the decision is listed later', () => {
  const { state } = follow(start, told, ...times(8, start), look('first-half', [row]));
  expect(state.events[0]).toMatchObject({ stands: false, byVar: true });
});

it('a goal that VAR takes away is not taken back by the decision while the score counts it', () => {
  const counted = look('first-half', [row], { score: { home: 0, away: 1 } });
  expect(kinds(follow(start, told, ...times(20, counted)).news)).toEqual(['goal']);
});

it('a VAR decision is no pointer to the last goal of a player when it comes long after it', () => {
  const early = goal(40, 'away', 'Arduini');
  const decision = { ...cancelled(45, 'away', 'Arduini'), minute: { base: 45, added: 2 } };
  const short = look('first-half', [decision]);
  // Whatever takes the goal from the score for a moment, it is not this decision.
  const { news } = follow(
    start,
    look('first-half', [early]),
    ...times(3, short),
    look('first-half', [early, decision]),
  );
  expect(kinds(news)).toEqual(['goal']);
});

it('a VAR decision is no pointer to the last goal of a player when it was known before the goal was', () => {
  const { news } = follow(
    look('first-half', [row]),
    look('first-half', [goal(12, 'away', 'Arduini'), row]),
    ...times(3, look('first-half', [row])),
  );
  expect(kinds(news)).toEqual(['goal']);
});

it('a VAR decision is no pointer to the last goal of a player when an old page has neither the decision nor the goal', () => {
  const both = look('first-half', [first, row]);
  expect(kinds(follow(start, told, both, ...times(4, start), both).news)).toEqual(['goal']);
});

it('a VAR decision is no pointer to the last goal of a player when it is the other of two goals that it speaks of', () => {
  const other = goal(9, 'away', 'Falchi');
  const both = look('first-half', [other, first]);
  const { state } = follow(start, both, ...times(3, look('first-half', [row], { score: { home: 0, away: 1 } })));
  expect(state.events.filter(({ stands }) => !stands).map(({ event }) => event)).toEqual([first]);
});

it('a goal that disappears from list and score is gone after a minute and a half, not before', () => {
  expect(kinds(follow(start, told, ...times(6, start), told).news)).toEqual(['goal']);
  expect(scores(follow(start, told, ...times(7, start)).news)).toEqual(['goal 0-1', 'goal-disallowed 0-0']);
});

it('a goal that disappears from the score alone is gone after three minutes', () => {
  const uncounted = look('first-half', [first], { score: NIL_NIL });
  expect(kinds(follow(start, told, ...times(12, uncounted)).news)).toEqual(['goal']);
  expect(kinds(follow(start, told, ...times(13, uncounted)).news)).toEqual(['goal', 'goal-disallowed']);
});

it('a goal that disappears from the list alone is told to nobody', () => {
  const unlisted = look('first-half', [], { score: { home: 0, away: 1 } });
  const { news, state } = follow(start, told, ...times(40, unlisted));
  expect([kinds(news), state.score]).toEqual([['goal'], { home: 0, away: 1 }]);
});

it('a goal that disappears is the one without details before any other, and the later of two', () => {
  const score = { home: 0, away: 2 };
  const gone = times(13, look('first-half', [], { score: { home: 0, away: 1 } }));
  const nameless = look('first-half', [first], { score });
  expect(follow(start, told, nameless, nameless, ...gone).state.events).toMatchObject([
    { event: first, stands: true },
    { stands: false },
  ]);
  const both = look('first-half', [first, goal(20, 'away', 'Falchi')]);
  expect(follow(start, both, ...gone).state.events.map(({ stands }) => stands)).toEqual([true, false]);
});

it('a goal that disappears stays when the match is broken off and the feed empties its page', () => {
  const empty = look('abandoned', [], { score: NIL_NIL });
  const { news, state } = follow(start, told, ...times(20, empty));
  expect([kinds(news), state.score]).toEqual([['goal', 'abandoned'], { home: 0, away: 1 }]);
});

describe('after a goal was taken back', () => {
  const gone = times(7, start);

  it('after a goal was taken back, an old page of the feed is told to nobody', () => {
    expect(kinds(follow(start, told, ...gone, ...times(4, told), start, ...times(4, told), start).news)).toEqual([
      'goal',
      'goal-disallowed',
    ]);
  });

  it('after a goal was taken back, an old score without its list is told to nobody', () => {
    const old = look('first-half', [], { score: { home: 0, away: 1 }, minute: { base: 12 } });
    expect(kinds(follow(start, told, ...gone, ...times(4, old), start).news)).toEqual(['goal', 'goal-disallowed']);
  });

  it('a goal that was taken back is reinstated, as the same goal, when it is listed and counted for long enough', () => {
    const { news, state } = follow(start, told, ...gone, ...times(7, told));
    expect(scores(news)).toEqual(['goal 0-1', 'goal-disallowed 0-0', 'goal-reinstated 0-1']);
    expect(new Set(news.map((item) => ('eventId' in item ? item.eventId : '')))).toEqual(new Set(['goal-1']));
    expect(state.events).toMatchObject([{ stands: true }]);
  });

  it('after a goal was taken back, a second, real one is announced again at once, with an id of its own', () => {
    const { news, state } = follow(start, told, ...gone, look('first-half', [goal(40, 'away', 'Falchi')]));
    expect(scores(news)).toEqual(['goal 0-1', 'goal-disallowed 0-0', 'goal 0-1']);
    expect(new Set(news.map(({ id }) => id)).size).toBe(3);
    expect(state.score).toEqual({ home: 0, away: 1 });
  });

  it('what happened to a goal twice is told twice, under two ids', () => {
    const again = [...gone, ...times(7, told)];
    const { news } = follow(start, told, ...again, ...again);
    expect(kinds(news).slice(1)).toEqual(['goal-disallowed', 'goal-reinstated', 'goal-disallowed', 'goal-reinstated']);
    expect(new Set(news.map(({ id }) => id)).size).toBe(5);
  });
});
