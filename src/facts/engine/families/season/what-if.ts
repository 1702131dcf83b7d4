import { MIRRORED, type Outcome, outcomeFor } from '../../../../match/result.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf, sideAt } from '../../scope.ts';
import type { SeasonLedger } from '../../season-ledger.ts';
import { onPoints, placeRows, SUPPOSED, tableWith } from './standing.ts';
import { FEWEST_GAMES, seasonOn } from './start.ts';

const OUTCOMES: readonly Outcome[] = ['won', 'drawn', 'lost'];

/** Where a club would stand had the match of the moment ended otherwise: the endings that did not happen. */
export const whatIf: Family = {
  name: 'what-if',
  find(ledger, focus) {
    const season = seasonOn(ledger);
    return season ? focus.flatMap((club) => OUTCOMES.flatMap((outcome) => had(outcome, ledger, season, club))) : [];
  },
};

function had(outcome: Outcome, ledger: Ledger, season: SeasonLedger, club: string): readonly Finding[] {
  const side = sideAt(ledger, club);
  const { match, day } = ledger.moment;
  const actual = season.table(day).find((row) => row.club === club);
  if (!side || !match?.score || !actual || actual.played < FEWEST_GAMES) return [];
  if (outcomeFor({ ...match, score: match.score }, club) === outcome) return [];
  const table = tableWith(ledger, season, SUPPOSED[side === 'home' ? outcome : MIRRORED[outcome]]);
  const at = table.findIndex((row) => row.club === club);
  const own = table[at];
  // Above it the next one to catch; where it is top, whoever is nearest to it.
  const next = own?.rank === 1 ? table.find((row) => row !== own) : table[at - 1];
  if (!own || !next) return [];
  const { rank, points } = own;
  return [
    {
      key: `what-if/${outcome}/${club}`,
      statement: {
        ...{ kind: 'what-if', season: season.name, club: ledger.club(club), outcome, rank, points },
        gap: { ...onPoints(ledger, next), points: Math.abs(next.points - points) },
        actual: { rank: actual.rank, points: actual.points },
      },
      scope: scopeOf(ledger, { since: season.name, season: season.name }),
      working: { rows: placeRows(table), lookedAt: table.length },
      weight: { ...interest(rank, actual.rank, table.length), latest: day, number: points },
      theme: `what-if/${club}`,
    },
  ];
}

/** Nobody cares for another tenth place; the top, won or lost, is what it is all about. */
function interest(rank: number, actual: number, clubs: number) {
  return { times: rank === actual ? clubs : Math.min(rank, actual), chances: clubs };
}
