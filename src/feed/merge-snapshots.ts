import type { MatchEvent } from '../match/event.ts';
import { MINUTE } from '../match/instant.ts';
import { phaseOrder } from '../match/phase.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { EVERY_KIND } from './feed.ts';

/** What one feed says of a match. */
export interface Account {
  readonly snapshot: Snapshot;
  /** How late the feed usually is. */
  readonly delaySeconds: number;
}

/** An account this much older than the newest does not lead. */
const FRESH_FOR = 5 * MINUTE;

/** The account that phase and score are taken from: the least late of those that are fresh, the richer of equals. */
export function leadOf<Told extends Account>(accounts: readonly Told[]): Told | undefined {
  const newest = Math.max(...accounts.map(({ snapshot }) => snapshot.at));
  const fresh = accounts.filter(({ snapshot }) => newest - snapshot.at <= FRESH_FOR);
  // The sort is stable: of two that are equally late, the richer stays in front.
  return [...fresh].sort((a, b) => a.delaySeconds - b.delaySeconds)[0];
}

/** One snapshot from several, richest first: phase, clock and score from the lead, the rest from whoever has it first. */
export function mergeSnapshots(accounts: readonly Account[], lead: Account): Snapshot {
  const { match, at, phase, minute, score, addedTime } = lead.snapshot;
  const all = accounts.map(({ snapshot }) => snapshot);
  const inStep = all.filter((snapshot) => snapshot.phase === phase);
  const halfTime = lead.snapshot.halfTime ?? (phaseOrder(phase) >= phaseOrder('half-time') && first(all, 'halfTime'));
  const shootOut = lead.snapshot.shootOut ?? first(inStep, 'shootOut');
  const clock = minute ?? first(inStep, 'minute');
  // One that tells goals by their list alone is not to be contradicted by the score of a later feed.
  const stated = score ?? (listsGoals(lead.snapshot) ? undefined : first(inStep, 'score'));
  const added = addedTime ?? first(all, 'addedTime');
  const lineups = first(all, 'lineups');
  const officials = first(all, 'officials');
  const statistics = first(all, 'statistics');
  return {
    match,
    at,
    phase,
    ...(clock && { minute: clock }),
    ...(stated && { score: stated }),
    ...(halfTime && { halfTime }),
    ...(shootOut && { shootOut }),
    ...(added && { addedTime: added }),
    ...eventsOf(all),
    ...(lineups && { lineups }),
    ...(officials && { officials }),
    ...(statistics && { statistics }),
  };
}

function first<Key extends keyof Snapshot>(snapshots: readonly Snapshot[], key: Key): Snapshot[Key] | undefined {
  return snapshots.find((snapshot) => snapshot[key] !== undefined)?.[key];
}

/** The source of the goals tells everything that it lists at all; what it does not list, the first that does. */
function eventsOf(all: readonly Snapshot[]): Pick<Snapshot, 'events' | 'lists'> {
  const ofGoals = sourceOfGoals(all);
  const sources = ofGoals ? [ofGoals, ...all.filter((snapshot) => snapshot !== ofGoals)] : all;
  const events: MatchEvent[] = [];
  const lists: MatchEvent['kind'][] = [];
  for (const { events: told, lists: kinds = EVERY_KIND } of sources) {
    const missing = kinds.filter((kind) => !lists.includes(kind));
    events.push(...told.filter((event) => missing.includes(event.kind)));
    lists.push(...missing);
  }
  return { events, ...(lists.length < EVERY_KIND.length && { lists }) };
}

function listsGoals({ lists }: Snapshot): boolean {
  return !lists || lists.includes('goal');
}

/** The richest that lists goals; one that has none of those its own score counts gives way to one that names some. */
function sourceOfGoals(all: readonly Snapshot[]): Snapshot | undefined {
  const listing = all.filter(listsGoals);
  const named = ({ events }: Snapshot) => events.some(({ kind }) => kind === 'goal');
  const counts = ({ score }: Snapshot) => score !== undefined && score.home + score.away > 0;
  const richest = listing[0];
  if (!richest || named(richest) || !counts(richest)) return richest;
  return listing.find(named) ?? richest;
}
