import type { Locale } from '../locale.ts';
import type { Finding } from './engine/finding.ts';
import type { Moment } from './engine/moment.ts';
import type { Answering } from './occasion.ts';

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

/** A statement with its scope, source, as-of date and, where it can be computed, its working. */
export type Fact = WrittenFact | ComputedFact;

interface Findable {
  readonly id: string;
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
}

/** A fact that the engine found in the results; its sentence and its scope are worded when it is told. */
export interface ComputedFact extends Findable {
  readonly finding: Finding;
  readonly moment: Moment;
}

/** A fact that was written by hand, and checked. */
export interface WrittenFact extends Findable {
  /** The statement, in our own words. */
  readonly text: LocalText;
  /** What it covers, inclusive or not: "Serie A, since 1994-95, this match included". Never empty. */
  readonly scope: LocalText;
  readonly source: FactSource;
  readonly check: FactCheck;
  /** For a disputed fact, what the sources disagree on. */
  readonly dispute?: LocalText;
  /** The figures a computation must give, by name: the tests recompute each. */
  readonly figures?: Readonly<Record<string, number>>;
  /** The id of the computed fact that says the same, whose working is its working. */
  readonly computation?: string;
  /** What of its match it may follow, in channels that wish for facts. */
  readonly answers?: readonly Answering[];
}

export function isComputed(fact: Fact): fact is ComputedFact {
  return 'finding' in fact;
}

export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale];
}
