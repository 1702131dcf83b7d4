import type { DeckStore } from '../facts/deck.ts';
import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { OutboxStore } from '../outbox/delivery.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';

/** A channel's wish for a fact at a time of day, in a named zone. One channel has one. */
export interface FactSchedule {
  readonly id: string;
  readonly guildId?: string;
  readonly channelId: string;
  /** A cron expression, as node-cron reads it: `0 9 * * *`. */
  readonly cron: string;
  /** An IANA zone: `Europe/Rome`. */
  readonly timeZone: string;
  readonly locale: Locale;
  readonly createdAt: Instant;
  /** The fire time that was last acted on (not when it was acted on). */
  readonly lastRun?: Instant;
  readonly paused?: { readonly reason: PauseReason; readonly at: Instant };
}

/** Where schedules are kept. */
export interface ScheduleStore {
  /** Adds or replaces the channel's schedule; a replaced one keeps its id and is no longer paused. */
  set(schedule: Omit<FactSchedule, 'id' | 'lastRun' | 'paused'>): Promise<FactSchedule>;
  /** False when the channel had none. */
  remove(channelId: string): Promise<boolean>;
  inChannel(channelId: string): Promise<FactSchedule | undefined>;
  inGuild(guildId: string): Promise<readonly FactSchedule[]>;
  /** Every unpaused schedule. */
  all(): Promise<readonly FactSchedule[]>;
  /** Moves `lastRun` forward to `fireTime`; false when it was there or later already: the write is the claim. */
  claimRun(id: string, fireTime: Instant): Promise<boolean>;
  /** The first caller of a key wins, for node-cron's run coordinator. */
  winRun(key: string, now: Instant): Promise<boolean>;
}

/** One transaction: the run is claimed, a fact is dealt and its delivery written, or none of it. */
export interface SchedulingStore {
  readonly schedules: ScheduleStore;
  transaction<T>(
    work: (tx: { schedules: ScheduleStore; deck: DeckStore; outbox: OutboxStore }) => Promise<T>,
  ): Promise<T>;
}
