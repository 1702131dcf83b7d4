import { otherSide, SIDES, type Side } from '../match/match.ts';
import { NIL_NIL, type Score, withGoal } from '../match/score.ts';

/** A goal as a provider lists it. */
export interface ListedGoal {
  readonly isOwnGoal: boolean;
  /** The side it stands under, which for an own goal may be the scorer's or the one that benefits. */
  readonly listedUnder: Side;
  /** The side the scorer plays for, where line-ups tell. */
  readonly scorerPlaysFor?: Side;
  /** The score once it had fallen, where the provider says. */
  readonly scoreAfter?: Score;
}

/**
 * The side that each goal counts for, of goals in the order in which they fell. Providers list own goals in two ways and do
 * not say in which: the scorer's side tells, or the running score, or the stated score, when it adds up in one way only.
 * Where nothing tells, the side is undefined: nobody is credited by guess.
 */
export function creditGoals(goals: readonly ListedGoal[], stated: Score | undefined): readonly (Side | undefined)[] {
  const sure = goals.map((goal, index) => {
    if (!goal.isOwnGoal) return goal.listedUnder;
    if (goal.scorerPlaysFor) return otherSide(goal.scorerPlaysFor);
    return sideThatGained(goals[index - 1]?.scoreAfter ?? (index === 0 ? NIL_NIL : undefined), goal.scoreAfter);
  });
  if (!stated || sure.every((side) => side !== undefined)) return sure;
  const under = goals.map((goal, index) => sure[index] ?? goal.listedUnder);
  const against = goals.map((goal, index) => sure[index] ?? otherSide(goal.listedUnder));
  const [underFits, againstFits] = [addsUp(under, stated), addsUp(against, stated)];
  if (underFits === againstFits) return sure;
  return underFits ? under : against;
}

function sideThatGained(before: Score | undefined, after: Score | undefined): Side | undefined {
  if (!before || !after) return undefined;
  return SIDES.find((side) => {
    const next = withGoal(before, side);
    return next.home === after.home && next.away === after.away;
  });
}

function addsUp(sides: readonly Side[], stated: Score): boolean {
  const score = sides.reduce(withGoal, NIL_NIL);
  return score.home === stated.home && score.away === stated.away;
}
