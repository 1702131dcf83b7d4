import type { DeckStore } from '../facts/deck.ts';
import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { OutboxStore } from '../outbox/delivery.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';

/** What is posted on a schedule: a fact, or a question of the day. */
export type ScheduleKind = 'fact' | 'quiz';

/** A channel's wish for a fact or a question at a time of day, in a named zone. One channel has one of each. */
export interface Schedule {
  readonly id: string;
  readonly kind: ScheduleKind;
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
  /** Adds or replaces the channel's schedule of that kind; a replaced one keeps its id. Nothing of its channel is paused any longer. */
  set(schedule: Omit<Schedule, 'id' | 'lastRun' | 'paused'>): Promise<Schedule>;
  /** False when the channel had none. */
  remove(channelId: string, kind: ScheduleKind): Promise<boolean>;
  inChannel(channelId: string, kind: ScheduleKind): Promise<Schedule | undefined>;
  inGuild(guildId: string): Promise<readonly Schedule[]>;
  /** Every unpaused schedule. */
  all(): Promise<readonly Schedule[]>;
  /** Moves `lastRun` forward to `fireTime`; false when it was there or later already: the write is the claim. */
  claimRun(id: string, fireTime: Instant): Promise<boolean>;
  /** The first caller of a key wins, for node-cron's run coordinator. */
  winRun(key: string, now: Instant): Promise<boolean>;
}

/** The stores that one transaction of a run spans. */
export interface RunTransaction {
  readonly schedules: ScheduleStore;
  readonly deck: DeckStore;
  readonly outbox: OutboxStore;
  readonly quiz: QuizStore;
}

/** One transaction: the run is claimed, a fact is dealt (or a question asked) and its delivery written, or none of it. */
export interface SchedulingStore {
  readonly schedules: ScheduleStore;
  transaction<T>(work: (tx: RunTransaction) => Promise<T>): Promise<T>;
}
