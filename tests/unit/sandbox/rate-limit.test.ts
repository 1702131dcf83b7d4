import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noContent } from '../../../src/sandbox/http/call.ts';
import { DISCORD_LIMITS, openMeter } from '../../../src/sandbox/http/rate-limit.ts';
import { openRouter, route } from '../../../src/sandbox/http/router.ts';

const create = route('POST', '/channels/{channel_id}/messages', () => noContent, { limit: [5, 5_000] });
const free = route('POST', '/callback', () => noContent, { exempt: true, limit: null });

test('whatever the rhythm, no window of a route lets more through than it says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const meter = openMeter({ ...DISCORD_LIMITS, global: 50, route: 1, window: 'fixed' }, () => now);
      let ends = 0;
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        if (now >= ends) [ends, passed] = [now + 5_000, 0];
        const { refused } = meter.count(create, { channel_id: '1' }, 'bot');
        if (refused === undefined) passed += 1;
        else expect(refused.retryAfter).toBeCloseTo((ends - now) / 1_000);
        expect(passed).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test('whatever the rhythm, a sliding second never holds more than the limit, and the wait it names is the whole wait', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 200 }), (pauses) => {
      let now = 0;
      const meter = openMeter(
        { ...DISCORD_LIMITS, global: 10, route: Number.POSITIVE_INFINITY, window: 'sliding' },
        () => now,
      );
      const passed: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const { refused } = meter.count(create, {}, 'bot');
        const lately = passed.filter((at) => at > now - 1_000).length;
        expect(refused === undefined).toBe(lately < 10);
        if (refused === undefined) passed.push(now);
        else expect(refused).toEqual({ global: true, retryAfter: (passed.at(-10)! + 1_000 - now) / 1_000 });
      }
    }),
  );
});

test('channels count apart, and what is exempt counts for nothing', () => {
  const meter = openMeter({ ...DISCORD_LIMITS, global: 6, route: 1, window: 'fixed' }, () => 0);
  const ask = (channel_id: string, bot = 'bot') => meter.count(create, { channel_id }, bot).refused;
  for (let n = 0; n < 5; n += 1) ask('1');
  for (let n = 0; n < 100; n += 1) expect(meter.count(free, {}, 'bot').refused).toBeUndefined();
  expect(ask('2')).toBeUndefined();
  expect(ask('3')).toMatchObject({ global: true });
  expect(ask('3', 'another')).toBeUndefined();
});

test('limits can be lifted', () => {
  const all = Number.POSITIVE_INFINITY;
  for (const window of ['fixed', 'sliding'] as const) {
    const meter = openMeter({ ...DISCORD_LIMITS, global: 1, route: 1, window }, () => 0);
    meter.limit({ global: all, route: all });
    for (let n = 0; n < 1_000; n += 1) expect(meter.count(create, { channel_id: '1' }, 'bot')).toEqual({ headers: {} });
  }
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
