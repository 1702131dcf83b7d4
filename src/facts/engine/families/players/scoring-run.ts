import type { Result } from '../../../../match/result.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { seasonOn } from '../season/start.ts';
import { type ScorerTally, scorersOf } from './scorers-of.ts';

/** Two in a row happen to everybody. */
const FEWEST_GAMES = 3;

/** Who has scored in each of a club's last games of its season, where the scorers of all its games are known. */
export const scoringRun: Family = {
  name: 'scoring-run',
  find: (ledger, focus) => focus.flatMap((club) => findFor(club, ledger)),
};

function findFor(club: string, ledger: Ledger): readonly Finding[] {
  const season = seasonOn(ledger);
  const games = season?.games(club) ?? [];
  const runs = (scorersOf(games, club) ?? []).map((tally) => ({ tally, run: lastGamesWith(tally, games) }));
  return runs.flatMap(({ tally, run }) => {
    const [from, to] = [run[0], run.at(-1)];
    if (!season || !from || !to || run.length < FEWEST_GAMES) return [];
    return [
      {
        key: `scoring-run/${club}/${season.name}/${games.indexOf(from) + 1}-${games.length}/${runs.findIndex((other) => other.tally === tally) + 1}`,
        statement: {
          ...{ kind: 'scoring-run', club: ledger.club(club), season: season.name, player: tally.player },
          goals: tally.goals.filter(({ game }) => run.includes(game)).length,
          run: { games: run.length, from: from.day, to: to.day },
        },
        scope: scopeOf(ledger, { since: season.name, season: season.name, clubs: [club] }),
        working: { rows: run.map((result) => ({ kind: 'result', result })), lookedAt: games.length },
        weight: { times: 1, chances: games.length, latest: to.day, number: run.length },
        theme: `scorers/${club}`,
      },
    ];
  });
}

/** The last games in a row in which somebody scored; none where he did not in the last. */
function lastGamesWith({ goals }: ScorerTally, games: readonly Result[]): readonly Result[] {
  const scoredIn = new Set(goals.map(({ game }) => game));
  return games.slice(games.findLastIndex((game) => !scoredIn.has(game)) + 1);
}
