import { expect, it } from 'vitest';
import { type Evidence, type Trial, type Trials, withVerdicts } from '../../../../src/sandbox/page/panel/evidence.ts';

const BOT = 'Tifo';
const POSTS = '/channels/{channel_id}/messages';

const trial = (more: Partial<Trial> = {}): Trial => ({ since: 0, fault: 1, losesAnswer: false, sessions: 2, ...more });

/** What is seen once posts were answered like this; the fault waits no longer. */
const seen = (statuses: readonly number[], more: Partial<Evidence> = {}): Evidence => ({
  requests: statuses.map((status, at) => ({ at, method: 'POST', route: POSTS, path: '/channels/10', status, by: BOT })),
  armed: [],
  sessions: 2,
  isZombie: false,
  ...more,
});
const verdict = (evidence: Evidence, ...earlier: readonly Evidence[]) =>
  [...earlier, evidence].reduce((trials: Trials, each) => withVerdicts(trials, each, BOT), { forbidden: trial() })
    .forbidden?.outcome;

it('what became of a fault is open until a post went well after the fault was used up', () => {
  expect(verdict(seen([], { armed: [1] }))).toEqual({ kind: 'waiting' });
  expect(verdict(seen([500], { armed: [1] }))).toEqual({ kind: 'struck', posts: [500] });
  expect(verdict(seen([500, 500, 200]))).toEqual({ kind: 'recovered', posts: [500, 500, 200] });
});

it('what became of a fault stays as it was found, whatever is answered to later posts, and when they are no longer kept', () => {
  const found = { kind: 'recovered', posts: [500, 200] };
  expect(verdict(seen([500, 200, 200, 429, 404, 200]), seen([500, 200]))).toEqual(found);
  expect(verdict(seen([]), seen([500, 200]))).toEqual(found);
  expect(verdict(seen([403, 200, 500]), seen([403]))).toEqual({ kind: 'refused', posts: [403] });
});

it('what became of a fault tells of no more than the fault itself, where later posts fail for reasons of their own', () => {
  expect(verdict(seen([500, 200, 200, 404]))).toEqual({ kind: 'recovered', posts: [500, 200] });
});
