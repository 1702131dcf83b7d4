import type { Club } from '../../../../match/match.ts';
import type { Result } from '../../../../match/result.ts';
import type { Score } from '../../../../match/score.ts';
import { type TableRow, tableOf } from '../../../../match/table.ts';
import { tableRules } from '../../../known.ts';
import type { WorkingRow } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import type { SeasonLedger } from '../../season-ledger.ts';

/** The season's table had the match of the moment ended with another score, or, without one, not been played. */
export function tableWith({ competition, moment }: Ledger, season: SeasonLedger, score?: Score): readonly TableRow[] {
  const { day, match } = moment;
  const { name, results, clubs, isOver } = season;
  const others = results.filter(({ home, away }) => home !== match?.home || away !== match.away);
  const own: Result | undefined = match &&
    score && { competition: competition.id, day, ...match, score, status: 'played' };
  const rules = tableRules(competition, name, isOver && own ? 'final' : 'running', day);
  return tableOf(own ? [...others, own] : others, rules, clubs);
}

/** The nearest club with more points above a row, and with fewer beneath it, of a table that is best first. */
export function neighbours(table: readonly TableRow[], own: TableRow) {
  const at = table.indexOf(own);
  return {
    above: table.slice(0, at).findLast(({ points }) => points > own.points),
    below: table.slice(at + 1).find(({ points }) => points < own.points),
  };
}

export function onPoints(ledger: Ledger, { club, points }: TableRow): { readonly club: Club; readonly points: number } {
  return { club: ledger.club(club), points };
}

export function placeRows(table: readonly TableRow[]): readonly WorkingRow[] {
  return table.map(({ club, rank, played, points, goalDifference }) => ({
    ...{ kind: 'place', club, rank, games: played, points, goalDifference },
  }));
}
