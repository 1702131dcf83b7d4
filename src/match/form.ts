import { type Outcome, outcomeFor, type Result, resultsOf } from './result.ts';

/** As many games as people mean when they speak of form. */
export const FORM_GAMES = 5;

/** How a club's last games ended, oldest first, of results in the order of their days; fewer where it has played fewer. */
export function formOf(results: readonly Result[], club: string, games = FORM_GAMES): readonly Outcome[] {
  const own = resultsOf(results, club);
  return own.slice(Math.max(0, own.length - games)).map((result) => outcomeFor(result, club));
}
