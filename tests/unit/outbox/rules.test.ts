import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff } from '../../../src/outbox/backoff.ts';
import { type Verdict, verdictOn } from '../../../src/outbox/give-up.ts';
import { nonceOf } from '../../../src/outbox/nonce.ts';

it.each<[number, number, Verdict]>([
  [404, 10003, { act: 'pause', reason: 'channel-gone' }],
  [404, 10004, { act: 'pause', reason: 'server-gone' }],
  [403, 50001, { act: 'pause', reason: 'no-access' }],
  [403, 50013, { act: 'pause', reason: 'no-permission' }],
  [403, 50007, { act: 'pause', reason: 'refused' }],
  [403, 0, { act: 'retry' }],
  [403, 40333, { act: 'retry' }],
  [404, 0, { act: 'retry' }],
  [405, 0, { act: 'retry' }],
  [404, 10008, { act: 'drop' }],
  [400, 50035, { act: 'drop' }],
  [400, 50006, { act: 'drop' }],
  [413, 40005, { act: 'drop' }],
  [401, 0, { act: 'halt' }],
  [408, 0, { act: 'retry' }],
  [429, 0, { act: 'retry' }],
  [500, 0, { act: 'retry' }],
  [503, 130000, { act: 'retry' }],
])('the give-up table answers %i with code %i by %j', (status, code, verdict) => {
  expect(verdictOn({ status, code })).toEqual(verdict);
});

it('the backoff doubles its ceiling up to two minutes', () => {
  const ceilings = [1, 2, 3, 6, 7, 50, 2_000].map((attempt) => backoff(attempt, () => 1));
  expect(ceilings).toEqual([2_000, 4_000, 8_000, 64_000, 120_000, 120_000, 120_000]);
});

it('the backoff spreads over everything below the ceiling, but never before Discord’s own delay', () => {
  expect(backoff(3, () => 0)).toBe(0);
  expect(backoff(3, () => 0.5)).toBe(4_000);
  expect(backoff(1, () => 0, 1_163_000)).toBe(1_163_000);
  expect(backoff(1, () => 0.5, 5_000)).toBe(6_000);
});

it('the nonce fits Discord, stays the same for a key and differs between keys', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([a = '', b = '']) => {
      expect(nonceOf(a)).toMatch(/^[\w-]{25}$/);
      expect(nonceOf(a)).toBe(nonceOf(a));
      expect(nonceOf(a)).not.toBe(nonceOf(b));
    }),
  );
});
