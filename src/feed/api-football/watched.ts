import { HOLD_LEVEL } from '../../match/follow-phase.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import { type Match, mayGoToExtraTime } from '../../match/match.ts';
import { isCalledOff, isLive, isOver, type Phase } from '../../match/phase.ts';
import { LOOKS_TO_RESULT, WATCHED_AFTER_THE_END } from '../../match/state.ts';
import type { Orientation } from './read-substitutions.ts';
import type { LineupShape } from './shapes.ts';

/** A fixture, with what this feed remembers of it between looks. */
export interface Watched {
  readonly fixtureId: number;
  /** The provider's code of its competition. */
  readonly code: number;
  readonly match: Match;
  readonly phase: Phase;
  /** When it was heard of last, and when it was first heard to be in this phase. */
  readonly heardAt: Instant;
  readonly phaseSince: Instant;
  /** When its 90th minute is over, or its 120th: the last whistle comes after. Unset where no clock says. */
  readonly mayEndAt?: Instant;
  /** The goals that its score counts, when they last changed, and whether one of them is named by no list yet. */
  readonly goals?: number;
  readonly scoredAt?: Instant;
  readonly hasUnnamed?: boolean;
  /** Whether it was ever in the list of live matches. */
  readonly seenLive?: boolean;
  /** Whether it should be in that list and was not at the last look. */
  readonly missing?: boolean;
  /** How often in a row it was asked for by itself because it was missing, and was still not over. */
  readonly missingAsks?: number;
  /** When it was last asked for by itself, and how often for its line-ups. */
  readonly askedAt?: Instant;
  readonly lineupAsks?: number;
  readonly lineups?: readonly LineupShape[];
  readonly substitutions?: Orientation;
  /** When it was first heard to be over, and how many looks have said so since. */
  readonly overSince?: Instant;
  readonly overLooks?: number;
}

const LINEUPS_EVERY = 20 * MINUTE;
const LINEUP_ASKS = 4;
/** A match that does not start is asked about after this long, and then as often. */
const LATE_START = 15 * MINUTE;
/** What is neither over nor in play so long after its kick-off is only looked at now and then. */
const LONGEST_MATCH = 6 * HOUR;
/** A match over for so long when it is first heard of is corrected no more: two looks, an hour apart, settle it. */
const LONG_OVER = 4 * HOUR;
const FORGOTTEN_AFTER = 36 * HOUR;
/** Looks are 15 s apart, so that a call a little early is better than one a whole look late. */
export const SOON = 7 * SECOND;

/** Whether a match should be in the list of live matches now. */
export function isInPlay({ match, phase }: Watched, now: Instant): boolean {
  if (isOver(phase) || isCalledOff(phase)) return false;
  return now >= match.kickOff && now < match.kickOff + LONGEST_MATCH;
}

/** How far apart calls for single matches are, in milliseconds. */
export interface Intervals {
  /** For what is corrected after the end. */
  readonly correctionsEveryMs: number;
  /** For line-ups, how long before kick-off the first comes. */
  readonly lineupsFromMs: number;
}

/** Whether a match is to be asked for by itself: for why it is not live, for its end or for corrections. */
export function isAskedFor(watched: Watched, now: Instant, intervals: Intervals): boolean {
  const { match, phase, missing, seenLive, askedAt, missingAsks = 0 } = watched;
  const sinceAsked = askedAt === undefined ? Number.POSITIVE_INFINITY : now - askedAt;
  const sinceKickOff = now - match.kickOff;
  if (sinceKickOff < 0 || sinceKickOff > FORGOTTEN_AFTER) return false;
  if (isOver(phase)) return isCorrected(watched, now, sinceAsked, intervals);
  if (isCalledOff(phase)) return false;
  if (sinceKickOff >= LONGEST_MATCH) return sinceAsked >= HOUR;
  // One that is not over after all, or cannot be read, must not take the calls of all others.
  if (missing && (seenLive || isLive(phase)))
    return sinceAsked >= Math.min(LATE_START, MINUTE * 2 ** missingAsks) - SOON;
  return missing === true && sinceKickOff >= LATE_START && sinceAsked >= LATE_START;
}

/** Whether a match is to be asked for its line-ups: a few times, from before kick-off until they are there. */
export function isAskedForLineups(
  { match, phase, lineups, lineupAsks = 0, askedAt }: Watched,
  now: Instant,
  { lineupsFromMs }: Intervals,
): boolean {
  if (lineups || lineupAsks >= LINEUP_ASKS || isOver(phase) || isCalledOff(phase)) return false;
  if (now < match.kickOff - lineupsFromMs || now >= match.kickOff + LONGEST_MATCH) return false;
  return askedAt === undefined || now - askedAt >= LINEUPS_EVERY;
}

function isCorrected(one: Watched, now: Instant, sinceAsked: number, { correctionsEveryMs }: Intervals): boolean {
  const { match, overSince, overLooks = 0, askedAt } = one;
  if (overSince === undefined || askedAt === undefined) return true;
  if (!isWatchedAfterTheEnd(one, now)) return false;
  if (overSince - match.kickOff > LONG_OVER) return sinceAsked >= HOUR;
  // The end itself is asked for at every look until it is believed; corrections are rare, and so are their looks.
  if (overLooks < LOOKS_TO_RESULT) return true;
  // A level score that extra time may follow is a result only once it has held, which one more look shows.
  const isHeld = mayGoToExtraTime(match) && askedAt - overSince < HOLD_LEVEL;
  if (isHeld && now - overSince >= HOLD_LEVEL) return true;
  // The last look comes when the hour is over, and shows that it is.
  return sinceAsked >= correctionsEveryMs || now - overSince >= WATCHED_AFTER_THE_END;
}

/** Whether its end is known and not yet believed, so that the next look should not wait. */
export function isEnding({ phase, overLooks = 0, match, overSince }: Watched): boolean {
  if (!isOver(phase) || overSince === undefined) return false;
  return overLooks < LOOKS_TO_RESULT && overSince - match.kickOff <= LONG_OVER;
}

/** Whether it is over and was not yet asked for so long after its end that nothing more is corrected. */
export function isWatchedAfterTheEnd({ phase, overSince, askedAt, match }: Watched, now: Instant): boolean {
  if (!isOver(phase) || now - match.kickOff > FORGOTTEN_AFTER) return false;
  return overSince === undefined || askedAt === undefined || askedAt - overSince < WATCHED_AFTER_THE_END;
}
