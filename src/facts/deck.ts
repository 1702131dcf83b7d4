import { type Instant, MINUTE } from '../match/instant.ts';

/** What was dealt to a channel, so that no fact comes twice before all have come. */
export interface DeckStore {
  /** The running round of a channel (1 at first) and the facts dealt in it, earliest first. */
  dealt(channelId: string): Promise<{ readonly round: number; readonly factIds: readonly string[] }>;
  /** Records a fact as dealt. False when it was dealt in that round already. */
  deal(channelId: string, round: number, factId: string, now: Instant): Promise<boolean>;
  /** What was dealt after `since` to the other channels of a server that follow something or have a schedule. */
  dealtInServer(guildId: string, channelId: string, since: Instant): Promise<ReadonlySet<string>>;
}

/** For so long, in milliseconds, a server's channels are not told unasked what another of them was told. */
export const TOLD_LATELY = 10 * MINUTE;

/** The decks of many channels at once. */
export interface ManyDecks {
  /** When each of these facts was last dealt to each of these channels, in whatever round; the rest is left out. */
  lastDealt(
    channelIds: readonly string[],
    factIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Instant>>>;
  /** What schedules that ran after `since` dealt after it, by their servers. */
  scheduledSince(since: Instant): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Records facts as dealt, each in its channel's running round; one that was dealt in it already stays as it is. */
  dealEach(deals: readonly { readonly channelId: string; readonly factId: string }[], now: Instant): Promise<void>;
}
