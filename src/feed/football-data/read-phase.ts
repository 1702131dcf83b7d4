import { type Instant, MINUTE } from '../../match/instant.ts';
import { type Phase, phaseOrder } from '../../match/phase.ts';
import { halfByClock } from '../phase-by-clock.ts';
import type { MatchShape } from './shapes.ts';

const FIRST_HALF = 45 * MINUTE;
/** By then the second half is over, and a break is the one before extra time. */
const EXTRA_TIME_BY = 100 * MINUTE;
const EXTRA_TIME_HALF_BY = 122 * MINUTE;

export interface PhaseContext {
  readonly now: Instant;
  /** What was last heard of the match. */
  readonly before: Phase | undefined;
}

/**
 * Where a match stands: undefined for a status that is not known. Halves are told apart by the minute where it is given, by
 * what was heard before, and by the clock. A match that is cancelled once it had begun reads as abandoned.
 */
export function readPhase(match: MatchShape, context: PhaseContext): Phase | undefined {
  switch (match.status) {
    case 'SCHEDULED':
    case 'TIMED':
      return 'scheduled';
    case 'IN_PLAY':
    case 'LIVE':
      return inPlay(match, context);
    case 'PAUSED':
      return inBreak(match, context);
    case 'EXTRA_TIME':
      return inExtraTime(match, context);
    case 'PENALTY_SHOOTOUT':
      return 'shoot-out';
    case 'FINISHED':
      return 'full-time';
    case 'SUSPENDED':
      return 'suspended';
    case 'POSTPONED':
      return 'postponed';
    case 'CANCELLED':
      return match.score.fullTime ? 'abandoned' : 'cancelled';
    case 'AWARDED':
      return 'awarded';
    default:
      return undefined;
  }
}

/** Minutes come as a number, or as text: `45`, `45+2`. */
export function minutesOf({ minute, injuryTime }: MatchShape): { base: number; added: number } | undefined {
  const [base = '', added = ''] = String(minute ?? '').split('+');
  if (!/^\d{1,3}$/.test(base.trim())) return undefined;
  return { base: Number(base), added: Number(added) || (injuryTime ?? 0) };
}

function inPlay(match: MatchShape, { now, before }: PhaseContext): Phase {
  const { duration, halfTime } = match.score;
  if (duration === 'PENALTY_SHOOTOUT') return 'shoot-out';
  if (duration === 'EXTRA_TIME') return inExtraTime(match, { now, before });
  const minute = minutesOf(match);
  if (minute) return minute.base > 45 ? 'second-half' : 'first-half';
  if (before === 'half-time' || before === 'second-half') return 'second-half';
  // Half-time's score is there from the break on. A break that was not seen, though its match was, has not been.
  const wasBreak = before !== 'first-half' && halfTime && now - match.utcDate >= FIRST_HALF;
  return wasBreak ? 'second-half' : halfByClock(match.utcDate, now);
}

function inExtraTime(match: MatchShape, { now, before }: PhaseContext): Phase {
  const minute = minutesOf(match);
  if (minute) return minute.base > 105 ? 'extra-time-second-half' : 'extra-time-first-half';
  if (before === 'extra-time-half-time' || before === 'extra-time-second-half') return 'extra-time-second-half';
  return before === undefined && now - match.utcDate >= EXTRA_TIME_HALF_BY + 15 * MINUTE
    ? 'extra-time-second-half'
    : 'extra-time-first-half';
}

function inBreak(match: MatchShape, { now, before }: PhaseContext): Phase {
  const known = before === undefined ? 0 : phaseOrder(before);
  if (known >= phaseOrder('extra-time-second-half')) return 'extra-time-second-half';
  if (known >= phaseOrder('extra-time-first-half')) return 'extra-time-half-time';
  if (known >= phaseOrder('second-half')) return 'extra-time-break';
  if (known > 0) return 'half-time';
  const played = now - match.utcDate;
  if (match.score.duration === 'EXTRA_TIME') {
    return played >= EXTRA_TIME_HALF_BY ? 'extra-time-half-time' : 'extra-time-break';
  }
  return played >= EXTRA_TIME_BY ? 'extra-time-break' : 'half-time';
}
