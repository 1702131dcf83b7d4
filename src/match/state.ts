import type { MatchEvent } from './event.ts';
import type { Instant } from './instant.ts';
import { isOver } from './phase.ts';
import type { Score } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/** A whistle is believed at the second look, and the result is final at the third. */
export const LOOKS_TO_FULL_TIME = 2;
export const LOOKS_TO_RESULT = 3;

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
export function standing(state: Pick<MatchState, 'events'>): readonly MatchEvent[] {
  return state.events.filter((tracked) => tracked.stands).map((tracked) => tracked.event);
}

/** Whether everything has been told: nothing more is expected of this match. */
export function isSettled(state: MatchState): boolean {
  return state.snapshot.phase === 'full-time' ? state.fullTimeLooks >= LOOKS_TO_RESULT : isOver(state.snapshot.phase);
}
