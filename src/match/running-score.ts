import { compareMinutes, type Minute } from './minute.ts';
import { type Score, scoreOf } from './score.ts';
import { type MatchState, standing, type TrackedEvent } from './state.ts';

/**
 * The score once a goal had fallen, found backwards from the score as it stands: a feed may state a score that its list
 * of events does not explain, and the latest goal must be told with the score the feed states.
 */
export function scoreAfter(goalId: string, state: MatchState): Score {
  const goals = state.events.filter((tracked) => tracked.stands && tracked.event.kind === 'goal').sort(byMinute);
  const index = goals.findIndex((tracked) => tracked.id === goalId);
  const backwards = minus(state.score, scoreOf(goals.slice(index + 1).map((tracked) => tracked.event)));
  const forwards = scoreOf(goals.slice(0, index + 1).map((tracked) => tracked.event));
  return backwards.home < forwards.home || backwards.away < forwards.away ? forwards : backwards;
}

/** The score at the end of a minute; the score as it stands where the minute is not known. */
export function scoreAt(minute: Minute | undefined, state: MatchState): Score {
  if (!minute) return state.score;
  return minus(
    state.score,
    scoreOf(standing(state).filter((event) => event.minute && compareMinutes(event.minute, minute) > 0)),
  );
}

function byMinute(a: TrackedEvent, b: TrackedEvent): number {
  return compareMinutes(a.event.minute ?? { base: 999 }, b.event.minute ?? { base: 999 });
}

function minus(score: Score, later: Score): Score {
  return { home: Math.max(0, score.home - later.home), away: Math.max(0, score.away - later.away) };
}
