import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paceOf } from '../../../src/discord/pace.ts';
import { cases } from '../../support/cases.ts';

const SECOND = 1_000;
const clock = { now: () => Date.now() };
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

/** When each of these requests was counted, if it takes so long to get there and back. */
async function counted(perSecond: number, trips: readonly (readonly [there: number, back: number])[]) {
  const pace = paceOf(perSecond, clock, sleep);
  const moments: number[] = [];
  const all = Promise.all(
    trips.map(([there, back]) =>
      pace.run(async () => {
        await sleep(there);
        moments.push(Date.now());
        await sleep(back);
      }),
    ),
  );
  await vi.advanceTimersByTimeAsync(trips.length * 10 * SECOND);
  await all;
  return moments.toSorted((a, b) => a - b);
}

it('the pace of requests never lets more arrive in a second than may, however long each is on its way', async () => {
  const trip = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(trip, { maxLength: 30 }), async (perSecond, trips) => {
      // The network's own part of a trip is the same each way and never shorter than here; the rest is load.
      const loaded = trips.map(([there, back]) => [10 + there, 10 + back] as const);
      const moments = await counted(perSecond, [[10, 10], ...loaded]);
      for (const moment of moments) {
        const within = moments.filter((other) => other >= moment && other < moment + SECOND).length;
        expect(within).toBeLessThanOrEqual(perSecond);
      }
    }),
    cases(20),
  );
});

it('the pace of requests keeps nobody waiting below the limit', async () => {
  expect(
    await counted(
      50,
      Array.from({ length: 50 }, () => [5, 5]),
    ),
  ).toEqual(Array.from({ length: 50 }, () => 5));
});

it.each([
  [4, 49.5],
  [40, 48.7],
  [80, 48.5],
])('the pace of requests loses next to nothing of the limit where each way takes %i ms', async (way, atLeast) => {
  const moments = await counted(
    50,
    Array.from({ length: 1_001 }, () => [way, way]),
  );
  expect(1_000 / (((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / SECOND)).toBeGreaterThan(atLeast);
});

it('the pace of requests takes more of a trip to be spent at its ends each time it was too fast, however many say so of one second', async () => {
  const pace = paceOf(1, clock, sleep);
  const trip = async () => {
    await pace.run(() => sleep(100));
    return Date.now();
  };
  /** How long after an answer the place of its request is free again. */
  const wait = async () => {
    const landed = [trip(), trip()];
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    const [first = 0, second = 0] = await Promise.all(landed);
    return second - first - 100;
  };
  // One more than may begin together, so that the way is known.
  await wait();
  const waits = [await wait()];
  for (let again = 0; again < 4; again += 1) {
    pace.tooFast();
    pace.tooFast();
    waits.push(await wait());
  }
  // Of 100 ms, 20 are at the ends, then 40, 80 and at last all of it.
  expect(waits).toEqual([922, 942, 982, 1_002, 1_002]);
});

it('the pace of requests gives a place back after a request that failed', async () => {
  const pace = paceOf(1, clock, sleep);
  await expect(pace.run(() => Promise.reject(new Error('503')))).rejects.toThrow('503');
  const second = pace.run(async () => 'through');
  await vi.advanceTimersByTimeAsync(SECOND + 10);
  expect(await second).toBe('through');
});
