import { compareMinutes, type Minute, periodOf } from './minute.ts';
import { isBeforeKickOff } from './phase.ts';
import { type Score, scoreOf } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import type { MatchState, TrackedEvent } from './state.ts';

/**
 * The score once an event had happened, by what stands now: when an earlier goal was taken back, what was a 2-0 is a 1-0.
 * Of a goal that was taken back itself, what it would have made the score.
 */
export function scoreAfter(eventId: string, state: Pick<MatchState, 'events' | 'score'>): Score {
  const event = state.events.find(({ id }) => id === eventId);
  if (!event) return state.score;
  if (event.event.kind !== 'goal') return scoreAt(event.event.minute, state);
  const goals = state.events.filter(({ id, stands, event }) => event.kind === 'goal' && (stands || id === eventId));
  const inOrder = goals.sort(byMinute);
  const until = inOrder.findIndex(({ id }) => id === eventId);
  return scoreOf(inOrder.slice(0, until + 1).map((tracked) => tracked.event));
}

/** The score at the end of a minute; the score as it stands where the minute is not known. */
export function scoreAt(minute: Minute | undefined, state: Pick<MatchState, 'events' | 'score'>): Score {
  if (!minute) return state.score;
  return scoreOf(goalsWhere(state, (goal) => compareMinutes(minuteOf(goal), minute) <= 0));
}

/** The goals of the first half that stand. */
export function scoreAtHalfTime(state: Pick<MatchState, 'events'>): Score {
  return scoreOf(goalsWhere(state, (goal) => periodOf(minuteOf(goal)) === 1));
}

/** The minute that a feed is at, by its phase where it says none: then the end of the period that was played last. */
export function minuteAround({ phase, minute }: Pick<Snapshot, 'phase' | 'minute'>): Minute | undefined {
  if (minute) return minute;
  switch (phase) {
    case 'first-half':
    case 'half-time':
      return { base: 45 };
    case 'extra-time-first-half':
    case 'extra-time-half-time':
      return { base: 105 };
    case 'extra-time-second-half':
    case 'shoot-out':
      return { base: 120 };
    default:
      return isBeforeKickOff(phase) ? undefined : { base: 90 };
  }
}

function goalsWhere({ events }: Pick<MatchState, 'events'>, counts: (goal: TrackedEvent) => boolean) {
  return events.filter((goal) => goal.stands && goal.event.kind === 'goal' && counts(goal)).map(({ event }) => event);
}

/** A goal of which no minute is known at all fell last, as far as anyone can say. */
export function minuteOf({ event, around }: Pick<TrackedEvent, 'event' | 'around'>): Minute {
  return event.minute ?? around ?? { base: 999 };
}

function byMinute(a: TrackedEvent, b: TrackedEvent): number {
  return compareMinutes(minuteOf(a), minuteOf(b));
}
