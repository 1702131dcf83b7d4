import { type Outcome, outcomeFor, type Result, resultsOf } from './result.ts';

/** What a club can do several times in a row. */
export type StreakKind = Outcome | 'unbeaten' | 'winless';

/**
 * The runs of a club's results of a kind, each as long as it was and no longer, in the order given: pass results in the
 * order of their days. What stands in between must be passed too, or two runs become one.
 */
export function streaksOf(results: readonly Result[], club: string, kind: StreakKind): readonly (readonly Result[])[] {
  return rowsOf(resultsOf(results, club), (result) => belongs(outcomeFor(result, club), kind));
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

function belongs(outcome: Outcome, kind: StreakKind): boolean {
  switch (kind) {
    case 'unbeaten':
      return outcome !== 'lost';
    case 'winless':
      return outcome !== 'won';
    default:
      return outcome === kind;
  }
}
