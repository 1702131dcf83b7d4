import type { Goal, Player } from './event.ts';
import type { Side } from './match.ts';
import { leader, type Score } from './score.ts';

/** A match that has been played, or was awarded, as a row of the record. */
export interface Result {
  /** The competition's id, `serie-a`. */
  readonly competition: string;
  /** As it is written: `2021-22`. */
  readonly season: string;
  /** Known since 2013-14 only. Matches that were put off keep their round, so a round is not a stretch of time. */
  readonly round?: number;
  /** The day in the competition's own country: `2021-11-07`. */
  readonly day: string;
  /** The clubs' ids. */
  readonly home: string;
  readonly away: string;
  readonly score: Score;
  /** Where it is known. */
  readonly halfTime?: Score;
  /** Who scored, in the order of the goals, where it is known of every one of them. */
  readonly scorers?: readonly ScoredGoal[];
  /** `awarded` when the score was decided at a table and not on the pitch. */
  readonly status: 'played' | 'awarded';
}

/** A goal of a result; `side` is the one it counts for. */
export interface ScoredGoal extends Pick<Goal, 'side' | 'manner'> {
  readonly scorer: Player;
}

export type Outcome = 'won' | 'drawn' | 'lost';

/** What a match was for the one, for the other. */
export const MIRRORED: Readonly<Record<Outcome, Outcome>> = { won: 'lost', drawn: 'drawn', lost: 'won' };

export function sideOf(result: Pick<Result, 'home' | 'away'>, club: string): Side | undefined {
  if (result.home === club) return 'home';
  return result.away === club ? 'away' : undefined;
}

/** What a match was for one of its clubs. A club that did not play in it is a bug. */
export function outcomeFor(result: Pick<Result, 'home' | 'away' | 'score'>, club: string): Outcome {
  const side = sideOf(result, club);
  if (!side) throw new Error(`${club} did not play in ${result.home} v ${result.away}`);
  const ahead = leader(result.score);
  if (ahead === null) return 'drawn';
  return ahead === side ? 'won' : 'lost';
}

/** How many goals a club was given in a match of its own. */
export function goalsFor({ home, score }: Pick<Result, 'home' | 'score'>, club: string): number {
  return home === club ? score.home : score.away;
}

/** The results of one club, in the order given. */
export function resultsOf(results: readonly Result[], club: string): readonly Result[] {
  return results.filter((result) => sideOf(result, club) !== undefined);
}

/** The first results of one club, of results in the order of their days; fewer where it has played fewer. */
export function firstGames(results: readonly Result[], club: string, games: number): readonly Result[] {
  return resultsOf(results, club).slice(0, games);
}

/** The results between two clubs, whoever was at home, in the order given. */
export function meetingsOf(results: readonly Result[], a: string, b: string): readonly Result[] {
  return results.filter(
    (result) => (result.home === a && result.away === b) || (result.home === b && result.away === a),
  );
}

/** The results of one season of one competition, in the order given. */
export function seasonOf(results: readonly Result[], competition: string, season: string): readonly Result[] {
  return results.filter((result) => result.competition === competition && result.season === season);
}
