import { expect, it } from 'vitest';
import { scoreAtHalfTime } from '../../../src/match/running-score.ts';
import { goal, look } from '../../support/match/build.ts';
import { follow, scores, times } from './follow.ts';

it('a cold start is silent about a match that is under way', () => {
  expect(follow(look('second-half', [goal(11, 'away'), goal(17, 'home')])).news).toEqual([]);
});

it('a cold start is silent about a match that is over, for ever', () => {
  expect(follow(...times(20, look('full-time', [goal(11, 'away')]))).news).toEqual([]);
});

it('a cold start tells what happens from then on', () => {
  const first = goal(11, 'away', 'Arduini');
  const { news } = follow(look('first-half', [first]), look('first-half', [first, goal(17, 'home')]));
  expect(scores(news)).toEqual(['goal 1-1']);
});

it('a cold start knows the goals that the score counts and nobody lists, and takes their details in without a word', () => {
  const score = { home: 2, away: 1 };
  const known = look('second-half', [goal(50, 'home', 'Arduini')], { score, halfTime: { home: 1, away: 0 } });
  const { news, state } = follow(
    known,
    look('second-half', [goal(30, 'home', 'Bellàndi'), goal(50, 'home', 'Arduini')], { score }),
  );
  expect(news).toEqual([]);
  expect([state.score, scoreAtHalfTime(state)]).toEqual([score, { home: 1, away: 0 }]);
  expect(scoreAtHalfTime(follow(known).state)).toEqual({ home: 1, away: 0 });
});

it('a cold start believes no more goals than the score counts, and no row that is there twice', () => {
  const row = goal(11, 'away', 'Arduini');
  expect(follow(look('first-half', [row, row], { score: { home: 0, away: 1 } })).state.events).toHaveLength(1);
  expect(follow(look('first-half', [row], { score: { home: 0, away: 0 } })).state.events).toEqual([]);
});

it('a cold start mints no goals from a score that a court awarded', () => {
  const { state } = follow(look('awarded', [], { score: { home: 0, away: 3 } }));
  expect(state.score).toEqual({ home: 0, away: 0 });
});
