import type { MatchEvent } from './event.ts';
import type { Instant } from './instant.ts';
import type { Score } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * An event that Tifo has seen. Its `id` is minted at first sight, so it holds neither the minute, a feed's own id nor a
 * place in a list: all three may change while the event stays what it is.
 */
export interface TrackedEvent {
  readonly id: string;
  readonly event: MatchEvent;
  /** False once the feed has taken it back; kept, so that a flicker brings back the same event. */
  readonly stands: boolean;
}

/** What Tifo knows of a match: the last good snapshot, with every event it ever saw. */
export interface MatchState {
  readonly snapshot: Snapshot;
  readonly score: Score;
  readonly events: readonly TrackedEvent[];
  /** When the feed was last heard, by our clock. */
  readonly seenAt: Instant;
  /** How many looks in a row have found the match at full-time; a whistle is believed at the second. */
  readonly fullTimeLooks: number;
  /** How many events were ever minted. */
  readonly minted: number;
}

/** The events that stand, in the order they were first seen. */
export function standing(state: MatchState): readonly MatchEvent[] {
  return state.events.filter((tracked) => tracked.stands).map((tracked) => tracked.event);
}
