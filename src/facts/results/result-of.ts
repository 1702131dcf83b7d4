import { isReplay, type Side } from '../../match/match.ts';
import type { Result } from '../../match/result.ts';
import { hasEnded, type MatchState, standing } from '../../match/state.ts';
import { dayIn } from '../fixtures.ts';
import type { KnownCompetition } from '../known.ts';

/**
 * The result of a match that was followed live, once it has ended: played to its final whistle, or awarded. None of one
 * that was abandoned, of a replay, or of a competition whose results are not kept.
 */
export function resultOf(state: MatchState, competitions: readonly KnownCompetition[]): Result | undefined {
  const { match, phase, halfTime, score: stated } = state.snapshot;
  const competition = competitions.find(({ id }) => id === match.competition.id);
  if (!competition || isReplay(match.id) || !hasEnded(state)) return undefined;
  const row = {
    ...{ competition: competition.id, season: match.season, home: match.home.id, away: match.away.id },
    day: dayIn(competition.timeZone, match.kickOff),
    ...(match.round !== undefined && { round: match.round }),
  };
  if (phase === 'full-time') {
    const { score } = state;
    // A feed that takes a goal away may leave its half-time score as it was.
    const fits = halfTime && halfTime.home <= score.home && halfTime.away <= score.away;
    const scorers = scorersOf(state);
    return { ...row, score, ...(fits && { halfTime }), ...(scorers && { scorers }), status: 'played' };
  }
  // What was awarded is what the feed states; the goals were scored in a match that no longer counts.
  return phase === 'awarded' && stated ? { ...row, score: stated, status: 'awarded' } : undefined;
}

/** Undefined unless the goals that are told make the score, and each has its scorer. */
function scorersOf(state: MatchState): Result['scorers'] {
  const goals = standing(state).flatMap((event) => (event.kind === 'goal' ? [event] : []));
  const { home, away } = state.score;
  const count = (side: Side) => goals.filter((goal) => goal.side === side).length;
  const scorers = goals.flatMap(({ side, manner, scorer }) => (scorer ? [{ side, manner, scorer }] : []));
  return count('home') === home && count('away') === away && scorers.length === goals.length ? scorers : undefined;
}
