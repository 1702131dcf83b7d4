import { HOUR, type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import { isCalledOff, isOver } from '../../match/phase.ts';
import { LOOKS_TO_RESULT } from '../../match/state.ts';
import { endOfDay } from './call-budget.ts';
import { courseOf, type Span } from './course.ts';
import { type Intervals, isEnding, isInPlay, isWatchedAfterTheEnd, type Watched } from './watched.ts';

/** The provider renews its live matches every 15 seconds. */
export const FASTEST_LOOK_MS = 15 * SECOND;
/** How far apart looks are at most while a kick-off or a last whistle is awaited, or the name of a goal. */
const TENSE_EVERY = 90 * SECOND;
const CORRECTIONS_EVERY = 10 * MINUTE;
/** A match is not followed more rarely than this beside one that is followed in many more channels: a third, as looks go. */
const LEAST_INTEREST = 1 / 9;
/** Calls for the line-ups of a match, and for its corrections where calls are few. */
const FOR_LINEUPS = 2;
const FOR_CORRECTIONS = 1;
/** For a restart, which asks for the lists again, or a last whistle that is long in coming. */
const FOR_SURPRISES = 2;
/** The provider has line-ups 20 to 40 minutes before kick-off: who has calls to spare asks sooner, in case. */
const LINEUPS_FROM = 30 * MINUTE;
const LINEUPS_FROM_IF_PLENTY = 45 * MINUTE;
/** What is kept back for all but ends may not starve the looks at live matches. */
const LARGEST_RESERVE = 0.4;

export interface Spread {
  readonly now: Instant;
  readonly watched: readonly Watched[];
  /** In how many channels each match is followed, by its id; one unless given. */
  readonly channels?: ReadonlyMap<string, number>;
  /** How many calls the day has left. */
  readonly left: number;
}

/** How far apart calls are, in milliseconds. */
export interface Pace extends Intervals {
  /** For what is live, as things stand now; infinite while there is nothing to see, or nothing to see it with. */
  readonly liveEveryMs: number;
  /** As for what is live, in ordinary play. */
  readonly playEveryMs: number;
  /** Whether what is live cannot be looked at because too few calls are left. */
  readonly isShort: boolean;
}

/**
 * Decides how far apart calls are so that those of the day last. What lists, line-ups and ends need is kept back, and so
 * is a look every minute and a half while a kick-off or a last whistle is awaited. The rest goes to where most can happen
 * for most channels: looks are as frequent as the square root of that, which makes everybody's wait the shortest in sum.
 */
export function paceOf(spread: Spread): Pace {
  const { now, watched, left } = spread;
  const forEnds = left - reserveForEnds(spread);
  const calls = forEnds - Math.min(reserveForTheRest(spread), Math.ceil(left * LARGEST_RESERVE));
  const spans = spansOf(spread);
  const { playMs, plain, tense, tenseMs } = addUp(spans, now);
  const everyWeight = Math.max(ratio(plain, calls - tenseMs / TENSE_EVERY), ratio(plain + tense, calls));
  const isPlenty = ratio(playMs, calls) <= FASTEST_LOOK_MS;
  const playEveryMs = isPlenty ? FASTEST_LOOK_MS : Math.max(FASTEST_LOOK_MS, everyWeight);
  const isOn = watched.some((one) => isInPlay(one, now));
  const liveEveryMs = !isOn ? Number.POSITIVE_INFINITY : isPlenty ? FASTEST_LOOK_MS : atPresent();
  return {
    liveEveryMs,
    playEveryMs,
    correctionsEveryMs: Math.max(CORRECTIONS_EVERY, 4 * playEveryMs),
    lineupsFromMs: isPlenty ? LINEUPS_FROM_IF_PLENTY : LINEUPS_FROM,
    isShort: isOn && forEnds < 1,
  };

  function atPresent(): number {
    const present = spans.filter(({ from, to }) => from <= now && now < to);
    if (present.length === 0 || forEnds < 1) return Number.POSITIVE_INFINITY;
    const byWeight = everyWeight / weightOf(present.reduce((sum, { activity }) => sum + activity, 0));
    // Who waits for an end comes before line-ups and corrections.
    const isTense = present.some((span) => span.isTense);
    return Math.max(FASTEST_LOOK_MS, isTense ? Math.min(byWeight, Math.max(TENSE_EVERY, tenseMs / forEnds)) : byWeight);
  }
}

/** The course of all that is watched until midnight UTC, where the calls begin anew, in proportion to who follows it. */
function spansOf({ now, watched, channels }: Spread): readonly Span[] {
  const midnight = endOfDay(now);
  const followedBy = ({ match }: Watched) => channels?.get(match.id) ?? 1;
  const most = Math.max(1, ...watched.map(followedBy));
  return watched.flatMap((one) => {
    const interest = Math.max(LEAST_INTEREST, followedBy(one) / most);
    if (one.match.kickOff >= midnight) return [];
    return courseOf(one, now)
      .map((span) => ({ ...span, from: Math.max(now, span.from), to: Math.min(midnight, span.to) }))
      .filter(({ from, to }) => from < to)
      .map((span) => ({ ...span, activity: span.activity * interest }));
  });
}

interface Sum {
  /** How long anything is played at all, and how long anything is awaited. */
  readonly playMs: number;
  readonly tenseMs: number;
  /** The same by weight: milliseconds, each times the weight of its moment; awaited or not. */
  readonly tense: number;
  readonly plain: number;
}

/** Adds up what lies ahead; what happens at the same time is seen by the same look. */
function addUp(spans: readonly Span[], now: Instant): Sum {
  const turns = spans
    .flatMap(({ from, to, activity, isTense }) => [
      { at: from, activity, tense: isTense ? 1 : 0, open: 1 },
      { at: to, activity: -activity, tense: isTense ? -1 : 0, open: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const sum = { playMs: 0, tenseMs: 0, tense: 0, plain: 0 };
  const on = { activity: 0, tense: 0, open: 0 };
  let reached = now;
  for (const { at, activity, tense, open } of turns) {
    const ms = at - reached;
    if (on.open > 0) sum.playMs += ms;
    if (on.tense > 0) sum.tenseMs += ms;
    sum[on.tense > 0 ? 'tense' : 'plain'] += on.open > 0 ? ms * weightOf(on.activity) : 0;
    on.activity += activity;
    on.tense += tense;
    on.open += open;
    reached = at;
  }
  return sum;
}

function weightOf(activity: number): number {
  return Math.sqrt(Math.max(0, activity));
}

/** For confirming ends, those of matches to come today too. */
function reserveForEnds({ now, watched }: Spread): number {
  const unconfirmed = watched.filter((one) => isToday(one, now) || isEnding(one));
  return unconfirmed.reduce((sum, { overLooks = 0 }) => sum + LOOKS_TO_RESULT - overLooks, 0);
}

/** For lists, line-ups and corrections. */
function reserveForTheRest({ now, watched }: Spread): number {
  const hours = (endOfDay(now) - now) / HOUR;
  const lineups = watched.filter((one) => !one.lineups && isToday(one, now) && one.match.kickOff > now).length;
  const corrections = watched.filter((one) => isToday(one, now) || isWatchedAfterTheEnd(one, now)).length;
  const forLists = Math.ceil(hours / 4) + Math.ceil(hours / 8);
  return FOR_SURPRISES + forLists + lineups * FOR_LINEUPS + corrections * FOR_CORRECTIONS;
}

/** Whether it is still to be played today, or is being played. */
function isToday(one: Watched, now: Instant): boolean {
  const { match, phase } = one;
  if (isOver(phase) || isCalledOff(phase)) return false;
  return isInPlay(one, now) || (match.kickOff > now && match.kickOff < endOfDay(now));
}

function ratio(ms: number, calls: number): number {
  if (ms <= 0) return 0;
  return calls > 0 ? ms / calls : Number.POSITIVE_INFINITY;
}
