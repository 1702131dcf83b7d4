import { doubted, hasHeld } from './doubt.ts';
import { type Instant, MINUTE } from './instant.ts';
import { mayGoToExtraTime } from './match.ts';
import { isBeforeKickOff, isLive, isOver, type Phase, phaseOrder } from './phase.ts';
import { leader, type Score } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import { LOOKS_TO_FULL_TIME, LOOKS_TO_RESULT, type MatchState } from './state.ts';

/** How long a level score waits before it is a result where extra time may follow. */
export const HOLD_LEVEL = 3 * MINUTE;

/** What a match's state holds of its phase. */
export interface PhaseState
  extends Pick<MatchState, 'fullTimeLooks' | 'falseWhistles' | 'overSince' | 'reached' | 'steppedBack'> {
  /** The phase that is believed. */
  readonly phase: Phase;
}

/** Where a match stands at first sight; what is over then is over. */
export function firstPhase({ phase, at }: Snapshot): PhaseState {
  const reached = reachedIn(phase, undefined);
  return {
    phase,
    fullTimeLooks: phase === 'full-time' ? LOOKS_TO_RESULT : 0,
    falseWhistles: 0,
    ...(isOver(phase) && { overSince: at }),
    ...(reached && { reached }),
  };
}

/**
 * The phase to believe. A match goes forward: a step back is believed once it has held, but extra time after a whistle
 * at once. A result waits for the third look, and a level one longer, as long as the feed's time runs.
 */
export function followPhase(before: MatchState, { match, phase: said, at }: Snapshot, score: Score): PhaseState {
  const known = before.snapshot.phase;
  const falseWhistles = before.falseWhistles ?? 0;
  const reached = furthest(before);
  if (isStepBack(before, said)) {
    const steppedBack = doubted(before.steppedBack, at);
    if (!hasHeld(steppedBack, at)) {
      const { fullTimeLooks, overSince = at } = before;
      return {
        phase: known,
        fullTimeLooks,
        falseWhistles,
        steppedBack,
        ...(reached && { reached }),
        ...(isOver(known) && { overSince }),
      };
    }
  }
  const nowReached = reachedIn(said, reached);
  const wasToldFalsely = isLive(said) && before.fullTimeLooks >= LOOKS_TO_FULL_TIME;
  const overSince = isOver(known) ? (before.overSince ?? at) : at;
  const looks = said === 'full-time' ? Math.min(before.fullTimeLooks + 1, LOOKS_TO_RESULT) : 0;
  const waits =
    looks === LOOKS_TO_RESULT &&
    before.fullTimeLooks < LOOKS_TO_RESULT &&
    nowReached !== 'shoot-out' &&
    leader(score) === null &&
    mayGoToExtraTime(match) &&
    isTooSoon(before, overSince, at);
  return {
    phase: said,
    fullTimeLooks: waits ? looks - 1 : looks,
    falseWhistles: falseWhistles + (wasToldFalsely ? 1 : 0),
    ...(isOver(said) && { overSince }),
    ...(nowReached && { reached: nowReached }),
  };
}

/** The latest phase of play that a match was ever in; states stored before this was kept know it by their phase. */
export function furthest({ reached, snapshot }: Pick<MatchState, 'reached' | 'snapshot'>): Phase | undefined {
  return reached ?? reachedIn(snapshot.phase, undefined);
}

function reachedIn(phase: Phase, before: Phase | undefined): Phase | undefined {
  // A match that is over at first sight was played, and may still go to extra time.
  if (phase === 'full-time') return before ?? 'second-half';
  if (!isLive(phase)) return before;
  return before && phaseOrder(before) > phaseOrder(phase) ? before : phase;
}

function isStepBack(before: MatchState, said: Phase): boolean {
  const known = before.snapshot.phase;
  if (known === said || known === 'suspended' || isBeforeKickOff(known)) return false;
  if (known !== 'full-time' || !isLive(said)) return phaseOrder(said) < phaseOrder(known);
  // A whistle that was not believed yet is taken back at once, and so is one before extra time.
  const reached = furthest(before);
  const goesOn = reached !== undefined && phaseOrder(said) > phaseOrder(reached);
  return before.fullTimeLooks >= LOOKS_TO_FULL_TIME && !goesOn;
}

/** A recording that stands at its end would wait for ever. */
function isTooSoon(before: MatchState, overSince: Instant, at: Instant): boolean {
  return at !== before.snapshot.at && at - overSince < HOLD_LEVEL;
}
