import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';

/** What a delivery is about. The message itself is composed when it is sent; a row holds references only. */
export interface Subject {
  readonly kind: 'news' | 'fact';
  /** The news' id, or the fact's. */
  readonly id: string;
}

/** One post for one channel. `key` is unique for ever: the same post can be asked for twice and is delivered once. */
export interface NewDelivery {
  readonly key: string;
  readonly channelId: string;
  readonly subject: Subject;
  readonly locale: Locale;
  readonly notBefore: Instant;
  /** After this it is stale, and nobody hears it. */
  readonly expiresAt: Instant;
}

/**
 * `due` waits its turn (or a retry's), `leased` is in a relay's hands until `leaseUntil`, the rest are settled:
 * `sent`, `expired` (stale before it could be sent), `dropped` (Discord refused it for good).
 */
export type DeliveryStatus = 'due' | 'leased' | 'sent' | 'expired' | 'dropped';

export interface Delivery extends NewDelivery {
  /** The order in which deliveries were asked for; a channel gets its own in this order. */
  readonly seq: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** When a relay first claimed it: what an attempt since then came to, nobody may know. */
  readonly firstTriedAt?: Instant;
  readonly leaseUntil?: Instant;
  readonly messageId?: string;
  readonly problem?: string;
}

export interface OutboxCounts {
  readonly due: number;
  readonly leased: number;
  readonly sent: number;
  readonly retried: number;
  readonly expired: number;
  readonly dropped: number;
}

/** Where deliveries wait. A lease that runs out is due again, so a killed relay loses nothing. */
export interface OutboxStore {
  /** Adds what is new; a key that is already there is left as it is. Returns how many were new. */
  enqueue(deliveries: readonly NewDelivery[], now: Instant): Promise<number>;
  /**
   * Leases up to `limit` deliveries that are due, at most one a channel and always its earliest unsettled one. A
   * delivery past its `expiresAt` is settled as expired and never returned. `relay` names who holds the lease.
   */
  claim(relay: string, limit: number, now: Instant, leaseMs: number): Promise<readonly Delivery[]>;
  sent(key: string, messageId: string, now: Instant): Promise<void>;
  /** Puts a delivery back; it is due again at `notBefore`, and holds up its channel until then. */
  retry(key: string, notBefore: Instant, problem: string): Promise<void>;
  drop(key: string, problem: string, now: Instant): Promise<void>;
  /**
   * Settles everything unsettled of a channel as dropped and pauses its subscriptions and schedules, in one
   * transaction.
   */
  giveUpChannel(channelId: string, reason: PauseReason, problem: string, now: Instant): Promise<void>;
  /** When the next unsettled delivery becomes due, or a lease runs out; null when nothing waits. */
  nextDue(): Promise<Instant | null>;
  counts(): Promise<OutboxCounts>;
  /** Forgets settled deliveries older than `before`; keys younger than that still keep a post from being repeated. */
  prune(before: Instant): Promise<number>;
}
