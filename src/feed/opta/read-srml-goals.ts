import type { Goal } from '../../match/event.ts';
import { SIDES } from '../../match/match.ts';
import { creditGoals } from '../credit-goals.ts';
import { readRows } from '../read-rows.ts';
import { happened, inOrder, type Placed, place } from './srml-placed.ts';
import { goalShape } from './srml-shapes.ts';
import type { SrmlSource } from './srml-source.ts';

/** The goals of both sides, in order, each for the side it counts for. */
export function readGoals({ teams, squads, score, onUnknown }: SrmlSource): readonly Placed<Goal>[] {
  const listed = SIDES.flatMap((side) =>
    readRows(teams[side].Goal, goalShape, 'Goal', onUnknown).map((row) => ({ ...place(row, row), side })),
  ).sort(inOrder);
  const credited = creditGoals(
    listed.map(({ event: row, side }) => {
      const scorerPlaysFor = squads.sideOf(row['@PlayerRef']);
      return {
        isOwnGoal: row['@Type'].toLowerCase().startsWith('own'),
        listedUnder: side,
        ...(scorerPlaysFor && { scorerPlaysFor }),
      };
    }),
    score,
  );
  return listed.flatMap(({ event: row, at, stamp }, index) => {
    const side = credited[index];
    const manner = mannerOf(row['@Type']);
    if (!side || !manner) {
      onUnknown('Goal', side ? row['@Type'] : 'an own goal of which it cannot be told for whom it counts');
      return [];
    }
    const scorer = squads.playerOf(row['@PlayerRef']);
    const assist =
      manner === 'open-play' ? squads.playerOf(row.Assist?.['@PlayerRef'] ?? row.Assist?.['#text']) : undefined;
    const event: Goal = {
      kind: 'goal',
      ...happened(row),
      side,
      manner,
      ...(scorer && { scorer }),
      ...(assist && { assist }),
    };
    return [{ event, at, stamp }];
  });
}

function mannerOf(type: string): Goal['manner'] | undefined {
  switch (type.toLowerCase()) {
    case 'goal':
      return 'open-play';
    case 'penalty':
      return 'penalty';
    case 'own':
    case 'owngoal':
    case 'own goal':
      return 'own-goal';
    default:
      return undefined;
  }
}
