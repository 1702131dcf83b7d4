import { outcomeFor } from '../../../../match/result.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import type { SeasonLedger } from '../../season-ledger.ts';
import { asRows } from '../runs/result-rows.ts';
import { seasonOn } from '../season/start.ts';
import { ofPair, pairScope, toldOf } from './pair.ts';

/** What both meetings of the season that is on came to. */
export const seasonMeetings: Family = {
  name: 'season-meetings',
  find: (ledger, focus) => ofPair(focus, (a, b) => bothOf(ledger, a, b)),
};

function bothOf(ledger: Ledger, a: string, b: string): readonly Finding[] {
  const season = seasonOn(ledger);
  const own = season && takenIn(season, a, b);
  if (!own) return [];
  const { results, points } = own;
  const most = Math.max(...points);
  const all = ledger.seasons.flatMap((other) => takenIn(other, a, b) ?? []);
  const pair = { clubs: [a, b], meetings: results } as const;
  return [
    {
      key: `season-meetings/${season.name}`,
      statement: { kind: 'season-meetings', ...toldOf(ledger, pair), season: season.name, results, points },
      scope: { ...pairScope(ledger, pair, season.name), season: season.name },
      working: { rows: asRows(results), lookedAt: results.length },
      weight: {
        // How often one of the two took so many.
        times: all.filter((other) => Math.max(...other.points) >= most).length,
        ...{ chances: all.length, latest: results[1].day, number: 0 },
      },
      theme: 'season-meetings',
    },
  ];
}

/** Where each has been host once, as in a league of two halves. */
function takenIn({ games, pointsForWin }: SeasonLedger, a: string, b: string) {
  const [first, second, ...more] = games(a).filter(({ home, away }) => home === b || away === b);
  if (!first || !second || more.length > 0 || first.home === second.home) return undefined;
  const results = [first, second] as const;
  const worth = { won: pointsForWin, drawn: 1, lost: 0 };
  const taken = (club: string) => results.reduce((sum, result) => sum + worth[outcomeFor(result, club)], 0);
  return { results, points: [taken(a), taken(b)] as const };
}
