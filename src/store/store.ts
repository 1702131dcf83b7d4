import type { DeckStore, ManyDecks } from '../facts/deck.ts';
import type { ResultBook } from '../facts/results/result-book.ts';
import type { CalendarStore } from '../live/calendar.ts';
import type { CardStore, LeaseStore, LiveStore, MatchStore } from '../live/match-store.ts';
import type { ReplayStore } from '../live/replay.ts';
import type { Instant } from '../match/instant.ts';
import type { Club } from '../match/match.ts';
import type { OutboxStore } from '../outbox/delivery.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { ScheduleStore, SchedulingStore } from '../schedule/schedule.ts';
import type { SubscriptionStore } from '../subscriptions/subscription.ts';

/** Small things to remember across restarts, by name. */
export interface SettingsStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** Which club a provider's id of a team was found to mean. */
export interface ClubCode {
  readonly provider: string;
  readonly code: string;
  readonly club: Club;
  /** Whose leagues the club plays in, where that is known. */
  readonly country?: string;
}

export interface ClubCodeStore {
  /** Keeps what was found first. */
  add(found: ClubCode): Promise<void>;
  all(): Promise<readonly ClubCode[]>;
}

/** Who of the processes that share a store does what is to happen once. */
export interface ClaimStore {
  /** The first caller of a key has it; false for every other. */
  take(key: string, now: Instant): Promise<boolean>;
  /** Forgets what was claimed before an instant. */
  prune(before: Instant): Promise<void>;
}

/** Everything Tifo keeps, as one set: each room sees only the part that it names. */
export interface Stores {
  readonly matches: MatchStore;
  readonly cards: CardStore;
  readonly replays: ReplayStore;
  readonly calendar: CalendarStore;
  readonly leases: LeaseStore;
  readonly results: ResultBook;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: OutboxStore;
  readonly schedules: ScheduleStore;
  readonly deck: DeckStore & ManyDecks;
  readonly settings: SettingsStore;
  readonly quiz: QuizStore;
  readonly clubCodes: ClubCodeStore;
  readonly claims: ClaimStore;
}

/** Where Tifo keeps what it must not forget. */
export interface Store extends Stores, LiveStore, SchedulingStore {
  /** Whether other processes may work on it at the same time. */
  readonly isShared: boolean;
  /**
   * Runs `work` on stores that share one transaction: all of it is kept, or, when it throws, none of it. Inside, only
   * the stores handed to `work` may be used: SQLite has one connection, and any other call would wait for ever.
   */
  transaction<T>(work: (tx: Stores) => Promise<T>): Promise<T>;
  /** Forgets everything, to begin anew. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
