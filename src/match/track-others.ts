import { changedCards } from './changed-cards.ts';
import { doubted, hasHeld } from './doubt.ts';
import type { Card, Goal, MatchEvent } from './event.ts';
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
  /** Bookings that are sendings-off now. */
  readonly sentOff: readonly TrackedEvent[];
  readonly minted: number;
}

/** Holds what a snapshot lists beside goals against what is known. What is missing stands until that has held. */
export function trackOthers(before: readonly TrackedEvent[], snapshot: Snapshot, minted: number): OtherTracking {
  const reports = snapshot.events.flatMap((event) => (event.kind === 'goal' ? [] : [{ ...event }]));
  const others = before.filter(({ event }) => event.kind !== 'goal');
  const { reportOf, unknown } = pairEvents<TrackedEvent, Other>(others, reports);
  const unreported = others.filter((tracked) => !reportOf.has(tracked));
  const changed = changedCards(unreported, unknown);
  const known = before.map((tracked) => {
    if (tracked.event.kind === 'goal') return tracked;
    const report = reportOf.get(tracked);
    if (report) return asReported(tracked, report);
    const card = changed.get(tracked);
    if (card && card.colour !== 'yellow') return asReported(tracked, card);
    return isMissing(tracked, snapshot) ? doubtedOther(tracked, snapshot, card) : tracked;
  });
  const copies = copiesIn(unknown, reportOf.values());
  const ofChanged = new Set<Other>(changed.values());
  const fresh = unknown
    .filter((report) => !ofChanged.has(report))
    .filter((report) => !copies.has(report) || isSecondKick(report, reports))
    .map((event, index) => ({ id: mintId(event, minted + index + 1), event, stands: true }));
  const sentOff = known.filter((tracked, index) => isBooking(before[index]) && isSendingOff(tracked));
  return { known, fresh, sentOff, minted: minted + fresh.length };
}

function asReported({ id, event }: TrackedEvent, report: Other): TrackedEvent {
  return { id, event: mergeEvent<MatchEvent>(event, report), stands: true };
}

function isBooking(tracked: TrackedEvent | undefined): boolean {
  return tracked?.event.kind === 'card' && tracked.event.colour === 'yellow';
}

function isSendingOff({ event }: TrackedEvent): boolean {
  return event.kind === 'card' && event.colour !== 'yellow';
}

/** A feed that has lost the score has as often lost its list: then nothing is missing. */
function isMissing({ stands, event }: TrackedEvent, { phase, score, lists }: Snapshot): boolean {
  return stands && score !== undefined && mayTakeBack(phase) && (!lists || lists.includes(event.kind));
}

/** A sending-off that is listed as a booking again is held on to as long as one that is not listed: the page may be old. */
function doubtedOther(tracked: TrackedEvent, { at }: Snapshot, booking: Card | undefined): TrackedEvent {
  const unlisted = { of: 'unlisted', ...doubted(tracked.doubt, at) } as const;
  const { doubt: _, ...event } = tracked;
  if (!hasHeld(unlisted, at)) return { ...event, doubt: unlisted };
  return booking ? asReported(tracked, booking) : { ...event, stands: false };
}

function isSecondKick({ kind, side }: Other, reports: readonly Other[]): boolean {
  return (
    kind === 'shoot-out-kick' &&
    reports.filter((other) => other.kind === kind && other.side === side).length > KICKS_OF_A_ROUND
  );
}
