/** Where a match stands. */
export type Phase =
  | 'scheduled'
  | 'first-half'
  | 'half-time'
  | 'second-half'
  | 'extra-time-break'
  | 'extra-time-first-half'
  | 'extra-time-half-time'
  | 'extra-time-second-half'
  | 'shoot-out'
  | 'full-time'
  | 'postponed'
  | 'cancelled'
  | 'suspended'
  | 'abandoned'
  | 'awarded';

const ORDER: Readonly<Record<Phase, number>> = {
  postponed: 0,
  cancelled: 0,
  scheduled: 0,
  'first-half': 1,
  'half-time': 2,
  'second-half': 3,
  'extra-time-break': 4,
  'extra-time-first-half': 5,
  'extra-time-half-time': 6,
  'extra-time-second-half': 7,
  'shoot-out': 8,
  'full-time': 9,
  suspended: 9,
  abandoned: 9,
  awarded: 10,
};

/** How far along a phase is; a match only moves to a higher number, unless its feed corrects itself. */
export function phaseOrder(phase: Phase): number {
  return ORDER[phase];
}

/** Whether the match has kicked off and is not over, a break in play included. */
export function isLive(phase: Phase): boolean {
  return phaseOrder(phase) > 0 && phaseOrder(phase) < ORDER['full-time'];
}

/** Whether nothing more is to be played. A suspended match may go on. */
export function isOver(phase: Phase): boolean {
  return phase === 'full-time' || phase === 'abandoned' || phase === 'awarded';
}

/** Whether a match is not played when it was to be: it is put off, or will not be played at all. */
export function isCalledOff(phase: Phase): boolean {
  return phase === 'postponed' || phase === 'cancelled';
}

export function isBeforeKickOff(phase: Phase): boolean {
  return phaseOrder(phase) === 0;
}
