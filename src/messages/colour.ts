import { isBeforeKickOff, isCalledOff, isLive, type Phase } from '../match/phase.ts';

/** Colours only repeat what the words say: live, settled, or not as planned. */
export const LIVE = 0x1f9d55;
export const SETTLED = 0x2457a6;
export const WAITING = 0x8a94a3;
export const TROUBLE = 0xb7791f;

export function colourOf(phase: Phase): number {
  if (isLive(phase)) return LIVE;
  if (phase === 'full-time') return SETTLED;
  return isBeforeKickOff(phase) && !isCalledOff(phase) ? WAITING : TROUBLE;
}
