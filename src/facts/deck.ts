import type { Instant } from '../match/instant.ts';

/** What was dealt to a channel, so that no fact comes twice before all have come. */
export interface DeckStore {
  /** The running round of a channel (1 at first) and the facts dealt in it, earliest first. */
  dealt(channelId: string): Promise<{ readonly round: number; readonly factIds: readonly string[] }>;
  /** Records a fact as dealt. False when it was dealt in that round already. */
  deal(channelId: string, round: number, factId: string, now: Instant): Promise<boolean>;
}
