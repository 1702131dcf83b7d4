import { eventFinds } from './event-news.ts';
import { type Find, inOrder } from './find.ts';
import { firstPhase, followPhase } from './follow-phase.ts';
import type { Instant } from './instant.ts';
import type { News } from './news.ts';
import { isBeforeKickOff, type Phase } from './phase.ts';
import { phaseFinds } from './phase-news.ts';
import { scoreOf } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import { type MatchState, standing } from './state.ts';
import { trackEvents } from './track-events.ts';

export interface Detection {
  readonly state: MatchState;
  /** In the order in which it happened. */
  readonly news: readonly News[];
}

/**
 * What a snapshot changes: the new state of the match, and the news in it. Pure, and silent on a cold start: with no
 * state before, everything that already happened is known and nothing of it is told.
 */
export function detect(before: MatchState | undefined, snapshot: Snapshot, now: Instant): Detection {
  const tracking = trackEvents(before, snapshot);
  const { events, minted, unexplained, uncountedCopies } = tracking;
  const score = scoreOf(standing(tracking));
  const { phase, ...phases } = before ? followPhase(before, snapshot, score) : firstPhase(snapshot);
  const backAt = before?.silentSince === undefined ? before?.backAt : now;
  const state: MatchState = {
    snapshot: believed(before?.snapshot, snapshot, phase),
    score,
    events,
    seenAt: now,
    ...(backAt !== undefined && { backAt }),
    ...phases,
    ...(Object.keys(unexplained).length > 0 && { unexplained }),
    ...(uncountedCopies.length > 0 && { uncountedCopies }),
    minted,
  };
  if (!before) return { state, news: [] };
  const found = [...phaseFinds(before, state), ...lineupFinds(before, state), ...eventFinds(state, tracking)];
  const since = sinceWhen(before, snapshot, now);
  const news = inOrder(found).map((find) => find.tell({ matchId: snapshot.match.id, at: now, since }));
  return { state, news };
}

/** Nothing happens in a match before its kick-off, however long ago its feed was heard. */
function sinceWhen(before: MatchState, { match }: Snapshot, now: Instant): Instant {
  return isBeforeKickOff(before.snapshot.phase) ? Math.max(before.seenAt, Math.min(match.kickOff, now)) : before.seenAt;
}

/** Line-ups are news until the first half is over. */
function lineupFinds(before: MatchState, state: MatchState): Find[] {
  const { phase } = state.snapshot;
  const areNew = hasLineups(state.snapshot) && !hasLineups(before.snapshot);
  if (!areNew || (phase !== 'scheduled' && phase !== 'first-half')) return [];
  return [
    {
      place: [0, 0, 0],
      tell: (frame) => ({ ...frame, id: `${frame.matchId}/line-ups`, kind: 'line-ups', score: state.score }),
    },
  ];
}

function hasLineups({ lineups }: Snapshot): boolean {
  return lineups !== undefined && lineups.home.starters.length > 0 && lineups.away.starters.length > 0;
}

/**
 * The snapshot to keep: of the phase that is believed, with the minute of that phase. A feed that has stopped sending
 * line-ups or officials has not taken them back.
 */
function believed(before: Snapshot | undefined, snapshot: Snapshot, phase: Phase): Snapshot {
  if (!before) return snapshot;
  const { lineups, officials, statistics, halfTime } = before;
  const { minute, lineups: listed, ...now } = snapshot;
  const named = hasLineups(snapshot) || !lineups ? listed : lineups;
  const kept = phase === snapshot.phase ? minute : before.minute;
  return {
    ...(officials && { officials }),
    ...(statistics && { statistics }),
    ...(halfTime && { halfTime }),
    ...now,
    ...(named && { lineups: named }),
    phase,
    ...(kept && { minute: kept }),
  };
}
