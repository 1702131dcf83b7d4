import type { Snapshot } from './snapshot.ts';
import type { MatchState, TrackedEvent } from './state.ts';
import { firstGoals, type GoalTracking, trackGoals } from './track-goals.ts';
import { trackOthers } from './track-others.ts';

/** Every event ever seen, and what the latest snapshot did to them. */
export interface Tracking
  extends Pick<GoalTracking, 'minted' | 'unexplained' | 'uncountedCopies' | 'takenBack' | 'reinstated'> {
  /** In the order of their first sight. */
  readonly events: readonly TrackedEvent[];
  readonly fresh: readonly TrackedEvent[];
  /** Bookings that are sendings-off now. */
  readonly sentOff: readonly TrackedEvent[];
}

/** Holds a snapshot's events and its stated score against what is known; at first sight, against nothing. */
export function trackEvents(before: MatchState | undefined, snapshot: Snapshot): Tracking {
  const others = trackOthers(before?.events ?? [], snapshot, before?.minted ?? 0);
  const seen = [...others.known, ...others.fresh];
  const tracking = before ? trackGoals(before, seen, snapshot, others.minted) : firstGoals(snapshot, others.minted);
  const { goals, fresh: _, ...rest } = tracking;
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const fresh = [...tracking.fresh.map((goal) => byId.get(goal.id) ?? goal), ...others.fresh];
  const events = [...others.known.map((tracked) => byId.get(tracked.id) ?? tracked), ...fresh];
  return { ...rest, events, fresh, sentOff: others.sentOff };
}
