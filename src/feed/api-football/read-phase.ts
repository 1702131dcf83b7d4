import { type Phase, phaseOrder } from '../../match/phase.ts';
import type { FixtureShape } from './shapes.ts';

/**
 * Where a match stands by its short status; null for a status that is not known. A match that is cancelled reads as
 * postponed, for it was not played, or as abandoned where it had begun. SUSP and INT are both a break that may end.
 */
export function readPhase({ fixture: { status, periods } }: FixtureShape): Phase | null {
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
      return elapsed > 105 ? 'extra-time-second-half' : 'extra-time-first-half';
    case 'BT':
      if (elapsed <= 90) return 'extra-time-break';
      // There is a break before the shoot-out too, in which extra time is not over for good.
      return elapsed < 120 ? 'extra-time-half-time' : 'extra-time-second-half';
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
      return elapsed > 0 ? 'abandoned' : 'postponed';
    case 'ABD':
      return 'abandoned';
    case 'AWD':
    case 'WO':
      return 'awarded';
    default:
      return null;
  }
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
