import type { Player } from '../../../../match/event.ts';
import { type Result, type ScoredGoal, sideOf } from '../../../../match/result.ts';
import { comparePlayers } from '../../../../match/same-player.ts';

/** A player's goals for a club, with the games in which they fell, in the order of their days. */
export interface ScorerTally {
  readonly player: string;
  readonly goals: readonly { readonly game: Result; readonly goal: ScoredGoal }[];
}

/**
 * Who scored for a club in some of its games, most goals first; own goals are nobody's. Undefined where that is not known of
 * every game, or where a name may be of two players.
 */
export function scorersOf(games: readonly Result[], club: string): readonly ScorerTally[] | undefined {
  if (!games.every(isToldWhole)) return undefined;
  const tallies: { players: Player[]; goals: { game: Result; goal: ScoredGoal }[] }[] = [];
  for (const game of games) {
    for (const goal of goalsFor(club, game)) {
      const is = (same: 'same' | 'different') => (player: Player) => comparePlayers(player, goal.scorer) === same;
      const [tally, ...others] = tallies.filter(({ players }) => players.some(is('same')));
      if (others.length > 0 || tally?.players.some(is('different'))) return undefined;
      if (tally) {
        tally.players.push(goal.scorer);
        tally.goals.push({ game, goal });
      } else tallies.push({ players: [goal.scorer], goals: [{ game, goal }] });
    }
  }
  const told = tallies.map(({ players, goals }) => ({ player: players[0]?.name ?? '', goals }));
  return told.sort((a, b) => b.goals.length - a.goals.length);
}

function isToldWhole({ score, scorers = [], status }: Result): boolean {
  return status === 'played' && scorers.length === score.home + score.away;
}

function goalsFor(club: string, game: Result): readonly ScoredGoal[] {
  const side = sideOf(game, club);
  return (game.scorers ?? []).filter((goal) => goal.side === side && goal.manner !== 'own-goal');
}
