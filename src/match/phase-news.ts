import type { Find } from './find.ts';
import type { PhaseNewsKind } from './news.ts';
import { isBeforeKickOff, isLive, type Phase, phaseOrder } from './phase.ts';
import { NIL_NIL, type Score } from './score.ts';
import { LOOKS_TO_FULL_TIME, LOOKS_TO_RESULT, type MatchState } from './state.ts';

const TOLD_ON_ENTERING: Readonly<Partial<Record<Phase, PhaseNewsKind>>> = {
  'first-half': 'kick-off',
  'half-time': 'half-time',
  'second-half': 'second-half',
  'extra-time-first-half': 'extra-time',
  'extra-time-half-time': 'extra-time-half-time',
  'extra-time-second-half': 'extra-time-second-half',
  'shoot-out': 'shoot-out',
  postponed: 'postponed',
  suspended: 'suspended',
  abandoned: 'abandoned',
  awarded: 'awarded',
};

/** Phases every match runs through; a look that skips one tells it all the same. */
const REGULAR: readonly Phase[] = ['first-half', 'half-time', 'second-half'];

/** What a change of phase is worth telling. */
export function phaseFinds(before: MatchState, state: MatchState): Find[] {
  const from = before.snapshot.phase;
  const to = state.snapshot.phase;
  const finds: Find[] = [];
  const told = (kind: PhaseNewsKind, phase: Phase, score: Score) => {
    const again = kind === 'suspended' || kind === 'resumed' || kind === 'postponed' ? `/${state.snapshot.at}` : '';
    finds.push({
      place: [phaseOrder(phase), -1, 0],
      tell: (frame) => ({ ...frame, id: `${frame.matchId}/${kind}${again}`, kind, score }),
    });
  };
  if (from !== to) {
    if (from === 'suspended' && isLive(to)) told('resumed', to, state.score);
    else {
      const passed = REGULAR.filter(
        (phase) => phaseOrder(phase) > phaseOrder(from) && phaseOrder(phase) < phaseOrder(to),
      );
      const skipped = isLive(to) || to === 'full-time' ? passed : [];
      for (const phase of [...skipped, to]) {
        const kind = TOLD_ON_ENTERING[phase];
        if (kind && !hasReached(from, phase)) told(kind, phase, scoreAt(phase, state));
      }
    }
  }
  if (before.fullTimeLooks < LOOKS_TO_FULL_TIME && state.fullTimeLooks >= LOOKS_TO_FULL_TIME) {
    told('full-time', 'full-time', state.score);
  }
  if (before.fullTimeLooks < LOOKS_TO_RESULT && state.fullTimeLooks >= LOOKS_TO_RESULT) {
    told('result', 'full-time', state.score);
  }
  return finds;
}

/** A feed that steps back a phase and forward again tells nothing twice; a whistle, though, may turn to extra time. */
function hasReached(from: Phase, phase: Phase): boolean {
  const reached = from === 'full-time' ? 'second-half' : from;
  return !isBeforeKickOff(reached) && phaseOrder(phase) <= phaseOrder(reached);
}

function scoreAt(phase: Phase, state: MatchState): Score {
  if (phase === 'first-half') return NIL_NIL;
  if (phase === 'half-time' || phase === 'second-half') return state.snapshot.halfTime ?? state.score;
  return state.score;
}
