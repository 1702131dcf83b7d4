import type { Goal, MatchEvent } from '../../../src/match/event.ts';
import type { Match, Side } from '../../../src/match/match.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';

export const MATCH: Match = {
  id: 'milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2021-22',
  round: 12,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  kickOff: Date.UTC(2021, 10, 7, 19, 45),
};

export function goal(base: number, side: Side, scorer?: string, more: Partial<Goal> = {}): Goal {
  return {
    kind: 'goal',
    minute: { base },
    side,
    manner: 'open-play',
    ...(scorer && { scorer: { name: scorer } }),
    ...more,
  };
}

/** A snapshot whose stated score is what its goals add up to, unless another is given. */
export function look(phase: Phase, events: readonly MatchEvent[] = [], more: Partial<Snapshot> = {}): Snapshot {
  const count = (side: Side) => events.filter((event) => event.kind === 'goal' && event.side === side).length;
  return { match: MATCH, at: 0, phase, score: { home: count('home'), away: count('away') }, events, ...more };
}

export const NIL_NIL = { home: 0, away: 0 };

/** A VAR decision that cancels a goal. */
export function cancelled(base: number, side: Side, player?: string): MatchEvent {
  return {
    kind: 'var-decision',
    decision: 'goal-cancelled',
    minute: { base },
    side,
    ...(player && { player: { name: player } }),
  };
}
