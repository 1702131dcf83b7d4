import type { Phase } from '../../match/phase.ts';
import { isBeforeKickOff, phaseOrder } from '../../match/phase.ts';
import type { Score } from '../../match/score.ts';
import type { ScoreShape } from './shapes.ts';

export interface ReadScores {
  readonly score?: Score;
  readonly halfTime?: Score;
  readonly shootOut?: Score;
}

/**
 * `fullTime` is the running score, and holds a shoot-out's kicks too. Where those cannot be told from the goals, the score
 * is left out rather than told wrong.
 */
export function readScores(shape: ScoreShape, phase: Phase): ReadScores {
  if (isBeforeKickOff(phase)) return {};
  const isOff = phase === 'suspended' || phase === 'abandoned' || phase === 'awarded';
  const halfTime = !isOff && phaseOrder(phase) >= phaseOrder('half-time') ? shape.halfTime : undefined;
  const isShootOut = shape.duration === 'PENALTY_SHOOTOUT' || phase === 'shoot-out';
  const { score, shootOut } = isShootOut ? apart(shape) : { score: shape.fullTime, shootOut: undefined };
  return { ...(score && { score }), ...(halfTime && { halfTime }), ...(shootOut && { shootOut }) };
}

/** The goals and the kicks, where one of them is told beside their sum. (A second leg may come to kicks without being level.) */
function apart({ fullTime, regularTime, extraTime, penalties }: ScoreShape): ReadScores {
  const score = regularTime ? plus(regularTime, extraTime) : fullTime && penalties && minus(fullTime, penalties);
  if (!score) return {};
  const rest = fullTime && minus(fullTime, score);
  // `penalties` has been wrong, level even, while the sum was right.
  const kicks = rest && rest.home !== rest.away ? rest : (penalties ?? rest);
  return { score, ...(kicks && { shootOut: kicks }) };
}

function plus(a: Score, b: Score | undefined): Score {
  return b ? { home: a.home + b.home, away: a.away + b.away } : a;
}

function minus(a: Score, b: Score): Score | undefined {
  const score = { home: a.home - b.home, away: a.away - b.away };
  return score.home >= 0 && score.away >= 0 ? score : undefined;
}
