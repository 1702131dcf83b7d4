import { hasHeld } from './doubt.ts';
import type { Goal } from './event.ts';
import { addGoal, correct, doubt, type GoalBook, takeBack, unlistedOn, use } from './goal-book.ts';
import type { Side } from './match.ts';
import { minutesApart } from './minute.ts';
import { minuteOf } from './running-score.ts';
import { isBare } from './same-event.ts';
import type { TrackedGoal } from './tracked-goal.ts';

/** In minutes of play: how far from a goal a report may be that may be of it, and may as well be of another. */
const NEAR_ENOUGH = 3;

/**
 * A goal that stands is listed no more, and another is that nobody counts: it is the same one, put right. At once where
 * the score alone had told it, otherwise once that has held; unless a VAR decision says that it is not.
 */
export function correctReplaced(book: GoalBook, side: Side): void {
  const unlisted = new Set(unlistedOn(book, side));
  for (const report of uncountedOn(book, side)) {
    const isCopy = book.copies.has(report);
    const isSpare = book.spare.includes(report);
    const fits = (goal: TrackedGoal) => (isCopy ? isBare(goal.event) : isSpare || isAround(goal, report));
    const near = [...unlisted].filter(({ goal }) => fits(goal));
    const [entry] = near.sort((a, b) => minutesBetween(a.goal.event, report) - minutesBetween(b.goal.event, report));
    if (!entry) continue;
    unlisted.delete(entry);
    if (isSpare && !book.repeats.has(report) && isBare(entry.goal.event)) {
      correct(entry, use(book, report));
      continue;
    }
    const replaced = doubt(book, entry, 'replaced');
    if (book.cancelled.get(entry.goal.id) === 'sure' && hasHeld(replaced, book.snapshot.at, 0)) {
      takeBack(book, entry);
      addGoal(book, use(book, report));
    } else if (hasHeld(replaced, book.snapshot.at)) correct(entry, use(book, report));
  }
}

/** What is listed and not counted: of goals that are not known, copies last, and of goals that were taken back. */
function uncountedOn(book: GoalBook, side: Side): readonly Goal[] {
  const takenBack = book.entries.flatMap(({ goal, report }) => (report && !goal.stands ? [report] : []));
  const spare = book.spare.toSorted((a, b) => Number(book.copies.has(a)) - Number(book.copies.has(b)));
  return [...spare, ...takenBack].filter((report) => report.side === side);
}

function isAround(goal: TrackedGoal, report: Goal): boolean {
  return report.minute !== undefined && minutesApart(minuteOf(goal), report.minute) <= NEAR_ENOUGH;
}

/** Zero where a minute is not known: then it may be any. */
export function minutesBetween(a: Goal, b: Goal): number {
  return a.minute && b.minute ? minutesApart(a.minute, b.minute) : 0;
}
