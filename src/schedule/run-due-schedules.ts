import { setImmediate as breathe } from 'node:timers/promises';
import { dealFact } from '../facts/deal-fact.ts';
import { TOLD_LATELY } from '../facts/deck.ts';
import { toldAs } from '../facts/engine/fact-id.ts';
import type { Fact } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { HOUR, type Instant } from '../match/instant.ts';
import type { Question } from '../quiz/question.ts';
import { askDaily } from './ask-daily.ts';
import { latestFireTime } from './fire-times.ts';
import type { Schedule, SchedulingStore } from './schedule.ts';

/** How late a missed run is still made up for. Of several that were missed, only the latest is. */
export const CATCH_UP = 6 * HOUR;

export interface DueRuns {
  readonly store: SchedulingStore;
  /** All there is to tell in turns to a server. */
  deck(serverId: string | undefined): Promise<readonly Fact[]>;
  readonly schedules: readonly Schedule[];
  readonly now: Instant;
  readonly log: Log;
  /** A question for a server's day; undefined where there is nothing to ask about. */
  dailyQuestion?(schedule: Schedule): Promise<Question | undefined>;
}

/**
 * Puts a fact or a question into the outbox for every schedule that is due, and returns how many. Safe to call at any
 * moment and from any number of processes: the stored fire time only moves forward, and only whoever moves it acts.
 */
export async function runDueSchedules({ schedules, ...due }: DueRuns): Promise<number> {
  const { now, log } = due;
  const latest = latestOfEach(now);
  let runs = 0;
  for (const schedule of schedules) {
    const fireTime = latest(schedule.cron, schedule.timeZone);
    if (fireTime === undefined || fireTime <= Math.max(schedule.createdAt, schedule.lastRun ?? 0)) continue;
    try {
      if (await runOnce({ ...due, schedule, fireTime })) runs += 1;
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
  readonly schedule: Schedule;
  readonly fireTime: Instant;
}

async function runOnce(run: Run): Promise<boolean> {
  switch (run.schedule.kind) {
    case 'fact':
      return postFact(run);
    case 'quiz':
      return askDaily({ ...run, question: await run.dailyQuestion?.(run.schedule) });
  }
}

/** The run is claimed, a fact is dealt and its delivery written in one transaction. */
async function postFact({ store, deck: deckOf, schedule, fireTime, now, log }: Run): Promise<boolean> {
  const { id, guildId, channelId, locale } = schedule;
  const facts = await deckOf(guildId);
  return store.transaction(async ({ schedules, deck, outbox }) => {
    if (!(await schedules.claimRun(id, fireTime))) return false;
    const elsewhere = guildId && (await deck.dealtInServer(guildId, channelId, now - TOLD_LATELY));
    const deal = await dealFact(deck, facts, channelId, now, elsewhere || undefined);
    if (!deal) {
      log.warn({ channelId, fireTime }, 'A schedule has no facts to post.');
      return false;
    }
    // Without its moment: it is told as it stands when it is sent, and not at all when it does not hold any more.
    const factId = toldAs(deal.fact.id);
    const key = `fact:${channelId}:${deal.round}:${factId}`;
    const subject = { kind: 'fact', id: factId } as const;
    const variant = { locale, spoilers: 'show', delayMs: 0 } as const;
    const delivery = { key, channelId, subject, variant, notBefore: now, expiresAt: now + CATCH_UP };
    return (await outbox.enqueue([delivery], now)) > 0;
  });
}
