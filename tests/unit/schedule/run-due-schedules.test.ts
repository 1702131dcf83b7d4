import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { SILENT } from '../../../src/log.ts';
import { HOUR } from '../../../src/match/instant.ts';
import { fireTimes } from '../../../src/schedule/fire-times.ts';
import { CATCH_UP, runDueSchedules } from '../../../src/schedule/run-due-schedules.ts';
import type { Schedule } from '../../../src/schedule/schedule.ts';
import { timeZones } from '../../../src/schedule/time-zone.ts';
import type { Store } from '../../../src/store/store.ts';
import { cases } from '../../support/cases.ts';
import { fact } from '../../support/facts/a-fact.ts';
import { computedOn } from '../../support/facts/findings.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const NINE = Date.parse('2025-03-01T08:00Z');
const library = ['a', 'b', 'c'].map(fact);

describe('running what is due', () => {
  let store: Store;
  const log = { ...SILENT, warn: vi.fn(), error: vi.fn() };

  beforeEach(async () => {
    vi.resetAllMocks();
    store = await memoryStore();
  });

  afterEach(() => store.close());

  const add = (channelId: string, more: Partial<Schedule> = {}) =>
    store.schedules.set({
      channelId,
      kind: 'fact',
      cron: '0 9 * * *',
      timeZone: 'Europe/Rome',
      locale: 'it',
      createdAt: NINE - 5 * 24 * HOUR,
      ...more,
    });
  const runAt = async (now: number, facts: readonly Fact[] = library) =>
    runDueSchedules({ store, deck: async () => facts, schedules: await store.schedules.all(), now, log });

  it('running what is due enqueues a fact in the channel’s language, once a fire time', async () => {
    await add('1');
    expect(await runAt(NINE - 1)).toBe(0);
    expect(await runAt(NINE)).toBe(1);
    expect(await runAt(NINE)).toBe(0);
    expect(await runAt(NINE + HOUR)).toBe(0);
    const [delivery, ...rest] = await store.outbox.claim('test', 9, NINE, 1);
    expect(rest).toEqual([]);
    expect(delivery).toMatchObject({
      channelId: '1',
      variant: { locale: 'it' },
      subject: { kind: 'fact' },
      notBefore: NINE,
    });
    expect((await store.deck.dealt('1')).factIds).toEqual([delivery?.subject.id]);
  });

  it('running what is due enqueues a computed fact as it will stand when it is sent, from the deck of its server', async () => {
    await add('1', { guildId: '7' });
    const asked: (string | undefined)[] = [];
    const deck = async (serverId: string | undefined) => {
      asked.push(serverId);
      return [computedOn('2021-11-07')];
    };
    expect(await runDueSchedules({ store, deck, schedules: await store.schedules.all(), now: NINE, log })).toBe(1);
    expect(asked).toEqual(['7']);
    const [delivery] = await store.outbox.claim('test', 9, NINE, 1);
    expect(delivery?.subject).toEqual({ kind: 'fact', id: 'serie-a/milan/champion/2010-11' });
  });

  it('running what is due tells a server nothing that another of its channels was told a moment ago, while there is anything else', async () => {
    for (const channelId of ['1', '2', '3']) await add(channelId, { guildId: '7', cron: '*/5 * * * *' });
    await add('4', { guildId: '8', cron: '*/5 * * * *' });
    expect(await runAt(NINE)).toBe(4);
    const dealt = async (...channels: string[]) =>
      (await Promise.all(channels.map((channel) => store.deck.dealt(channel)))).flatMap(({ factIds }) => factIds);
    expect(new Set(await dealt('1', '2', '3')).size).toBe(3);
    expect(await runAt(NINE + HOUR, library.slice(0, 1))).toBe(4);
    expect(await dealt('4')).toContain('a');
  });

  it('running what is due makes up for the latest run that was missed, and for none that is long past', async () => {
    await add('1', { cron: '0 */2 * * *' });
    expect(await runAt(NINE + 5 * HOUR)).toBe(1);
    expect(await store.outbox.counts()).toMatchObject({ due: 1 });
    await add('2');
    expect(await runAt(NINE + CATCH_UP)).toBe(0);
    expect(await runAt(NINE + CATCH_UP - 1)).toBe(1);
  });

  it('running what is due owes nothing from before a schedule was made or changed', async () => {
    await add('1', { createdAt: NINE });
    expect(await runAt(NINE + HOUR)).toBe(0);
    await add('1', { cron: '30 9 * * *', createdAt: NINE + HOUR });
    expect(await runAt(NINE + HOUR)).toBe(0);
    expect(await runAt(NINE + 24.5 * HOUR)).toBe(1);
  });

  it('running what is due runs once when several processes find it due together', async () => {
    await add('1');
    const schedules = await store.schedules.all();
    const runs = [1, 2, 3].map(() => runDueSchedules({ store, deck: async () => library, schedules, now: NINE, log }));
    expect((await Promise.all(runs)).toSorted()).toEqual([0, 0, 1]);
    expect(await store.outbox.counts()).toMatchObject({ due: 1 });
  });

  it('running what is due says when there is no fact to post', async () => {
    await add('1');
    expect(await runAt(NINE, [])).toBe(0);
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('running what is due claims nothing when it cannot enqueue, tries again, and lets the others run', async () => {
    await add('1');
    await add('2');
    const transaction = vi.spyOn(store, 'transaction').mockRejectedValueOnce(new Error('disk full'));
    expect(await runAt(NINE)).toBe(1);
    expect(log.error).toHaveBeenCalledOnce();
    transaction.mockRestore();
    expect(await runAt(NINE + 1)).toBe(1);
  });

  it('running what is due runs once a local day in any zone, across clock changes, restarts and clock steps', async () => {
    const steps = fc.array(fc.integer({ min: -3 * HOUR, max: CATCH_UP - 1 }), { minLength: 20, maxLength: 60 });
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    // The last Sundays of March and October, and some days around them.
    const start = fc.constantFrom('2025-03-27', '2025-10-24', '2026-03-06', '2026-04-03').map((day) => Date.parse(day));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...timeZones()),
        minute,
        start,
        steps,
        async (timeZone, at, createdAt, moves) => {
          const fresh = await memoryStore();
          const cron = `${at % 60} ${Math.floor(at / 60)} * * *`;
          await fresh.schedules.set({ channelId: '1', kind: 'fact', cron, timeZone, locale: 'en', createdAt });
          let now = createdAt;
          let latest = createdAt;
          let runs = 0;
          for (const move of moves) {
            now += move;
            // A process that was down may wake up late, but here never by more than is made up for.
            if (now > latest + CATCH_UP) now = latest + CATCH_UP - 1;
            latest = Math.max(latest, now);
            const schedules = await fresh.schedules.all();
            runs += await runDueSchedules({ store: fresh, deck: async () => library, schedules, now, log: SILENT });
          }
          expect(runs).toBe([...fireTimes(cron, timeZone, createdAt, latest)].length);
          expect((await fresh.outbox.counts()).due).toBe(runs);
          await fresh.close();
        },
      ),
      cases(8),
    );
  });
});
