import { hasHeld } from './doubt.ts';
import { addGoal, believeAgain, correct, doubt, type GoalBook, takeBack, unlistedOn, use } from './goal-book.ts';
import { SIDES } from './match.ts';
import { isBare } from './same-event.ts';

/** Takes in a snapshot that states no score: the list decides. */
export function listGoals(book: GoalBook, mayTakeBack: boolean): void {
  for (const entry of book.entries) {
    const { goal, report } = entry;
    if (!report) continue;
    if (!goal.stands) believeAgain(book, entry, report);
    else if (report.side !== goal.event.side) correct(entry, report);
  }
  for (const report of book.spare) if (!book.copies.has(report)) addGoal(book, use(book, report));
  if (!mayTakeBack) return;
  for (const side of SIDES) {
    // What the score alone told, no list can take back.
    for (const entry of unlistedOn(book, side).filter(({ goal }) => !isBare(goal.event))) {
      const unlisted = doubt(book, entry, 'unlisted');
      const isCancelled = book.cancelled.get(entry.goal.id) === 'sure' && hasHeld(unlisted, book.snapshot.at, 0);
      if (isCancelled || hasHeld(unlisted, book.snapshot.at)) takeBack(book, entry);
    }
  }
}
