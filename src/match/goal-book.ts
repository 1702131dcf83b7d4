import { type Cancellation, cancelledGoals } from './cancellations.ts';
import { doubted, hasHeld } from './doubt.ts';
import type { Goal } from './event.ts';
import { findCopies, type GoalCopies } from './goal-copies.ts';
import type { Side } from './match.ts';
import { mergeGoal } from './merge-event.ts';
import { mintId } from './mint-id.ts';
import { compareMinutes } from './minute.ts';
import { minuteAround, minuteOf } from './running-score.ts';
import { isBare, pairGoals } from './same-event.ts';
import type { Snapshot } from './snapshot.ts';
import type { EventDoubt, TrackedEvent, UncountedCopy } from './state.ts';
import { isTrackedGoal, type TrackedGoal } from './tracked-goal.ts';

/** A goal while a snapshot is held against it. `was` is its doubt before; one that is not renewed is gone. */
export interface Entry {
  goal: TrackedGoal;
  readonly was?: EventDoubt;
  /** Its report in this snapshot. */
  report?: Goal;
}

/** The goals of a match while a snapshot is taken in. Mutable, and seen by nobody else. */
export interface GoalBook extends GoalCopies {
  readonly snapshot: Snapshot;
  /** Whether the feed tells goals at all: if not, that one is missing from its list says nothing. */
  readonly listsGoals: boolean;
  readonly entries: Entry[];
  /** Reports of no goal that is known. */
  spare: readonly Goal[];
  readonly cancelled: ReadonlyMap<string, Cancellation>;
  minted: number;
  readonly fresh: TrackedGoal[];
  readonly taken: TrackedGoal[];
  readonly reinstated: TrackedGoal[];
}

/**
 * Opens the book: the goals known, each with its report. `events` is all that is known, VAR decisions of this look too;
 * `uncounted` are the copies that earlier looks listed and did not count.
 */
export function openBook(
  events: readonly TrackedEvent[],
  snapshot: Snapshot,
  isCounted: boolean,
  minted: number,
  uncounted: readonly UncountedCopy[],
): GoalBook {
  const goals = events.filter(isTrackedGoal);
  // Copied, so that a feed that gives one object twice is seen to list a goal twice; of copies the earliest comes first.
  const reports = snapshot.events
    .filter((event) => event.kind === 'goal')
    .map((goal) => ({ ...goal }))
    .sort((a, b) => compareMinutes(minuteOf({ event: a }), minuteOf({ event: b })));
  const { reportOf, unknown } = pairGoals(goals, reports, isCounted);
  const entries = goals.map((tracked): Entry => {
    const { doubt, ...goal } = tracked;
    const report = reportOf.get(tracked);
    const fits = report && goal.stands && report.side === goal.event.side;
    return {
      goal: fits ? { ...goal, event: mergeGoal(goal.event, report) } : goal,
      ...(doubt && { was: doubt }),
      ...(report && { report }),
    };
  });
  return {
    snapshot,
    listsGoals: !snapshot.lists || snapshot.lists.includes('goal'),
    entries,
    spare: unknown,
    ...findCopies(unknown, [...reportOf.values()], goals, uncounted, snapshot.at),
    cancelled: cancelledGoals(goals, events),
    minted,
    fresh: [],
    taken: [],
    reinstated: [],
  };
}

export function standingOn(book: GoalBook, side: Side): readonly Entry[] {
  return book.entries.filter(({ goal }) => goal.stands && goal.event.side === side);
}

/** Goals that stand and that nobody reports; none where the feed tells no goals. */
export function unlistedOn(book: GoalBook, side: Side): readonly Entry[] {
  return book.listsGoals ? standingOn(book, side).filter(({ report }) => !report) : [];
}

/** Takes a report out of those to spare. */
export function use(book: GoalBook, report: Goal): Goal {
  book.spare = book.spare.filter((other) => other !== report);
  return report;
}

/** A goal that was not known: the one reported, or one that the score alone tells, which fell `around` a minute. */
export function addGoal(book: GoalBook, event: Goal, around = minuteAround(book.snapshot)): void {
  book.minted += 1;
  const found = isBare(event) && around ? { around } : {};
  const goal: TrackedGoal = { id: mintId(event, book.minted), event, stands: true, ...found };
  book.entries.push({ goal, report: event });
  book.fresh.push(goal);
}

/** What more is said of a goal, or said otherwise. */
export function correct(entry: Entry, report: Goal): void {
  entry.goal = { ...entry.goal, event: mergeGoal(entry.goal.event, report) };
  entry.report = report;
}

/** One more look at which the same speaks against a goal, or for it. */
export function doubt(book: GoalBook, entry: Entry, of: EventDoubt['of']): EventDoubt {
  const renewed = { of, ...doubted(entry.was?.of === of ? entry.was : undefined, book.snapshot.at) };
  entry.goal = { ...entry.goal, doubt: renewed };
  return renewed;
}

export function takeBack(book: GoalBook, entry: Entry): void {
  const { doubt: _, ...goal } = entry.goal;
  entry.goal = { ...goal, stands: false, ...(book.cancelled.has(goal.id) && { byVar: true }) };
  book.taken.push(entry.goal);
}

/** A goal that was taken back is listed and counted: once that has held, it stands after all. */
export function believeAgain(book: GoalBook, entry: Entry, report: Goal): void {
  if (!hasHeld(doubt(book, entry, 'counted-again'), book.snapshot.at)) return;
  const { doubt: _, byVar: __, ...goal } = entry.goal;
  entry.goal = { ...goal, stands: true, event: mergeGoal(goal.event, report) };
  book.reinstated.push(entry.goal);
}
