import type { Find } from './find.ts';
import { furthest } from './follow-phase.ts';
import type { PhaseNews, PhaseNewsKind } from './news.ts';
import { isLive, type Phase, phaseOrder } from './phase.ts';
import { scoreAtHalfTime } from './running-score.ts';
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
};

/** Told whenever they come: all of them may come again. */
const TOLD_EACH_TIME = ['postponed', 'cancelled', 'suspended', 'abandoned', 'awarded'] as const;

/** Phases every match runs through; a look that skips one tells it all the same. */
const REGULAR: readonly Phase[] = ['first-half', 'half-time', 'second-half'];

/** What a change of phase is worth telling. */
export function phaseFinds(before: MatchState, state: MatchState): Find[] {
  const { phase: to, at } = state.snapshot;
  const from = before.snapshot.phase;
  const finds: Find[] = [];
  const told = (kind: PhaseNewsKind, phase: Phase, again = '', more: Pick<PhaseNews, 'falseWhistles'> = {}) =>
    finds.push({
      place: [phaseOrder(phase), -1, 0],
      tell: (frame) => ({
        ...frame,
        id: `${frame.matchId}/${kind}${again}`,
        kind,
        score: kind === 'resumed' ? state.score : scoreOnEntering(phase, state),
        ...more,
      }),
    });
  const interruption = TOLD_EACH_TIME.find((kind) => kind === to);
  if (from !== to && interruption) told(interruption, to, `/${at}`);
  else if (from !== to && isLive(to) && (from === 'suspended' || from === 'abandoned')) told('resumed', to, `/${at}`);
  else if (from !== to) {
    for (const phase of passed(before, to)) {
      const kind = TOLD_ON_ENTERING[phase];
      if (kind) told(kind, phase);
    }
  }
  const { falseWhistles } = state;
  const whistle = (kind: 'full-time' | 'result') =>
    told(kind, 'full-time', falseWhistles > 0 ? `/${falseWhistles + 1}` : '', { falseWhistles });
  // After a shoot-out the last kick was the end, and the result says the rest.
  if (isCrossed(LOOKS_TO_FULL_TIME, before, state) && !hadShootOut(state)) whistle('full-time');
  if (isCrossed(LOOKS_TO_RESULT, before, state)) whistle('result');
  return finds;
}

/** The phases that a match has come to since, those that no look has seen included; none that it was in before. */
function passed(before: MatchState, to: Phase): readonly Phase[] {
  const reached = furthest(before);
  const order = reached ? phaseOrder(reached) : 0;
  const isPlayed = isLive(to) || to === 'full-time';
  const skipped = isPlayed ? REGULAR.filter((phase) => phaseOrder(phase) < phaseOrder(to)) : [];
  return [...skipped, to].filter((phase) => phaseOrder(phase) > order);
}

function isCrossed(looks: number, before: MatchState, state: MatchState): boolean {
  return before.fullTimeLooks < looks && state.fullTimeLooks >= looks;
}

function scoreOnEntering(phase: Phase, state: MatchState): Score {
  if (phase === 'first-half') return NIL_NIL;
  if (phase === 'half-time' || phase === 'second-half') return scoreAtHalfTime(state);
  // What a court awards is no count of goals.
  return phase === 'awarded' ? (state.snapshot.score ?? state.score) : state.score;
}

function hadShootOut({ snapshot, events }: MatchState): boolean {
  return snapshot.shootOut !== undefined || events.some(({ event }) => event.kind === 'shoot-out-kick');
}
