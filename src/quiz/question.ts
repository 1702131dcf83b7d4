import type { Club, Competition } from '../match/match.ts';
import type { StreakKind } from '../match/streak.ts';

/** What is asked, by kind; worded where messages are. */
export type Ask =
  /** How many points did the club have after so many games of the season? */
  | { readonly kind: 'points-after'; readonly club: Club; readonly season: string; readonly games: number }
  /** In which season did the club have most points after so many games, since a season? */
  | { readonly kind: 'best-start'; readonly club: Club; readonly games: number; readonly since: string }
  /** Who won the competition in the season? */
  | { readonly kind: 'champion'; readonly competition: Competition; readonly season: string }
  /** In which of these seasons did the club win the competition? */
  | { readonly kind: 'title-season'; readonly competition: Competition; readonly club: Club }
  /** With how many points was a club champion? */
  | {
      readonly kind: 'champion-points';
      readonly competition: Competition;
      readonly season: string;
      readonly club: Club;
    }
  /** Which place did the club finish in? */
  | { readonly kind: 'final-place'; readonly competition: Competition; readonly season: string; readonly club: Club }
  /** How did the meeting of a day end? */
  | { readonly kind: 'score-of'; readonly home: Club; readonly away: Club; readonly day: string }
  /** Which score has been the most common of their meetings since a season? */
  | { readonly kind: 'common-score'; readonly clubs: readonly [a: Club, b: Club]; readonly since: string }
  /** How many of their meetings since a season has the first club won? */
  | { readonly kind: 'meetings-won'; readonly clubs: readonly [a: Club, b: Club]; readonly since: string }
  /** By which score was the club's biggest win since a season, or over the other? */
  | { readonly kind: 'biggest-win'; readonly club: Club; readonly over?: Club; readonly since: string }
  /** How long was the club's longest run? */
  | {
      readonly kind: 'longest-run';
      readonly club: Club;
      readonly of: StreakKind;
      readonly since: string;
    };

/** An answer that can be chosen. All of a question are of one kind. */
export type QuizOption =
  | { readonly kind: 'club'; readonly club: Club }
  | { readonly kind: 'season'; readonly season: string }
  | { readonly kind: 'number'; readonly number: number }
  /** As it was, home first, or of a common score the higher figure first. */
  | { readonly kind: 'score'; readonly score: readonly [number, number] };

/** A question with its answers, as it is kept while a game runs. */
export interface Question {
  readonly ask: Ask;
  /** The right one and up to three wrong ones, in the order in which they are shown. */
  readonly options: readonly QuizOption[];
  /** The place of the right one among them, from 0. */
  readonly right: number;
  /** The id of the fact that it was made from, which is told with the answer where it is still true. */
  readonly factId: string;
  /** Whose results it was made from. */
  readonly competition?: Competition;
  /** The day of the last result that it rests on, `2021-11-07`. */
  readonly asOf: string;
}
