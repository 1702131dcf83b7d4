import { type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import { isLive, type Phase, phaseOrder } from '../../match/phase.ts';
import type { FixtureShape } from './shapes.ts';

export interface PhaseContext {
  readonly now: Instant;
  /** What was last heard of the match. */
  readonly before: Phase | undefined;
}

/**
 * Where a match stands by its short status; null for a status that is not known. A match that is cancelled once it had
 * begun reads as abandoned. SUSP and INT are both a break that may end.
 */
export function readPhase(shape: FixtureShape, context: PhaseContext): Phase | null {
  const { status, periods } = shape.fixture;
  const elapsed = status.elapsed ?? 0;
  switch (status.short) {
    case 'TBD':
    case 'NS':
      return 'scheduled';
    case '1H':
      return 'first-half';
    case 'HT':
      return 'half-time';
    case '2H':
      return 'second-half';
    case 'ET':
      return inExtraTime(status.elapsed ?? minuteReached(shape, context), context);
    case 'BT':
      return inBreak(status.elapsed ?? minuteReached(shape, context));
    case 'P':
      return 'shoot-out';
    case 'LIVE':
      return livePhase(elapsed, Boolean(periods?.second));
    case 'FT':
    case 'AET':
    case 'PEN':
      return 'full-time';
    case 'SUSP':
    case 'INT':
      return 'suspended';
    case 'PST':
      return 'postponed';
    case 'CANC':
      return elapsed > 0 ? 'abandoned' : 'cancelled';
    case 'ABD':
      return 'abandoned';
    case 'AWD':
    case 'WO':
      return 'awarded';
    default:
      return null;
  }
}

function inExtraTime(minute: number, { before }: PhaseContext): Phase {
  return minute > 105 || before === 'extra-time-half-time' ? 'extra-time-second-half' : 'extra-time-first-half';
}

function inBreak(minute: number): Phase {
  if (minute <= 90) return 'extra-time-break';
  // There is a break before the shoot-out too, in which extra time is not over for good.
  return minute <= 105 ? 'extra-time-half-time' : 'extra-time-second-half';
}

/** The latest minute of which anything was heard, by phase or rows, where the status says none; else by the clock. */
function minuteReached({ fixture, events }: FixtureShape, { now, before }: PhaseContext): number {
  const heard = before && isLive(before) ? (REACHED[before] ?? 0) : minuteByClock(fixture, now);
  return Math.max(heard, ...(events ?? []).map(({ time }) => time.elapsed ?? 0));
}

const REACHED: Readonly<Partial<Record<Phase, number>>> = {
  'extra-time-first-half': 105,
  'extra-time-half-time': 105,
  'extra-time-second-half': 120,
  'shoot-out': 120,
};

/** The second half begins so long after kick-off, as a rule. */
const SECOND_HALF_AFTER = 62 * MINUTE;
/** From the start of the second half, added time and pauses counted. */
const EXTRA_TIME_HALF_AFTER = 64 * MINUTE;
const EXTRA_TIME_OVER_AFTER = 82 * MINUTE;

function minuteByClock({ date, periods }: FixtureShape['fixture'], now: Instant): number {
  const played = now - (periods?.second ? periods.second * SECOND : date + SECOND_HALF_AFTER);
  if (played < EXTRA_TIME_HALF_AFTER) return 90;
  return played < EXTRA_TIME_OVER_AFTER ? 105 : 120;
}

/** `LIVE` says no more than that it is being played. */
function livePhase(elapsed: number, secondHalfBegan: boolean): Phase {
  if (elapsed > 105) return 'extra-time-second-half';
  if (elapsed > 90) return 'extra-time-first-half';
  return elapsed > 45 || secondHalfBegan ? 'second-half' : 'first-half';
}

/** The half-time score is filled in from the first minute on; it is one only once half-time is reached. */
export function isPastHalfTime(phase: Phase, elapsed: number): boolean {
  if (phase === 'suspended' || phase === 'abandoned' || phase === 'awarded') return elapsed > 45;
  return phaseOrder(phase) >= phaseOrder('half-time');
}
