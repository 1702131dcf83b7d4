import { eventFinds } from './event-news.ts';
import { inOrder } from './find.ts';
import type { Instant } from './instant.ts';
import type { News } from './news.ts';
import { phaseFinds } from './phase-news.ts';
import { scoreOf } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import { LOOKS_TO_RESULT, type MatchState, standing } from './state.ts';
import { mint, trackEvents } from './track-events.ts';

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
  if (!before) return { state: coldStart(snapshot, now), news: [] };
  const tracking = trackEvents(before, snapshot);
  const fullTimeLooks = snapshot.phase === 'full-time' ? before.fullTimeLooks + 1 : 0;
  const state: MatchState = {
    snapshot: keepWhatWasKnown(before.snapshot, snapshot),
    score: snapshot.score ?? scoreOf(standing(tracking)),
    events: tracking.events,
    seenAt: now,
    fullTimeLooks: Math.min(fullTimeLooks, LOOKS_TO_RESULT),
    minted: tracking.minted,
  };
  const found = [...phaseFinds(before, state), ...eventFinds(state, tracking)];
  const news = inOrder(found).map((find) => find.tell({ matchId: snapshot.match.id, at: now, since: before.seenAt }));
  return { state, news };
}

function coldStart(snapshot: Snapshot, now: Instant): MatchState {
  const events = snapshot.events.map((event, index) => ({ id: mint(event, index + 1), event, stands: true }));
  return {
    snapshot,
    score: snapshot.score ?? scoreOf(snapshot.events),
    events,
    seenAt: now,
    fullTimeLooks: snapshot.phase === 'full-time' ? LOOKS_TO_RESULT : 0,
    minted: events.length,
  };
}

/** A feed that has stopped sending line-ups or officials has not taken them back. */
function keepWhatWasKnown(before: Snapshot, now: Snapshot): Snapshot {
  const { lineups, officials, statistics, halfTime } = before;
  return {
    ...(lineups && { lineups }),
    ...(officials && { officials }),
    ...(statistics && { statistics }),
    ...(halfTime && { halfTime }),
    ...now,
  };
}
