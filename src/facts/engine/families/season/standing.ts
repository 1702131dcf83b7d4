import type { Club } from '../../../../match/match.ts';
import type { Outcome, Result } from '../../../../match/result.ts';
import type { Score } from '../../../../match/score.ts';
import { type TableRow, tableOf } from '../../../../match/table.ts';
import { tableRules } from '../../../known.ts';
import type { WorkingRow } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import type { SeasonLedger } from '../../season-ledger.ts';

/** The season's table had the match of the moment ended with another score, or, without one, not been played. */
export function tableWith(ledger: Ledger, season: SeasonLedger, score?: Score): readonly TableRow[] {
  const { competition, moment } = ledger;
  const { day, match } = moment;
  return tableIf(ledger, season, {
    without: match,
    ...(match && score && { own: { competition: competition.id, day, ...match, score, status: 'played' } }),
  });
}

interface Instead {
  /** What is left out, */
  readonly without: Pick<Result, 'home' | 'away'> | undefined;
  /** and what counts in its place. */
  readonly own?: Result;
}

/** The season's table with a result left out or another in its place. */
export function tableIf(
  { competition, moment }: Ledger,
  { name, results, clubs, isOver }: SeasonLedger,
  { without, own }: Instead,
): readonly TableRow[] {
  const others = results.filter(({ home, away }) => home !== without?.home || away !== without.away);
  const rules = tableRules(competition, name, isOver && own ? 'final' : 'running', moment.day);
  return tableOf(own ? [...others, own] : others, rules, clubs);
}

/** The score of a match that did not end so, by how it would have ended for the home side: a win is by a single goal. */
export const SUPPOSED: Readonly<Record<Outcome, Score>> = {
  won: { home: 1, away: 0 },
  drawn: { home: 0, away: 0 },
  lost: { home: 0, away: 1 },
};

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
