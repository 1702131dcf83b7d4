import { countAtFirst, countGoals, type Unexplained } from './count-goals.ts';
import { type GoalBook, openBook } from './goal-book.ts';
import { rememberCopies } from './goal-copies.ts';
import { listGoals } from './list-goals.ts';
import { isLive, type Phase } from './phase.ts';
import type { Snapshot } from './snapshot.ts';
import type { MatchState, TrackedEvent, UncountedCopy } from './state.ts';
import { isTrackedGoal, type TrackedGoal } from './tracked-goal.ts';

/** The goals of a match, and what the latest snapshot did to them. */
export interface GoalTracking {
  /** All that were ever seen, in the order of their first sight. */
  readonly goals: readonly TrackedGoal[];
  readonly minted: number;
  readonly unexplained: Unexplained;
  readonly uncountedCopies: readonly UncountedCopy[];
  readonly fresh: readonly TrackedGoal[];
  readonly takenBack: readonly TrackedGoal[];
  readonly reinstated: readonly TrackedGoal[];
}

/** Whether what a feed leaves out in this phase may be gone: not where it tells of a match that is not played. */
export function mayTakeBack(phase: Phase): boolean {
  return isLive(phase) || phase === 'full-time';
}

/**
 * Holds a snapshot's goals and its stated score against the goals known. `events` is all that is known, other events of
 * this snapshot too.
 */
export function trackGoals(
  before: Pick<MatchState, 'unexplained' | 'uncountedCopies'>,
  events: readonly TrackedEvent[],
  snapshot: Snapshot,
  minted: number,
): GoalTracking {
  const { score, phase } = snapshot;
  const { unexplained = {}, uncountedCopies = [] } = before;
  const book = openBook(events, snapshot, score !== undefined, minted, uncountedCopies);
  if (!countsGoals(phase)) {
    return { ...nothingDone, goals: events.filter(isTrackedGoal), minted, unexplained, uncountedCopies };
  }
  if (score) return closed(book, countGoals(book, score, unexplained, mayTakeBack(phase)), uncountedCopies);
  listGoals(book);
  return closed(book, unexplained, uncountedCopies);
}

/** The goals of a match at first sight. */
export function firstGoals(snapshot: Snapshot, minted: number): GoalTracking {
  const { score, phase } = snapshot;
  const book = openBook([], snapshot, score !== undefined, minted, []);
  if (score && countsGoals(phase)) countAtFirst(book, score);
  else listGoals(book);
  return closed(book, {}, []);
}

/** Whether the score is one of goals: what a court awards is none, nor is the 0-0 of a match that is not played. */
function countsGoals(phase: Phase): boolean {
  return mayTakeBack(phase) || phase === 'suspended' || phase === 'abandoned';
}

const nothingDone = { fresh: [], takenBack: [], reinstated: [] } as const;

function closed(book: GoalBook, unexplained: Unexplained, before: readonly UncountedCopy[]): GoalTracking {
  const { entries, minted, fresh, taken, reinstated, cancelled, snapshot } = book;
  const copies = book.spare.filter((report) => book.copies.has(report));
  return {
    goals: entries.map(({ goal }) => (!goal.stands && cancelled.has(goal.id) ? { ...goal, byVar: true } : goal)),
    minted,
    unexplained,
    uncountedCopies: rememberCopies(copies, before, snapshot.at),
    fresh,
    takenBack: taken,
    reinstated,
  };
}
