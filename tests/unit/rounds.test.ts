import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rounds } from '../../src/rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rounds that end when they are told to, each with its own word on when the next one comes. */
function someRounds() {
  const ends: ((pause: number | undefined | Error) => void)[] = [];
  const failures: unknown[] = [];
  const rounds = new Rounds({
    round: () =>
      new Promise((resolve, reject) => ends.push((pause) => (pause instanceof Error ? reject(pause) : resolve(pause)))),
    onFailure(error) {
      failures.push(error);
      return 1_000;
    },
  });
  return {
    rounds,
    failures,
    begun: () => ends.length,
    async end(pause: number | undefined | Error) {
      ends.at(-1)?.(pause);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it('rounds come by themselves after as long as the last one said', async () => {
  const { rounds, begun, end } = someRounds();
  rounds.start();
  expect(begun()).toBe(1);
  await end(500);
  await vi.advanceTimersByTimeAsync(499);
  expect(begun()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(2);
});

it('rounds are never two at a time: woken during one, another follows at once, and one for many calls', async () => {
  const { rounds, begun, end } = someRounds();
  rounds.start();
  for (let call = 0; call < 3; call += 1) rounds.wake();
  expect(begun()).toBe(1);
  await end(60_000);
  expect(begun()).toBe(2);
  await end(60_000);
  expect(begun()).toBe(2);
  rounds.wake();
  expect(begun()).toBe(3);
});

it('rounds keep the wait that was begun where one says none', async () => {
  const { rounds, begun, end } = someRounds();
  rounds.start();
  await end(500);
  rounds.wake();
  await end(undefined);
  await vi.advanceTimersByTimeAsync(499);
  expect(begun()).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(3);
});

it('rounds go on after one that failed', async () => {
  const { rounds, failures, begun, end } = someRounds();
  rounds.start();
  const failure = new Error('the disk is full');
  await end(failure);
  expect(failures).toEqual([failure]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun()).toBe(2);
});

it('rounds wait for their start, and end with the one under way', async () => {
  const { rounds, begun, end } = someRounds();
  rounds.wake();
  expect([begun(), rounds.isRunning]).toEqual([0, false]);
  rounds.start();
  expect([begun(), rounds.isRunning]).toEqual([1, true]);
  rounds.wake();
  let stopped = false;
  const stop = rounds.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  await end(1);
  await stop;
  rounds.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun()).toBe(1);
});
