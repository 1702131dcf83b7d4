import type { Outcome } from '../../match/result.ts';
import type { TieBreak } from '../../match/table.ts';
import type { Plain } from '../escape.ts';

/** A balance of meetings, clubs by name. */
export interface BalanceWords {
  readonly clubs: readonly [a: Plain, b: Plain];
  readonly played: number;
  readonly won: readonly [a: number, b: number];
  readonly drawn: number;
  readonly goals: readonly [a: number, b: number];
}

/** A run of results, from one written day to another. */
export interface RunWords {
  readonly club: Plain;
  readonly games: number;
  readonly from: string;
  readonly to: string;
}

/** Where meetings were, seen from a club. */
export interface VenueWords {
  readonly where: 'home' | 'away';
  readonly club: Plain;
}

/**
 * What is said about tables and the meetings of two clubs. Days come in written out ("7 November 2021"), seasons as
 * "2021–22", a competition's season as "Serie A 2021–22".
 */
export interface TableTexts {
  readonly table: {
    /** `moment` is one of the five below. */
    title(season: string, moment: string): string;
    readonly finalTable: string;
    afterGames(games: number): string;
    onDay(day: string): string;
    beforeMatch(day: string, fixture: string): string;
    /** The last result in it is of that day, or there is none yet. */
    resultsTo(day: string | undefined): string;
    /** Heads of the columns: played, goal difference, points; three letters at most. */
    readonly columns: readonly [string, string, string];
    /** How a match ended, as one letter. */
    readonly letters: Readonly<Record<Outcome, string>>;
    readonly words: Readonly<Record<Outcome, string>>;
    /** What separates clubs on equal points. */
    tieBreaks(order: readonly TieBreak[], stage: 'running' | 'final'): string;
    readonly twoPoints: string;
    deducted(club: Plain, points: number): string;
    placedLast(club: Plain): string;
    readonly inWords: string;
    /** After a club's place and points. `goals` is "24–9", `form` the last outcomes in words, where there are any. */
    record(line: {
      readonly won: number;
      readonly drawn: number;
      readonly lost: number;
      readonly goals: string;
      readonly form: string | undefined;
    }): string;
    readonly nothing: string;
    notAMoment(typed: Plain): string;
    /** `first` and `last` are the seasons that are there. */
    noSeason(typed: Plain, competition: Plain, first: string, last: string): string;
    incomplete(season: string): string;
    noSuchGames(season: string, games: number, most: number): string;
    noSuchDay(season: string, day: string, first: string, last: string): string;
  };

  readonly headToHead: {
    title(a: Plain, b: Plain): string;
    /** "in Serie A since 1993–94, Inter at home". */
    scope(competitions: readonly Plain[], since: string, venue: VenueWords | undefined): string;
    balance(balance: BalanceWords): string;
    /** With what was played before `season`, known as totals only. */
    everything(before: string, played: number, balance: string): string;
    readonly biggestWins: string;
    /** This is the latest of several wins by the same score. */
    latestOf(times: number): string;
    last(meetings: number): string;
    readonly awarded: string;
    /** So many of all the meetings, at least one. */
    awardedAmong(count: number): string;
    readonly runs: string;
    allDrawn(games: number): string;
    unbeaten(club: Plain, games: number, won: number): string;
    longestWinning(runs: readonly RunWords[]): string;
    longestUnbeaten(runs: readonly RunWords[]): string;
    resultsTo(day: string): string;
    sameClub(club: Plain): string;
    /** `scope` as above; `absent` are those who did not play there at all. */
    none(a: Plain, b: Plain, scope: string, absent: readonly Plain[]): string;
  };
}
