import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noContent } from '../../../src/sandbox/http/call.ts';
import { openMeter } from '../../../src/sandbox/http/rate-limit.ts';
import { openRouter, route } from '../../../src/sandbox/http/router.ts';

const create = route('POST', '/channels/{channel_id}/messages', () => noContent, { limit: [5, 5_000] });
const free = route('POST', '/callback', () => noContent, { exempt: true, limit: null });

test('whatever the rhythm, no window of a route lets more through than it says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const meter = openMeter({ global: 50, route: 1 }, () => now);
      let ends = 0;
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        if (now >= ends) [ends, passed] = [now + 5_000, 0];
        const { refused } = meter(create, { channel_id: '1' });
        if (refused === undefined) passed += 1;
        else expect(refused.retryAfter).toBeCloseTo((ends - now) / 1_000);
        expect(passed).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test('channels count apart, and what is exempt counts for nothing', () => {
  const meter = openMeter({ global: 6, route: 1 }, () => 0);
  for (let n = 0; n < 5; n += 1) meter(create, { channel_id: '1' });
  for (let n = 0; n < 100; n += 1) expect(meter(free, {}).refused).toBeUndefined();
  expect(meter(create, { channel_id: '2' }).refused).toBeUndefined();
  expect(meter(create, { channel_id: '3' }).refused).toMatchObject({ global: true });
});

test('limits can be lifted', () => {
  const meter = openMeter({ global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY }, () => 0);
  for (let n = 0; n < 1_000; n += 1) expect(meter(create, { channel_id: '1' })).toEqual({ headers: {} });
});

test('the router prefers words to parameters, and tells an unknown path from an unknown method', () => {
  const me = route('GET', '/users/@me', () => noContent);
  const user = route('GET', '/users/{user_id}', () => noContent);
  const find = openRouter([user, me]);
  expect(find('GET', '/users/@me')).toEqual({ route: me, params: {} });
  expect(find('GET', '/users/1')).toEqual({ route: user, params: { user_id: '1' } });
  expect(find('PUT', '/users/1')).toEqual({ route: undefined, params: { user_id: '1' } });
  for (const path of ['/users', '/users/', '/users/1/2', '/', '/nobody']) expect(find('GET', path)).toBeUndefined();
});
