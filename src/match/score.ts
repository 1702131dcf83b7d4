import type { MatchEvent, ShootOutKick } from './event.ts';
import type { Side } from './match.ts';

export interface Score {
  readonly home: number;
  readonly away: number;
}

export const NIL_NIL: Score = { home: 0, away: 0 };

/** The score is a fold over the events: goals count for the side credited, nothing else counts. */
export function scoreOf(events: Iterable<MatchEvent>): Score {
  let score = NIL_NIL;
  for (const event of events) if (event.kind === 'goal') score = withGoal(score, event.side);
  return score;
}

/** The tally of a shoot-out, which is never part of the score. */
export function shootOutOf(events: Iterable<MatchEvent>): Score {
  let tally = NIL_NIL;
  for (const event of events) if (event.kind === 'shoot-out-kick' && event.scored) tally = withGoal(tally, event.side);
  return tally;
}

/**
 * A kick's place in its shoot-out, for sorts that are stable: kicks without a number come last, as they are listed or were
 * first seen.
 */
export function kickPlace({ number = Number.MAX_SAFE_INTEGER }: ShootOutKick): number {
  return number;
}

export function withGoal(score: Score, side: Side): Score {
  return { ...score, [side]: score[side] + 1 };
}

/** A score without its sides, the higher figure first. */
export function highFirst({ home, away }: Score): readonly [high: number, low: number] {
  return [Math.max(home, away), Math.min(home, away)];
}

/** Who is ahead; null when level. */
export function leader(score: Score): Side | null {
  if (score.home === score.away) return null;
  return score.home > score.away ? 'home' : 'away';
}
