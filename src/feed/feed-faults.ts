import type { Goal, MatchEvent } from '../match/event.ts';
import { type Instant, MINUTE } from '../match/instant.ts';
import { type Minute, periodOf } from '../match/minute.ts';
import type { Score } from '../match/score.ts';
import type { Snapshot } from '../match/snapshot.ts';

/** What a live feed is known to do, so that it can be tried on a recorded match. */
export const FEED_FAULTS = [
  'var-takes-goal',
  'drops-and-recreates',
  'flickers',
  'goes-silent',
  'silent-until-the-end',
] as const;
export type FeedFaultKind = (typeof FEED_FAULTS)[number];

type GoalFaultKind = 'var-takes-goal' | 'drops-and-recreates' | 'flickers';

/** A fault of one match's replay, from a recorded moment on. Plain data, so that it can be kept. */
export type FeedFault =
  | { readonly kind: GoalFaultKind; readonly matchId: string; readonly from: Instant; readonly goal: Goal }
  | { readonly kind: Exclude<FeedFaultKind, GoalFaultKind>; readonly matchId: string; readonly from: Instant };

const GONE_FOR = MINUTE;
const FLICKERS_FOR = 2 * MINUTE;
const SILENT_FOR = 10 * MINUTE;

/** The fault that begins with what a feed says now. Undefined where it is about a goal, and there is none. */
export function beginFault(kind: FeedFaultKind, now: Snapshot): FeedFault | undefined {
  const begun = { matchId: now.match.id, from: now.at };
  switch (kind) {
    case 'var-takes-goal':
    case 'drops-and-recreates':
    case 'flickers': {
      const goal = now.events.findLast((event) => event.kind === 'goal');
      return goal && { ...begun, kind, goal };
    }
    case 'goes-silent':
    case 'silent-until-the-end':
      return { ...begun, kind };
  }
}

/** Whether a fault is still at work, given where its recording ends. */
export function isActive({ kind, from }: FeedFault, at: Instant, end: Instant): boolean {
  switch (kind) {
    case 'var-takes-goal':
      return true;
    case 'drops-and-recreates':
      return at < from + GONE_FOR;
    case 'flickers':
      return at < from + FLICKERS_FOR;
    case 'goes-silent':
      return at < from + SILENT_FOR;
    case 'silent-until-the-end':
      return at < end;
  }
}

/** Whether nothing can be heard of a match at a moment. */
export function isSilent(faults: readonly FeedFault[], at: Instant, end: Instant): boolean {
  return faults.some(
    (fault) => (fault.kind === 'goes-silent' || fault.kind === 'silent-until-the-end') && isActive(fault, at, end),
  );
}

/**
 * What a feed with these faults says instead. They build on each other in the order in which they began; a flicker comes
 * last, because it hides what the others left. `look` counts the looks since a flicker began; without it nothing flickers.
 */
export function withFaults(snapshot: Snapshot, faults: readonly FeedFault[], look?: number): Snapshot {
  let told = snapshot;
  for (const fault of faults) told = withGoalFault(told, fault);
  if (look === undefined || look % 2 === 1) return told;
  for (const fault of faults) {
    if (fault.kind === 'flickers' && snapshot.at < fault.from + FLICKERS_FOR)
      told = flicker(told, fault.goal, look / 2);
  }
  return told;
}

function withGoalFault(snapshot: Snapshot, fault: FeedFault): Snapshot {
  switch (fault.kind) {
    case 'var-takes-goal':
      return withRows(uncounted(snapshot, fault.goal), fault.goal, [cancelled(fault.goal)]);
    case 'drops-and-recreates': {
      const { goal } = fault;
      if (snapshot.at < fault.from + GONE_FOR) return withRows(uncounted(snapshot, goal), goal, []);
      return goal.minute ? withRows(snapshot, goal, [{ ...goal, minute: aMinuteOff(goal.minute) }]) : snapshot;
    }
    case 'flickers':
    case 'goes-silent':
    case 'silent-until-the-end':
      return snapshot;
  }
}

/** The row stands where the goal stood, with the goal's minute. */
function cancelled({ side, minute, scorer }: Goal): MatchEvent {
  return {
    kind: 'var-decision',
    side,
    decision: 'goal-cancelled',
    ...(minute && { minute }),
    ...(scorer && { player: scorer }),
  };
}

/** Lacks the goal in list and score, then in the list alone, then in the score alone. */
function flicker(snapshot: Snapshot, goal: Goal, turn: number): Snapshot {
  const counted = turn % 3 === 1 ? snapshot : uncounted(snapshot, goal);
  return turn % 3 === 2 ? counted : withRows(counted, goal, []);
}

/** The list with other rows in the place of a goal; as it is where it does not hold the goal. */
function withRows(snapshot: Snapshot, goal: Goal, rows: readonly MatchEvent[]): Snapshot {
  const place = placeOf(snapshot, goal);
  return place < 0 ? snapshot : { ...snapshot, events: snapshot.events.toSpliced(place, 1, ...rows) };
}

/** Takes a goal that is listed off the scores that count it. */
function uncounted(snapshot: Snapshot, goal: Goal): Snapshot {
  if (placeOf(snapshot, goal) < 0) return snapshot;
  const less = (score: Score): Score => ({ ...score, [goal.side]: Math.max(0, score[goal.side] - 1) });
  const { score, halfTime } = snapshot;
  const inFirstHalf = goal.minute !== undefined && periodOf(goal.minute) === 1;
  return {
    ...snapshot,
    ...(score && { score: less(score) }),
    ...(halfTime && inFirstHalf && { halfTime: less(halfTime) }),
  };
}

/** A recording may say more of a goal later on; side and minute stay. */
function placeOf({ events }: Snapshot, goal: Goal): number {
  return events.findLastIndex(
    (event) =>
      event.kind === 'goal' &&
      event.side === goal.side &&
      event.minute?.base === goal.minute?.base &&
      event.minute?.added === goal.minute?.added,
  );
}

/** The next minute, but the one before where the next belongs to another period. */
function aMinuteOff({ base, added }: Minute): Minute {
  if (added) return { base, added: added + 1 };
  return { base: periodOf({ base: base + 1 }) === periodOf({ base }) ? base + 1 : base - 1 };
}
