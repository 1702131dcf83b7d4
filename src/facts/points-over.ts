import { firstGames, outcomeFor, seasonOf } from '../match/result.ts';
import { tableRules } from './known.ts';
import type { SeasonTable, TableRecord } from './season-table.ts';

/** A club's points after each of its games. */
export interface PointsOver {
  /** The club's id. */
  readonly club: string;
  readonly points: readonly number[];
}

/**
 * The points of some clubs of a table after each of their games, in the order of the table. What a court took away is gone
 * from the day on which it did, and at the end as in the table.
 */
export function pointsOver(
  { results, competitions }: TableRecord,
  table: SeasonTable,
  clubs: readonly string[],
): readonly PointsOver[] {
  const competition = competitions.find(({ id }) => id === table.competition);
  const season = seasonOf(results, table.competition, table.season);
  const takenBy = (day: string, club: string) =>
    ((competition && tableRules(competition, table.season, 'running', day).rulings) ?? [])
      .filter((ruling) => ruling.club === club)
      .reduce((sum, ruling) => sum + ('points' in ruling ? ruling.points : 0), 0);
  return table.rows
    .filter(({ club }) => clubs.includes(club))
    .map(({ club, played, points }) => {
      const worth = { won: table.rules.pointsForWin, drawn: 1, lost: 0 } as const;
      let sum = 0;
      const over = firstGames(season, club, played).map((result) => {
        sum += worth[outcomeFor(result, club)];
        return sum - takenBy(result.day, club);
      });
      return { club, points: over.length > 0 ? [...over.slice(0, -1), points] : [] };
    });
}
