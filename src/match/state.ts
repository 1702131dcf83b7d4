import type { Goal, MatchEvent } from './event.ts';
import { HOUR, type Instant } from './instant.ts';
import type { Side } from './match.ts';
import type { Minute } from './minute.ts';
import { isOver, type Phase } from './phase.ts';
import type { Score } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/** A whistle is believed at the second look, and the result is final at the third. */
export const LOOKS_TO_FULL_TIME = 2;
export const LOOKS_TO_RESULT = 3;

/** How long a match is watched after its end, for what is corrected then. */
export const WATCHED_AFTER_THE_END = HOUR;

/** Something a feed says that is not believed yet: since when, by the feed's time, and at how many looks in a row. */
export interface Doubt {
  readonly since: Instant;
  readonly looks: number;
}

/**
 * An event that Tifo has seen. Its `id` is minted at first sight, so it holds neither the minute, a feed's own id nor a
 * place in a list: all three may change while the event stays what it is.
 */
export interface TrackedEvent {
  readonly id: string;
  /** All that was ever said of it; what a feed leaves out later is not forgotten. */
  readonly event: MatchEvent;
  /** False once it was taken back; kept, so that a flicker brings back the same event. */
  readonly stands: boolean;
  /** Whether a VAR decision took it back. */
  readonly byVar?: boolean;
  /** What speaks against it while it stands, or for it once it was taken back. */
  readonly doubt?: EventDoubt;
  /** Of a goal that the score alone told: the minute of play when it was believed. */
  readonly around?: Minute;
}

/**
 * `unlisted`: the list leaves it out, and it is no goal. `uncounted`: the stated score counts fewer goals. `replaced`: another goal is
 * listed in its place. `counted-again`: it was taken back, and is listed and counted.
 */
export interface EventDoubt extends Doubt {
  readonly of: 'unlisted' | 'uncounted' | 'replaced' | 'counted-again';
}

/** A report that may be a copy of another, about a minute away, which the stated score does not count. */
export interface UncountedCopy extends Doubt {
  readonly event: Goal;
}

/** What Tifo knows of a match: the last good snapshot, with every event it ever saw. */
export interface MatchState {
  readonly snapshot: Snapshot;
  /** The goals that stand, added up. */
  readonly score: Score;
  readonly events: readonly TrackedEvent[];
  /** When the feed was last heard, by our clock. */
  readonly seenAt: Instant;
  /** Set while the feed has been silent for too long: the last time it was heard, by our clock. */
  readonly silentSince?: Instant;
  /** When, by our clock, it was heard again after such a silence. */
  readonly backAt?: Instant;
  /** How many looks in a row have found the match at full-time; a whistle is believed at the second. */
  readonly fullTimeLooks: number;
  /** When the match ended, by the feed's time. */
  readonly overSince?: Instant;
  /** The latest phase of play it was ever in; unset before kick-off. What was passed once is not told again. */
  readonly reached?: Phase;
  /** Set while the feed says an earlier phase than the one believed. */
  readonly steppedBack?: Doubt;
  /** How many final whistles turned out not to be the last: the match went on. */
  readonly falseWhistles: number;
  /** Goals that the stated score counts and no list names, before they are believed. */
  readonly unexplained?: Readonly<Partial<Record<Side, Doubt>>>;
  /** Rows that the list names and the stated score does not count, each like another: a goal listed twice. */
  readonly uncountedCopies?: readonly UncountedCopy[];
  /** How many events were ever minted. */
  readonly minted: number;
}

/** The events that stand, in the order they were first seen. */
export function standing(state: Pick<MatchState, 'events'>): readonly MatchEvent[] {
  return state.events.filter((tracked) => tracked.stands).map((tracked) => tracked.event);
}

/** Whether the match is over as far as anyone knows: its final whistle was believed, or nothing more is to be played. */
export function hasEnded(state: MatchState): boolean {
  return state.snapshot.phase === 'full-time' ? state.fullTimeLooks >= LOOKS_TO_RESULT : isOver(state.snapshot.phase);
}

/** Whether the match has been over for so long that nothing more is corrected. */
export function isSettled(state: MatchState): boolean {
  if (!hasEnded(state) || state.overSince === undefined) return false;
  return state.snapshot.at - state.overSince >= WATCHED_AFTER_THE_END;
}

/** The score that a match ended by, as far as anyone knows; none of one that was broken off, or goes on. */
export function endScore(state: MatchState | undefined): Score | undefined {
  if (!state || !hasEnded(state)) return undefined;
  const { phase, score: stated } = state.snapshot;
  if (phase === 'full-time') return state.score;
  return phase === 'awarded' ? stated : undefined;
}
