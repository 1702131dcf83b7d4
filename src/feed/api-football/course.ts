import { type Instant, MINUTE } from '../../match/instant.ts';
import { isInPlay, type Watched } from './watched.ts';

/** A stretch of a match in which about as much can happen all the time. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
  /** How much: 1 in ordinary play. */
  readonly activity: number;
  /** Whether kick-off or the last whistle is awaited, which nobody wants to hear of late. */
  readonly isTense?: boolean;
}

const TENSE = 4;
const PLAY = 1;
/** Substitutions, at most. */
const QUIET = 0.1;

/** A kick-off is never early, and the provider needs a moment to say that it was. */
const BEFORE_THE_FIRST_LOOK = MINUTE;
/** Kick-offs are late by about so much, and are awaited for so long. */
const USUALLY_LATE = 3 * MINUTE;
const AWAITED_FOR = 11 * MINUTE;
/** From kick-off to half-time, from there to the second half, and on to the 90th minute. */
const TO_HALF_TIME = 47 * MINUTE;
const HALF_TIME = 14 * MINUTE;
const TO_THE_90TH = 46 * MINUTE;
/** No referee whistles sooner than this after the 90th minute, and few later than that much again. */
const LEAST_ADDED = 2 * MINUTE;
const USUALLY_ADDED = 8 * MINUTE;
const MOST_ADDED = 30 * MINUTE;
/** So long after a goal VAR may still take it back, and its scorer may still be missing. */
const GOAL_IS_FRESH_FOR = 5 * MINUTE;
/** How much longer, again and again, where nothing says how long. */
const AND_ON = 15 * MINUTE;

/** How a match will probably go on from now, in order; nothing of one that is over, put off or given up on. */
export function courseOf(one: Watched, now: Instant): readonly Span[] {
  const { scoredAt = Number.NEGATIVE_INFINITY, hasUnnamed = false } = one;
  const course = usualCourse(one, now);
  const fresh = { activity: TENSE, until: scoredAt + GOAL_IS_FRESH_FOR, isTense: hasUnnamed };
  return course.flatMap((span) => livened(span, fresh));
}

interface Lively {
  readonly activity: number;
  readonly until: Instant;
  readonly isTense: boolean;
}

/** What has just happened makes the moments that follow livelier than they were thought to be. */
function livened(span: Span, { until, activity, isTense }: Lively): readonly Span[] {
  if (span.from >= until) return [span];
  const lively = { ...span, to: Math.min(span.to, until), activity: Math.max(span.activity, activity) };
  const first = isTense ? { ...lively, isTense } : lively;
  return span.to > until ? [first, { ...span, from: until }] : [first];
}

/** It goes by what was heard last, and from there by the clock, for nobody may have asked since. */
function usualCourse(one: Watched, now: Instant): readonly Span[] {
  const { match, phase, seenLive, phaseSince, heardAt, mayEndAt } = one;
  const begins = match.kickOff + USUALLY_LATE;
  if (now >= match.kickOff && !isInPlay(one, now)) return [];
  // The list of live matches has lost it: it is asked for by itself.
  if (one.missing && seenLive) return [{ from: now, to: now + AND_ON, activity: QUIET }];
  switch (phase) {
    case 'scheduled': {
      const awaited = (one.missing ? Math.max(begins, now) : begins) + MINUTE;
      const wait = { from: match.kickOff + BEFORE_THE_FIRST_LOOK, to: awaited };
      const isGivenUp = now >= match.kickOff + AWAITED_FOR && one.missing;
      return [
        isGivenUp ? { ...wait, activity: QUIET } : { ...wait, activity: TENSE, isTense: true },
        ...firstHalf(awaited, awaited + TO_HALF_TIME, now),
      ];
    }
    case 'first-half':
      return firstHalf(heardAt, Math.max(heardAt + MINUTE, begins + TO_HALF_TIME), now);
    case 'half-time': {
      const again = Math.max(heardAt, Math.min(phaseSince + HALF_TIME, begins + TO_HALF_TIME + HALF_TIME));
      return [{ from: heardAt, to: again, activity: QUIET }, ...secondHalf(again, now)];
    }
    case 'second-half':
      return toTheEnd(heardAt, mayEndAt ?? begins + TO_HALF_TIME + HALF_TIME + TO_THE_90TH, now);
    case 'extra-time-second-half':
      return toTheEnd(heardAt, mayEndAt ?? phaseSince + AND_ON, now);
    case 'shoot-out':
      return toTheEnd(heardAt, phaseSince - LEAST_ADDED, now);
    case 'extra-time-break':
    case 'extra-time-first-half':
    case 'extra-time-half-time':
      return toTheEnd(heardAt, heardAt + 2 * AND_ON, now);
    case 'suspended':
      return [{ from: now, to: now + AND_ON, activity: QUIET }];
    default:
      return [];
  }
}

function firstHalf(from: Instant, to: Instant, now: Instant): readonly Span[] {
  const again = to + HALF_TIME;
  return [{ from, to, activity: PLAY }, { from: to, to: again, activity: QUIET }, ...secondHalf(again, now)];
}

function secondHalf(from: Instant, now: Instant): readonly Span[] {
  return toTheEnd(from, from + TO_THE_90TH, now);
}

function toTheEnd(from: Instant, mayEndAt: Instant, now: Instant): readonly Span[] {
  const tense = Math.max(from, mayEndAt + LEAST_ADDED);
  // A feed that has forgotten to end a match would hold everybody's breath for hours.
  if (now > mayEndAt + MOST_ADDED) return [{ from: now, to: now + AND_ON, activity: PLAY }];
  const to = Math.max(mayEndAt + LEAST_ADDED, now) + USUALLY_ADDED / 2;
  return [
    { from, to: tense, activity: PLAY },
    { from: tense, to: Math.max(to, mayEndAt + LEAST_ADDED + USUALLY_ADDED), activity: TENSE, isTense: true },
  ];
}
