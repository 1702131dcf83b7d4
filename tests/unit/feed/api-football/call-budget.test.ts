import { expect, it } from 'vitest';
import { type CallUsage, callCounter } from '../../../../src/feed/api-football/call-budget.ts';
import { HOUR, MINUTE } from '../../../../src/match/instant.ts';

function given(stored?: CallUsage) {
  const clock = { at: Date.UTC(2026, 9, 21, 12), now: () => clock.at };
  const store = {
    usage: stored,
    load: async () => store.usage,
    save: async (usage: CallUsage) => {
      store.usage = usage;
    },
  };
  return { clock, store, counter: callCounter(clock, store) };
}

it('the call budget writes a call down before it is made', async () => {
  const { counter, store } = given();
  expect(await counter.take()).toBeUndefined();
  expect(store.usage).toEqual({ day: '2026-10-21', used: 1 });
});

it('the call budget counts on from what was written down, on the same day of UTC only', async () => {
  const { counter, clock } = given({ day: '2026-10-21', used: 99, ofDay: 100 });
  expect(await counter.take()).toBeUndefined();
  expect(counter.left()).toEqual({ left: 0, ofDay: 100 });
  expect(await counter.take()).toMatchObject({ kind: 'budget' });
  clock.at += 12 * HOUR;
  expect(counter.left()).toEqual({ left: 100, ofDay: 100 });
  expect(await counter.take()).toBeUndefined();
});

it('the call budget allows ten calls in any minute, however many ask at once', async () => {
  const { counter, clock } = given();
  const asked = await Promise.all(Array.from({ length: 12 }, () => counter.take()));
  expect(asked.filter((problem) => problem === undefined)).toHaveLength(10);
  expect(counter.left().left).toBe(90);
  clock.at += MINUTE;
  expect(await counter.take()).toBeUndefined();
});

it('the call budget believes the provider where it is stricter, and takes its limits for what they are', async () => {
  const { counter, store } = given();
  await counter.take();
  await counter.hear(
    new Headers({
      'X-RateLimit-Requests-Limit': '7500',
      'X-RateLimit-Requests-Remaining': '7000',
      'X-RateLimit-Limit': '300',
    }),
  );
  expect(counter.left()).toEqual({ left: 7_000, ofDay: 7_500 });
  await counter.hear(new Headers({ 'x-ratelimit-requests-limit': '7500', 'x-ratelimit-requests-remaining': '7499' }));
  expect(counter.left().left).toBe(7_000);
  expect(store.usage).toEqual({ day: '2026-10-21', used: 500, ofDay: 7_500 });
  const asked = await Promise.all(Array.from({ length: 50 }, () => counter.take()));
  expect(asked.filter(Boolean)).toEqual([]);
});

it('the call budget ignores headers that make no sense', async () => {
  const { counter } = given();
  await counter.hear(new Headers({ 'x-ratelimit-requests-limit': 'many', 'x-ratelimit-limit': '' }));
  expect(counter.left()).toEqual({ left: 100, ofDay: 100 });
});

it('the call budget makes no call in a pause that the provider asked for', async () => {
  const { counter, clock } = given();
  const problem = { kind: 'too-fast', text: 'slower', pauseMs: 30_000 } as const;
  counter.pause(problem);
  expect(await counter.take()).toBe(problem);
  clock.at += 30_000;
  expect(await counter.take()).toBeUndefined();
});
