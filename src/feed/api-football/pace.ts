import { type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import { isCalledOff, isOver } from '../../match/phase.ts';
import { endOfDay } from './call-budget.ts';
import { isInPlay, type Watched } from './watched.ts';

/** The provider renews its live matches every 15 seconds. */
export const FASTEST_LOOK_MS = 15 * SECOND;
/** How long a match is thought to take, from kick-off to the last whistle. */
const A_MATCH = 115 * MINUTE;
/** How much longer, again and again, once it takes longer than that. */
const AND_ON = 15 * MINUTE;
/** Calls for the lists of fixtures that a day may still need. */
const FOR_LISTS = 8;
const FOR_LINEUPS = 2;
/** Three until the end is believed, one more where the score is level, and the last. */
const FOR_THE_END = 5;
const FOR_CORRECTIONS = 5;
/** What is kept back for all but ends may not starve the looks at live matches. */
const LARGEST_RESERVE = 0.4;

export interface Spread {
  readonly now: Instant;
  readonly watched: readonly Watched[];
  readonly left: number;
}

/**
 * How long to wait between two looks at live matches so that the calls of the day last for all that is followed: what is
 * left, less what fixtures, line-ups and ends need, spread over the minutes of play before midnight UTC. Infinite where
 * nothing is left.
 */
export function liveEveryMs({ now, watched, left }: Spread): number {
  const calls = left - reserveOf({ now, watched, left });
  if (calls < 1) return Number.POSITIVE_INFINITY;
  return Math.max(FASTEST_LOOK_MS, Math.ceil(playAhead(now, watched) / calls));
}

/** Milliseconds from now to midnight UTC in which at least one of them is in play. */
function playAhead(now: Instant, watched: readonly Watched[]): number {
  const midnight = endOfDay(now);
  const spans = watched
    .filter(({ phase }) => !isOver(phase) && !isCalledOff(phase))
    .map((one) => {
      const end = one.match.kickOff + A_MATCH;
      return { from: Math.max(now, one.match.kickOff), to: isInPlay(one, now) ? Math.max(end, now + AND_ON) : end };
    })
    .map(({ from, to }) => ({ from, to: Math.min(to, midnight) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  let total = 0;
  let reached = now;
  for (const { from, to } of spans) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

function reserveOf({ now, watched, left }: Spread): number {
  const midnight = endOfDay(now);
  const today = watched.filter(
    (one) => (one.match.kickOff > now || isInPlay(one, now)) && one.match.kickOff < midnight,
  );
  const lineups = today.filter((one) => !one.lineups && one.match.kickOff > now).length * FOR_LINEUPS;
  // Matches that start together end together, and then share their calls.
  const ends = new Set(today.map(({ match }) => match.kickOff)).size;
  const good = FOR_LISTS + lineups + ends * FOR_CORRECTIONS;
  return ends * FOR_THE_END + Math.min(good, Math.ceil(left * LARGEST_RESERVE));
}
