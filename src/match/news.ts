import type { Goal, MatchEvent, Substitution } from './event.ts';
import type { Instant } from './instant.ts';
import type { Score } from './score.ts';

interface Told {
  /** Unique for ever, and the same when the same change is found again: `MATCH/goal/goal-1`. */
  readonly id: string;
  readonly matchId: string;
  /** When the news was found, by our clock. */
  readonly at: Instant;
  /** When the feed was last heard before: what is told happened between `since` and `at`. */
  readonly since: Instant;
  /** The score once this had happened. */
  readonly score: Score;
}

/** A change of phase that is told. */
export type PhaseNewsKind =
  | 'kick-off'
  | 'half-time'
  | 'second-half'
  | 'extra-time'
  | 'extra-time-half-time'
  | 'extra-time-second-half'
  | 'shoot-out'
  | 'full-time'
  | 'result'
  | 'postponed'
  | 'suspended'
  | 'resumed'
  | 'abandoned'
  | 'awarded';

export interface PhaseNews extends Told {
  readonly kind: PhaseNewsKind;
}

export interface GoalNews extends Told {
  readonly kind: 'goal' | 'goal-corrected' | 'goal-disallowed';
  readonly eventId: string;
  readonly goal: Goal;
}

type ToldEventKind = 'missed-penalty' | 'card' | 'chance' | 'shoot-out-kick';

export type EventNews = {
  readonly [Kind in ToldEventKind]: Told & {
    readonly kind: Kind;
    readonly eventId: string;
    readonly event: Extract<MatchEvent, { kind: Kind }>;
  };
}[ToldEventKind];

/** Substitutions found in one look, told together. */
export interface SubstitutionsNews extends Told {
  readonly kind: 'substitutions';
  readonly substitutions: readonly Substitution[];
}

/** What a change between two states of a match is worth telling. */
export type News = PhaseNews | GoalNews | EventNews | SubstitutionsNews;
