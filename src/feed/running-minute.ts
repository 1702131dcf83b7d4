import type { Minute } from '../match/minute.ts';
import type { Phase } from '../match/phase.ts';

/** The phases in which a match's clock runs: the minute that comes before, and how many follow until added time. */
const PLAY: Readonly<Partial<Record<Phase, { readonly from: number; readonly length: number }>>> = {
  'first-half': { from: 0, length: 45 },
  'second-half': { from: 45, length: 45 },
  'extra-time-first-half': { from: 90, length: 15 },
  'extra-time-second-half': { from: 105, length: 15 },
};

/** The minute that a phase of play opens with. */
export function firstMinuteOf(phase: Phase): Minute | undefined {
  const play = PLAY[phase];
  return play && { base: play.from + 1 };
}

/** What the clock shows whole minutes later: in play it runs, into added time too; in a break it stands. */
export function minuteLater(minute: Minute, phase: Phase, minutes: number): Minute {
  const play = PLAY[phase];
  if (!play || minutes <= 0) return minute;
  const last = play.from + play.length;
  const running = minute.base + (minute.added ?? 0) + minutes;
  return running <= last ? { base: running } : { base: last, added: running - last };
}
