import { addGoal, believeAgain, correct, type GoalBook, use } from './goal-book.ts';

/**
 * Takes in a snapshot that states no score: the list says which goals there are, and takes none back, for a feed that has
 * lost the score has as often lost the list. What an earlier score said against a goal is neither renewed nor forgotten.
 */
export function listGoals(book: GoalBook): void {
  for (const entry of book.entries) {
    const { goal, report, was } = entry;
    if (was && was.of !== 'counted-again') entry.goal = { ...goal, doubt: was };
    if (!report) continue;
    if (!goal.stands) believeAgain(book, entry, report);
    else if (report.side !== goal.event.side) correct(entry, report);
  }
  for (const report of book.spare) if (!book.copies.has(report)) addGoal(book, use(book, report));
}
