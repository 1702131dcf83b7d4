import { doubted, hasHeld } from './doubt.ts';
import type { Goal } from './event.ts';
import type { Instant } from './instant.ts';
import { copiesIn, isCopy, isDouble } from './same-event.ts';
import type { UncountedCopy } from './state.ts';
import type { TrackedGoal } from './tracked-goal.ts';

/** Reports that may be of a goal which another report is of already. */
export interface GoalCopies {
  /** All of them. Whether one is a goal of its own, the score decides. */
  readonly copies: ReadonlySet<Goal>;
  /**
   * Those that most probably are none, even where the score counts one more: of the same minute, of a goal that was taken
   * back, or listed for a while without being counted.
   */
  readonly repeats: ReadonlySet<Goal>;
}

/** Finds the copies among reports of no goal that is known; `paired` are the others, `uncounted` what is remembered. */
export function findCopies(
  unknown: readonly Goal[],
  paired: readonly Goal[],
  goals: readonly TrackedGoal[],
  uncounted: readonly UncountedCopy[],
  at: Instant,
): GoalCopies {
  const copies = copiesIn(unknown, paired);
  const doubles = copiesIn(unknown, paired, isDouble);
  const isOfTakenBack = (report: Goal) => goals.some(({ stands, event }) => !stands && isCopy(event, report));
  const isKnown = (report: Goal) => uncounted.some((copy) => isDouble(copy.event, report) && hasHeld(copy, at));
  const isRepeat = (report: Goal) => doubles.has(report) || isOfTakenBack(report) || isKnown(report);
  return { copies, repeats: new Set([...copies].filter(isRepeat)) };
}

/** What to remember of copies that this look lists and does not count. */
export function rememberCopies(
  listed: readonly Goal[],
  before: readonly UncountedCopy[],
  at: Instant,
): readonly UncountedCopy[] {
  return listed.map((event) => ({
    event,
    ...doubted(
      before.find((copy) => isDouble(copy.event, event)),
      at,
    ),
  }));
}
