import { doubted, hasHeld } from './doubt.ts';
import type { Goal, MatchEvent } from './event.ts';
import { mergeEvent } from './merge-event.ts';
import { mintId } from './mint-id.ts';
import { copiesIn, pairEvents } from './same-event.ts';
import type { Snapshot } from './snapshot.ts';
import type { TrackedEvent } from './state.ts';
import { mayTakeBack } from './track-goals.ts';

/** An event that is no goal. */
type Other = Exclude<MatchEvent, Goal>;

/** From here on a man may take a second kick in a shoot-out. */
const KICKS_OF_A_ROUND = 11;

/** What is no goal, and what the latest snapshot did to it. */
export interface OtherTracking {
  /** Every event known, goals untouched, then those new. */
  readonly known: readonly TrackedEvent[];
  readonly fresh: readonly TrackedEvent[];
  readonly minted: number;
}

/** Holds what a snapshot lists beside goals against what is known. What is missing stands until that has held. */
export function trackOthers(before: readonly TrackedEvent[], snapshot: Snapshot, minted: number): OtherTracking {
  const reports = snapshot.events.flatMap((event) => (event.kind === 'goal' ? [] : [{ ...event }]));
  const others = before.filter(({ event }) => event.kind !== 'goal');
  const { reportOf, unknown } = pairEvents<TrackedEvent, Other>(others, reports);
  const known = before.map((tracked) => {
    if (tracked.event.kind === 'goal') return tracked;
    const report = reportOf.get(tracked);
    if (report) return { id: tracked.id, event: mergeEvent<MatchEvent>(tracked.event, report), stands: true };
    return isMissing(tracked, snapshot) ? doubtedOther(tracked, snapshot) : tracked;
  });
  const copies = copiesIn(unknown, reportOf.values());
  const fresh = unknown
    .filter((report) => !copies.has(report) || isSecondKick(report, reports))
    .map((event, index) => ({ id: mintId(event, minted + index + 1), event, stands: true }));
  return { known, fresh, minted: minted + fresh.length };
}

/** A feed that has lost the score has as often lost its list: then nothing is missing. */
function isMissing({ stands, event }: TrackedEvent, { phase, score, lists }: Snapshot): boolean {
  return stands && score !== undefined && mayTakeBack(phase) && (!lists || lists.includes(event.kind));
}

function doubtedOther(tracked: TrackedEvent, { at }: Snapshot): TrackedEvent {
  const unlisted = { of: 'unlisted', ...doubted(tracked.doubt, at) } as const;
  const { doubt: _, ...event } = tracked;
  return hasHeld(unlisted, at) ? { ...event, stands: false } : { ...event, doubt: unlisted };
}

function isSecondKick({ kind, side }: Other, reports: readonly Other[]): boolean {
  return (
    kind === 'shoot-out-kick' &&
    reports.filter((other) => other.kind === kind && other.side === side).length > KICKS_OF_A_ROUND
  );
}
