import type { News } from '../match/news.ts';
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
  /** Adds news; one that is already there is left as it is. */
  addNews(news: readonly News[]): Promise<void>;
  news(id: string): Promise<News | undefined>;
}

/** One transaction: a match's new state, its news, and a delivery for every channel of the audience, or none of it. */
export interface LiveStore {
  readonly matches: MatchStore;
  transaction<T>(
    work: (tx: { matches: MatchStore; subscriptions: SubscriptionStore; outbox: OutboxStore }) => Promise<T>,
  ): Promise<T>;
}
