import { setImmediate as breathe } from 'node:timers/promises';
import { dealFact } from '../facts/deal-fact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { HOUR, type Instant } from '../match/instant.ts';
import { latestFireTime } from './fire-times.ts';
import type { FactSchedule, SchedulingStore } from './schedule.ts';

/** How late a missed run is still made up for. Of several that were missed, only the latest is. */
export const CATCH_UP = 6 * HOUR;

export interface DueRuns {
  readonly store: SchedulingStore;
  readonly facts: readonly Fact[];
  readonly schedules: readonly FactSchedule[];
  readonly now: Instant;
  readonly log: Log;
}

/**
 * Puts a fact into the outbox for every schedule that is due, and returns how many. Safe to call at any moment and from
 * any number of processes: the stored fire time only moves forward, and only whoever moves it deals a fact.
 */
export async function runDueSchedules({ store, facts, schedules, now, log }: DueRuns): Promise<number> {
  const latest = latestOfEach(now);
  let runs = 0;
  for (const schedule of schedules) {
    const fireTime = latest(schedule.cron, schedule.timeZone);
    if (fireTime === undefined || fireTime <= Math.max(schedule.createdAt, schedule.lastRun ?? 0)) continue;
    try {
      if (await runOnce({ store, facts, schedule, fireTime, now, log })) runs += 1;
    } catch (error) {
      log.error({ err: error, channelId: schedule.channelId, fireTime }, 'A schedule could not run; trying again.');
    }
    // SQLite answers at once, so that ten thousand runs in a row would keep every reader waiting.
    await breathe();
  }
  return runs;
}

/** Many channels share a time and a zone: each pair is worked out once. */
function latestOfEach(now: Instant): (cron: string, timeZone: string) => Instant | undefined {
  const known = new Map<string, Instant | undefined>();
  return (cron, timeZone) => {
    const pair = `${cron} ${timeZone}`;
    if (!known.has(pair)) known.set(pair, latestFireTime(cron, timeZone, now - CATCH_UP, now));
    return known.get(pair);
  };
}

interface Run extends Omit<DueRuns, 'schedules'> {
  readonly schedule: FactSchedule;
  readonly fireTime: Instant;
}

/** The run is claimed, a fact is dealt and its delivery written in one transaction. */
function runOnce({ store, facts, schedule, fireTime, now, log }: Run): Promise<boolean> {
  const { id, channelId, locale } = schedule;
  return store.transaction(async ({ schedules, deck, outbox }) => {
    if (!(await schedules.claimRun(id, fireTime))) return false;
    const deal = await dealFact(deck, facts, channelId, now);
    if (!deal) {
      log.warn({ channelId, fireTime }, 'A schedule has no facts to post.');
      return false;
    }
    const key = `fact:${channelId}:${deal.round}:${deal.fact.id}`;
    const subject = { kind: 'fact', id: deal.fact.id } as const;
    const variant = { locale, spoilers: 'show', delayMs: 0 } as const;
    const delivery = { key, channelId, subject, variant, notBefore: now, expiresAt: now + CATCH_UP };
    return (await outbox.enqueue([delivery], now)) > 0;
  });
}
