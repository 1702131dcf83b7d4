import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { neighbours, onPoints, placeRows, tableWith } from './standing.ts';
import { FEWEST_GAMES, seasonOn } from './start.ts';

/** Where a club stands in the table of the season that is on. */
export const tablePlace: Family = {
  name: 'table-place',
  find: (ledger, focus) => focus.flatMap((club) => placeOf(ledger, club)),
};

function placeOf(ledger: Ledger, club: string): readonly Finding[] {
  const season = seasonOn(ledger);
  const table = season?.table(ledger.moment.day) ?? [];
  const own = table.find((row) => row.club === club);
  const last = season?.games(club).at(-1);
  if (!season || !own || !last || own.played < FEWEST_GAMES) return [];
  const { rank, points, played } = own;
  const level = table.filter((row) => row !== own && row.points === points);
  const { above, below } = neighbours(table, own);
  const rankBefore = ledger.moment.match?.score && tableWith(ledger, season).find((row) => row.club === club)?.rank;
  return [
    {
      key: `table-place/${club}`,
      statement: {
        ...{ kind: 'table-place', season: season.name, club: ledger.club(club), rank, points, games: played },
        isOver: season.isOver,
        level: level.map((row) => ledger.club(row.club)),
        ...(above && { above: onPoints(ledger, above) }),
        ...(below && { below: onPoints(ledger, below) }),
        ...(rankBefore !== undefined && { rankBefore }),
      },
      scope: scopeOf(ledger, { since: season.name, season: season.name }),
      working: { rows: placeRows(table), lookedAt: table.length },
      // Top and bottom are worth a word, the middle is not.
      weight: {
        times: Math.min(rank, table.length + 1 - rank),
        chances: table.length,
        latest: last.day,
        number: points,
      },
      theme: `table/${club}`,
    },
  ];
}
