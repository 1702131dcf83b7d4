import type { ManyDecks } from '../facts/deck.ts';
import type { Instant } from '../match/instant.ts';
import type { News, Roundup } from '../match/news.ts';
import type { Phase } from '../match/phase.ts';
import type { MatchState } from '../match/state.ts';
import type { OutboxStore } from '../outbox/delivery.ts';
import type { SubscriptionStore } from '../subscriptions/subscription.ts';

/** Where match states and the news found in them are kept. */
export interface MatchStore {
  state(matchId: string): Promise<MatchState | undefined>;
  /** Where every match stands that was ever looked at, by its id. */
  phases(): Promise<ReadonlyMap<string, Phase>>;
  save(state: MatchState): Promise<void>;
  /** Keeps how a match stands at `at`, by our clock, and forgets what is older than any channel holds posts back. */
  keepMoment(state: MatchState, at: Instant): Promise<void>;
  /** How a match stood at `at`: the latest moment kept until then. */
  stateAt(matchId: string, at: Instant): Promise<MatchState | undefined>;
  /** Adds news; what is already there is left as it is. */
  addNews(news: readonly (News | Roundup)[]): Promise<void>;
  news(id: string): Promise<News | Roundup | undefined>;
  /** All news of a match, in no order. */
  newsOf(matchId: string): Promise<readonly News[]>;
  /** The roundups made since. */
  roundupsSince(since: Instant): Promise<readonly Roundup[]>;
  /** Forgets all that is known of a match, its news too. */
  forget(matchId: string): Promise<void>;
  /** Forgets the news that is older than `before`; how matches stand is kept. */
  prune(before: Instant): Promise<void>;
}

/**
 * The live cards of a match: all of one generation were posted at about one time and are edited together, and a fresh
 * generation replaces them before Discord refuses to edit them.
 */
export interface CardRun {
  readonly generation: number;
  readonly since: Instant;
  /** When they were last brought up to date. */
  readonly refreshedAt: Instant;
  /** Changes when the channels that want a card do. */
  readonly audience: string;
}

export interface CardStore {
  of(matchId: string): Promise<CardRun | undefined>;
  save(matchId: string, run: CardRun): Promise<void>;
  forget(matchId: string): Promise<void>;
}

/** Work that one process at a time does, of those that share a database. */
export interface LeaseStore {
  /** True for whoever holds the lease already, or takes it because nobody does; it then runs until `now + ms`. */
  take(name: string, holder: string, now: Instant, ms: number): Promise<boolean>;
  /** Lets it go, if it is this holder's. */
  release(name: string, holder: string): Promise<void>;
}

/** The stores that one transaction of live work spans. */
export interface LiveTransaction {
  readonly matches: MatchStore;
  readonly cards: CardStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: OutboxStore;
  readonly deck: ManyDecks;
}

/**
 * One transaction: matches' new states, their news, and a delivery for every channel of the audience, with what facts they
 * were dealt, or none of it.
 */
export interface LiveStore {
  readonly matches: MatchStore;
  transaction<T>(work: (tx: LiveTransaction) => Promise<T>): Promise<T>;
}
