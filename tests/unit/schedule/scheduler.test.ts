import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { ScheduleStore } from '../../../src/schedule/schedule.ts';
import { Scheduler } from '../../../src/schedule/scheduler.ts';
import type { Store } from '../../../src/store/store.ts';
import { fact } from '../../support/facts/a-fact.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const EIGHT = Date.parse('2025-03-01T07:00Z');
const NINE = EIGHT + HOUR;

describe('the scheduler', () => {
  let store: Store;
  let schedulers: Scheduler[];
  const onEnqueued = vi.fn();
  const log = { ...SILENT, error: vi.fn() };

  beforeEach(async () => {
    vi.useFakeTimers({ now: EIGHT, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.resetAllMocks();
    store = await memoryStore();
    schedulers = [];
  });

  afterEach(async () => {
    for (const scheduler of schedulers) await scheduler.stop();
    await store.close();
    vi.useRealTimers();
  });

  async function start(schedules: ScheduleStore = store.schedules): Promise<Scheduler> {
    const clock = { now: () => Date.now() };
    const facts = ['a', 'b', 'c'].map(fact);
    const scheduler = new Scheduler({
      store: { ...store, schedules },
      deck: async () => facts,
      clock,
      log,
      onEnqueued,
    });
    schedulers.push(scheduler);
    await scheduler.start();
    return scheduler;
  }

  async function passUntil(instant: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(instant - Date.now());
    // Behind whatever a tick has begun.
    for (const scheduler of schedulers) await scheduler.refresh();
  }

  const add = (channelId: string, cron = '0 9 * * *') =>
    store.schedules.set({ channelId, kind: 'fact', cron, timeZone: 'Europe/Rome', locale: 'en', createdAt: EIGHT });
  const enqueued = async () => (await store.outbox.counts()).due;

  it('the scheduler runs a schedule at its time in its zone, and wakes the relay', async () => {
    await add('1');
    await add('2');
    await start();
    await passUntil(NINE - 1);
    expect(await enqueued()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await passUntil(NINE + SECOND);
    expect(await enqueued()).toBe(2);
    expect(onEnqueued).toHaveBeenCalledOnce();
    await passUntil(NINE + 24 * HOUR + SECOND);
    expect(await enqueued()).toBe(4);
  });

  it('the scheduler makes up at start for what was missed', async () => {
    await add('1');
    vi.setSystemTime(NINE + 2 * HOUR);
    await start();
    expect(await enqueued()).toBe(1);
  });

  it('the scheduler takes up a schedule that is added or changed, and forgets one that is removed', async () => {
    await add('2');
    const scheduler = await start();
    await add('1', '30 8 * * *');
    await store.schedules.remove('2', 'fact');
    await scheduler.refresh();
    await passUntil(EIGHT + 30 * MINUTE + SECOND);
    expect(await enqueued()).toBe(1);
    await passUntil(NINE + HOUR);
    expect(await enqueued()).toBe(1);
  });

  it('the scheduler runs once however many processes share the store', async () => {
    await add('1');
    await start();
    await start();
    await start();
    await passUntil(NINE + 2 * MINUTE);
    expect(await enqueued()).toBe(1);
  });

  it('the scheduler makes up within a minute for a process that won the run and was killed', async () => {
    await add('1');
    for (const name of ['facts 0 9 * * * Europe/Rome', 'facts * * * * * UTC'])
      await store.schedules.winRun(`${name}:${new Date(NINE).toISOString()}`, NINE);
    await start();
    await vi.advanceTimersByTimeAsync(HOUR + 30 * SECOND);
    expect(await enqueued()).toBe(0);
    await passUntil(NINE + MINUTE + SECOND);
    expect(await enqueued()).toBe(1);
  });

  it('the scheduler runs a time that clocks skip, or show twice, once', async () => {
    await add('1', '30 2 * * *');
    await start();
    for (const [evening, noon] of [
      ['2025-03-29T12:00Z', '2025-03-30T12:00Z'],
      ['2025-10-25T12:00Z', '2025-10-26T12:00Z'],
    ] as const) {
      await schedulers.pop()?.stop();
      vi.setSystemTime(Date.parse(evening));
      await start();
      const before = await enqueued();
      await passUntil(Date.parse(noon));
      expect((await enqueued()) - before).toBe(1);
    }
  });

  it('the scheduler survives a store that fails', async () => {
    await add('1');
    const all = vi.fn(store.schedules.all).mockRejectedValueOnce(new Error('disk full'));
    await start({ ...store.schedules, all });
    expect(log.error).toHaveBeenCalledOnce();
    await passUntil(NINE + SECOND);
    expect(await enqueued()).toBe(1);
  });

  it('the scheduler runs nothing once it is stopped', async () => {
    await add('1');
    const scheduler = await start();
    await scheduler.stop();
    await passUntil(NINE + HOUR);
    expect(await enqueued()).toBe(0);
  });
});
