import type { Phase } from '../../match/phase.ts';
import type { Period } from '../minute-of-play.ts';

const PHASES: Readonly<Record<string, Phase>> = {
  prematch: 'scheduled',
  delayed: 'scheduled',
  firsthalf: 'first-half',
  halftime: 'half-time',
  secondhalf: 'second-half',
  fulltime90: 'extra-time-break',
  extrafirsthalf: 'extra-time-first-half',
  extrahalftime: 'extra-time-half-time',
  extrasecondhalf: 'extra-time-second-half',
  // The break before a shoot-out, in which extra time is not over for good.
  extrafulltime: 'extra-time-second-half',
  fulltime120: 'extra-time-second-half',
  shootout: 'shoot-out',
  penaltyshootout: 'shoot-out',
  fulltime: 'full-time',
  fulltimepens: 'full-time',
  postmatch: 'full-time',
  postponed: 'postponed',
  suspended: 'suspended',
  abandoned: 'abandoned',
  awarded: 'awarded',
};

const NEVER_PLAYED = new Set(['cancelled', 'void']);

/**
 * Where a match stands by its period and its kind of result. `live` where a list of fixtures says no more than that it is on;
 * undefined for a period that is not known. One that is cancelled once it had begun reads as abandoned.
 */
export function readPhase(period: string, result: string | undefined): Phase | 'live' | undefined {
  const ended = (result ?? '').toLowerCase();
  const name = period.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const began = name !== 'prematch' && !NEVER_PLAYED.has(name);
  if (ended.includes('postpone')) return 'postponed';
  if (ended.includes('abandon')) return 'abandoned';
  if (ended.includes('award') || ended.includes('walkover')) return 'awarded';
  if (NEVER_PLAYED.has(ended) || NEVER_PLAYED.has(name)) return began ? 'abandoned' : 'cancelled';
  return name === 'live' ? 'live' : PHASES[name];
}

const PERIODS: Readonly<Record<string, Period>> = {
  firsthalf: 1,
  '1': 1,
  secondhalf: 2,
  '2': 2,
  extrafirsthalf: 3,
  '3': 3,
  extrasecondhalf: 4,
  '4': 4,
};

/** The period in which something happened, by name or number; undefined where it was none in which the clock runs. */
export function readPeriod(period: string | undefined): Period | undefined {
  return PERIODS[(period ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')];
}

/** SDAPI's period ids, of a match that is being played. */
const SDAPI_PHASES: Readonly<Record<number, Phase>> = {
  1: 'first-half',
  2: 'second-half',
  3: 'extra-time-first-half',
  4: 'extra-time-second-half',
  5: 'shoot-out',
  10: 'half-time',
  11: 'extra-time-break',
  12: 'extra-time-half-time',
  13: 'extra-time-second-half',
  14: 'full-time',
  16: 'scheduled',
};

/** As `readPhase`, of SDAPI's `matchStatus` and `periodId`. */
export function readSdapiPhase(status: string, periodId: number | undefined): Phase | 'live' | undefined {
  const began = periodId !== undefined && periodId !== 16;
  switch (status.toLowerCase()) {
    case 'fixture':
      return 'scheduled';
    case 'playing':
      return periodId === undefined ? 'live' : SDAPI_PHASES[periodId];
    case 'played':
      return 'full-time';
    case 'postponed':
      return 'postponed';
    case 'cancelled':
      return began ? 'abandoned' : 'cancelled';
    case 'suspended':
      return 'suspended';
    case 'abandoned':
      return 'abandoned';
    case 'awarded':
      return 'awarded';
    default:
      return undefined;
  }
}
