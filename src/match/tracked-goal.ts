import type { Goal } from './event.ts';
import type { TrackedEvent } from './state.ts';

export interface TrackedGoal extends TrackedEvent {
  readonly event: Goal;
}

export function isTrackedGoal(tracked: TrackedEvent): tracked is TrackedGoal {
  return tracked.event.kind === 'goal';
}
