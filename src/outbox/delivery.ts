import type { Instant } from '../match/instant.ts';
import type { View } from '../messages/view.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';

/** What a delivery is about. The message itself is composed when it is sent; a row holds references only. */
export interface Subject {
  /**
   * `card` is a match's live card and `thread` the post that opens a match's thread (both by the match's id);
   * `thread-end` and `card-end` send nothing: they close that thread and unpin that card. `quiz` is a question of a game, or its end.
   */
  readonly kind: 'news' | 'fact' | 'card' | 'thread' | 'thread-end' | 'card-end' | 'quiz';
  /** The news', the fact's or the match's id; of a quiz, the game's with the question's place or `end`: `…/0`. */
  readonly id: string;
}

/** Deliveries of one subject that share a variant share the very same message. */
export interface Variant extends Required<View> {
  /** How long the channel holds posts back, in milliseconds: its card shows the match as it was then. */
  readonly delayMs: number;
}

/** One message for one channel. `key` is unique for ever: the same post can be asked for twice and is delivered once. */
export interface NewDelivery {
  readonly key: string;
  readonly channelId: string;
  readonly subject: Subject;
  readonly variant: Variant;
  readonly notBefore: Instant;
  /** After this it is stale, and nobody hears it. */
  readonly expiresAt: Instant;
  /** The key of the delivery whose thread it goes into; into the channel itself where that has no thread. */
  readonly inThread?: string;
  /** The key of the delivery that it answers. */
  readonly replyTo?: string;
  /** The key of the delivery whose message goes once this one stands. */
  readonly replaces?: string;
  /** A role that is pinged when the message is created, and never again. */
  readonly pingRole?: string;
}

/**
 * `due` waits its turn (or a retry's), `leased` is in a relay's hands until `leaseUntil`, the rest are settled:
 * `sent`, `expired` (stale before it could be sent), `dropped` (Discord refused it for good).
 */
export type DeliveryStatus = 'due' | 'leased' | 'sent' | 'expired' | 'dropped';

/** A message that stands in Discord. */
export interface Posted {
  readonly messageId: string;
  /** The channel, or the thread in it. */
  readonly channelId: string;
}

/**
 * A message and its life: created once, and brought up to date when what it says has changed. One that is `posted` and
 * due is an edit.
 */
export interface Delivery extends NewDelivery {
  /** The order in which deliveries were asked for; a channel gets its own in this order. */
  readonly seq: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** Counts how often what it says has changed; whatever is composed at one revision is the same for a variant. */
  readonly revision: number;
  /** What the message that stands was made of, so that nothing is edited that reads the same. */
  readonly digest?: string;
  readonly posted?: Posted;
  /** When a relay first claimed it: what an attempt since then came to, nobody may know. */
  readonly firstTriedAt?: Instant;
  readonly leaseUntil?: Instant;
  readonly problem?: string;
  /** Where the deliveries that this one refers to stand, looked up when it is claimed. */
  readonly thread?: Posted;
  readonly answered?: Posted;
  readonly replaced?: Posted;
}

/** What was posted under a key that has been set aside; `key` and `subject` are what it goes by now. */
export type SetAside = Pick<NewDelivery, 'key' | 'channelId' | 'subject' | 'variant'>;

export interface OutboxCounts {
  readonly due: number;
  readonly leased: number;
  readonly sent: number;
  readonly retried: number;
  readonly expired: number;
  readonly dropped: number;
}

/** Discord refuses to edit a message an hour after it was posted (30046); this is how long Tifo still does, in milliseconds. */
export const EDITABLE_FOR = 55 * 60_000;

/** Where deliveries wait. A lease that runs out is due again, so a killed relay loses nothing. */
export interface OutboxStore {
  /** Adds what is new; a key that is already there is left as it is. Returns how many were new. */
  enqueue(deliveries: readonly NewDelivery[], now: Instant): Promise<number>;
  /**
   * What these subjects say has changed. Messages that stand and may still be edited are due again, after the channel's
   * own delay; those still on their way are composed anew. Returns how many are due again.
   */
  revise(subjects: readonly Subject[], now: Instant): Promise<number>;
  /**
   * Leases up to `limit` deliveries that are due: posts before edits, and of posts at most one a channel and always its
   * earliest unsettled one. A delivery past its `expiresAt` is settled and never returned. `relay` names who holds the
   * lease.
   */
  claim(relay: string, limit: number, now: Instant, leaseMs: number): Promise<readonly Delivery[]>;
  /** The message stands as composed at `revision`. Where that has changed meanwhile, the delivery is due again. */
  sent(
    key: string,
    posted: Posted & { readonly revision: number; readonly digest: string },
    now: Instant,
  ): Promise<void>;
  /** Which of these keys were ever asked for. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Where a delivery's message stands, and since when; undefined while it does not. */
  posted(key: string): Promise<(Posted & { readonly at: Instant }) | undefined>;
  /** Puts a delivery back; it is due again at `notBefore`, and a post holds up its channel until then. */
  retry(key: string, notBefore: Instant, problem: string): Promise<void>;
  /** Lets a post go, or an edit: then the message stays as it is. */
  drop(key: string, problem: string, now: Instant): Promise<void>;
  /**
   * Settles everything unsettled of a channel as dropped and pauses its subscriptions and schedules, in one
   * transaction.
   */
  giveUpChannel(channelId: string, reason: PauseReason, problem: string, now: Instant): Promise<void>;
  /**
   * Settles what was asked for under keys that begin like this, what waits as dropped, and frees those keys: the same may
   * be asked for, and is posted, again. No relay may hold any of it. Returns what stands.
   */
  setAside(prefix: string, now: Instant): Promise<readonly SetAside[]>;
  /** When the next unsettled delivery becomes due, or a lease runs out; null when nothing waits. */
  nextDue(): Promise<Instant | null>;
  counts(): Promise<OutboxCounts>;
  /** Forgets settled deliveries older than `before`; keys younger than that still keep a post from being repeated. */
  prune(before: Instant): Promise<number>;
}
