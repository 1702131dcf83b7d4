import type { Locale } from '../locale.ts';

/**
 * How a fact is known: `computed` from results that Tifo carries, `confirmed` by two or more independent match
 * records, `reported` by the press or a data provider alone, `disputed` where sources differ.
 */
export type FactCheck = 'computed' | 'confirmed' | 'reported' | 'disputed';

/** Who says so. */
export type FactSource = 'results' | 'match-records' | 'opta' | 'press';

export interface LocalText {
  readonly en: string;
  readonly it: string;
}

/** A statement with its scope, source, as-of date and, where it can be computed, what computes it. */
export interface Fact {
  readonly id: string;
  /** The statement, in our own words. */
  readonly text: LocalText;
  /** What it covers, inclusive or not: "Serie A, since 1994-95, this match included". Never empty. */
  readonly scope: LocalText;
  readonly source: FactSource;
  readonly check: FactCheck;
  /** For a disputed fact, what the sources disagree on. */
  readonly dispute?: LocalText;
  /** The day as of which it holds, `2021-11-07`. */
  readonly asOf: string;
  /** The match it belongs to, where there is one. */
  readonly matchId?: string;
  /** Ids of clubs, and names of players and topics it can be found under. */
  readonly about: {
    readonly clubs: readonly string[];
    readonly players: readonly string[];
    readonly topics: readonly string[];
  };
  /** The figures a computation must give, by name: the tests recompute each. */
  readonly figures?: Readonly<Record<string, number>>;
}

export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale];
}
