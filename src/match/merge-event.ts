import type { Goal, MatchEvent, Player, Substitution } from './event.ts';
import { comparePlayers } from './same-player.ts';
import { mergeSubstitution } from './same-substitution.ts';

/** What is known of an event once more was said of it: what is given replaces, what is left out is kept. */
export function mergeEvent<E extends MatchEvent>(known: E, reported: E): E | Substitution {
  if (known.kind === 'substitution' && reported.kind === 'substitution') return mergeSubstitution(known, reported);
  return { ...known, ...reported };
}

/** The same for a goal, whose assist belongs to its scorer: it goes when another man turns out to have scored. */
export function mergeGoal(known: Goal, reported: Goal): Goal {
  const { assist, scorer, ...goal } = { ...known, ...reported };
  const isOtherScorer = comparePlayers(known.scorer, reported.scorer) === 'different';
  const keepsAssist = goal.manner !== 'own-goal' && (reported.assist !== undefined || !isOtherScorer);
  return {
    ...goal,
    ...(scorer && { scorer: keepFullName(known.scorer, scorer) }),
    ...(assist && keepsAssist && { assist: keepFullName(known.assist, assist) }),
  };
}

function keepFullName(known: Player | undefined, reported: Player): Player {
  return known?.name === reported.name ? { ...known, ...reported } : reported;
}
