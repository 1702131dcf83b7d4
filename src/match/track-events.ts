import type { MatchEvent } from './event.ts';
import { pairEvents } from './same-event.ts';
import type { Score } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import type { MatchState, TrackedEvent } from './state.ts';

/** The id of the `serial`th event of a match. */
export function mint(event: MatchEvent, serial: number): string {
  return `${event.kind}-${serial}`;
}

/** Every event ever seen, and what the latest snapshot did to them. */
export interface Tracking {
  readonly events: readonly TrackedEvent[];
  readonly minted: number;
  readonly fresh: readonly TrackedEvent[];
  readonly corrected: readonly TrackedEvent[];
  readonly gone: readonly TrackedEvent[];
  readonly back: readonly TrackedEvent[];
}

/** Holds a snapshot's events against those known. */
export function trackEvents(before: MatchState, snapshot: Snapshot): Tracking {
  const pairing = pairEvents(before.events, snapshot.events);
  const fresh: TrackedEvent[] = [];
  const corrected: TrackedEvent[] = [];
  const back: TrackedEvent[] = [];
  let minted = before.minted;
  const now = new Map<string, TrackedEvent>();
  for (const { event, known } of pairing.reported) {
    const tracked = { id: known?.id ?? mint(event, ++minted), event, stands: true };
    now.set(tracked.id, tracked);
    if (!known) fresh.push(tracked);
    else if (!known.stands) back.push(tracked);
    else if (!sameDetails(known.event, event)) corrected.push(tracked);
  }
  const scoreFell = snapshot.score !== undefined && total(snapshot.score) < total(before.score);
  const gone: TrackedEvent[] = [];
  for (const tracked of pairing.unreported) {
    // A goal that is missing from the list while the score still holds it is a flicker, not a decision.
    const staysGoal = tracked.event.kind === 'goal' && snapshot.score !== undefined && !scoreFell;
    const after = { ...tracked, stands: tracked.stands && staysGoal };
    now.set(after.id, after);
    if (tracked.stands && !after.stands) gone.push(after);
  }
  const known = before.events.map((tracked) => now.get(tracked.id) ?? tracked);
  return { events: [...known, ...fresh], minted, fresh, corrected, gone, back };
}

function total(score: Score): number {
  return score.home + score.away;
}

/** Whether a reader would see no difference. */
function sameDetails(a: MatchEvent, b: MatchEvent): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(event: MatchEvent): unknown {
  return Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
}
