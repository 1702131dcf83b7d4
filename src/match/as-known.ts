import { scoreOf } from './score.ts';
import { type MatchState, standing } from './state.ts';

/**
 * How a match stood earlier, as it is known now: without what turned out not to stand, and with what was said wrong put
 * right. For channels that hold posts back, so that a goal cancelled meanwhile is never shown there.
 */
export function asKnown(earlier: MatchState, latest: MatchState): MatchState {
  const known = new Set(earlier.events.map(({ id }) => id));
  const events = latest.events.filter(({ id, stands }) => stands && known.has(id));
  return { ...earlier, events, score: scoreOf(standing({ events })) };
}
