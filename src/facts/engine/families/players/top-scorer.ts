import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { seasonOn } from '../season/start.ts';
import { scorersOf } from './scorers-of.ts';

/** Fewer are not worth a word. */
const FEWEST_GOALS = 3;

/** Who alone has scored most for a club in its season so far, where the scorers of all its games are known. */
export const topScorer: Family = {
  name: 'top-scorer',
  find: (ledger, focus) => focus.flatMap((club) => findFor(club, ledger)),
};

function findFor(club: string, ledger: Ledger): readonly Finding[] {
  const season = seasonOn(ledger);
  const games = season?.games(club) ?? [];
  const [first, second] = scorersOf(games, club) ?? [];
  const last = games.at(-1);
  if (!season || !last || !first || first.goals.length < FEWEST_GOALS) return [];
  if (second?.goals.length === first.goals.length) return [];
  const scoredIn = [...new Set(first.goals.map(({ game }) => game))];
  return [
    {
      key: `top-scorer/${club}/${season.name}`,
      statement: {
        ...{ kind: 'top-scorer', club: ledger.club(club), season: season.name, games: games.length },
        ...{ player: first.player, goals: first.goals.length, second: second?.goals.length ?? 0 },
        penalties: first.goals.filter(({ goal }) => goal.manner === 'penalty').length,
      },
      scope: scopeOf(ledger, { since: season.name, season: season.name, clubs: [club] }),
      working: {
        rows: scoredIn.slice(-MOST_ROWS).map((result) => ({ kind: 'result', result })),
        lookedAt: games.length,
      },
      weight: { times: 1, chances: games.length, latest: scoredIn.at(-1)?.day ?? last.day, number: first.goals.length },
      theme: `scorers/${club}`,
    },
  ];
}

const MOST_ROWS = 20;
