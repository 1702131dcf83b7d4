import { type Outcome, type Result, resultsOf } from './result.ts';

/** What a club can do several times in a row: by how its matches end, */
export type OutcomeStreak = Outcome | 'unbeaten' | 'winless';
/** and by goals: with one at least, with none, with none against it. */
export type GoalStreak = 'scored' | 'scoreless' | 'clean-sheet';
export type StreakKind = OutcomeStreak | GoalStreak;

const GOAL_STREAKS: readonly StreakKind[] = ['scored', 'scoreless', 'clean-sheet'] satisfies readonly GoalStreak[];
export const STREAK_KINDS: readonly StreakKind[] = ['won', 'drawn', 'lost', 'unbeaten', 'winless', ...GOAL_STREAKS];

/** Whether a streak is of goals: an awarded score, for which nobody scored, is not to be counted in one. */
export function isGoalStreak(kind: StreakKind): kind is GoalStreak {
  return GOAL_STREAKS.includes(kind);
}

/**
 * The runs of a club's results of a kind, each as long as it was and no longer, in the order given: pass results in the
 * order of their days. What stands in between must be passed too, or two runs become one.
 */
export function streaksOf(results: readonly Result[], club: string, kind: StreakKind): readonly (readonly Result[])[] {
  return rowsOf(resultsOf(results, club), (result) => fitsStreak(result, club, kind));
}

/** The rows of results one after the other that something is true of, each as long as it was and no longer, in the order given. */
export function rowsOf(results: readonly Result[], is: (result: Result) => boolean): readonly (readonly Result[])[] {
  const rows: Result[][] = [];
  let running: Result[] | undefined;
  for (const result of results) {
    if (!is(result)) {
      running = undefined;
    } else if (running) {
      running.push(result);
    } else {
      running = [result];
      rows.push(running);
    }
  }
  return rows;
}

/** The run that a club's last result belongs to; empty when that result ended it. */
export function currentStreak(results: readonly Result[], club: string, kind: StreakKind): readonly Result[] {
  const last = streaksOf(results, club, kind).at(-1) ?? [];
  return last.at(-1) === resultsOf(results, club).at(-1) ? last : [];
}

/** The longest run, the latest of several that are as long; empty when there was none. */
export function longestStreak(results: readonly Result[], club: string, kind: StreakKind): readonly Result[] {
  return streaksOf(results, club, kind).reduce(
    (longest, streak) => (streak.length >= longest.length ? streak : longest),
    [],
  );
}

/** Whether a club's result may stand in a streak. */
export function fitsStreak({ home, score }: Result, club: string, kind: StreakKind): boolean {
  const [scored, conceded] = home === club ? [score.home, score.away] : [score.away, score.home];
  switch (kind) {
    case 'won':
      return scored > conceded;
    case 'drawn':
      return scored === conceded;
    case 'lost':
      return scored < conceded;
    case 'unbeaten':
      return scored >= conceded;
    case 'winless':
      return scored <= conceded;
    case 'scored':
      return scored > 0;
    case 'scoreless':
      return scored === 0;
    case 'clean-sheet':
      return conceded === 0;
  }
}
