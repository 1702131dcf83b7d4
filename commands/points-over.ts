import { setImmediate } from 'node:timers/promises';
import type { Outcome } from '../src/match/result.ts';
import type { PointsOver } from '../src/messages/race-picture.ts';
import type { TableView } from '../src/messages/table-message.ts';
import type { Context } from './context.ts';

/** The points of some clubs after each of their games, up to the moment that a table is of; best first. */
export async function pointsOver(
  view: TableView,
  clubs: readonly string[],
  { tables, now }: Pick<Context, 'tables' | 'now'>,
): Promise<readonly PointsOver[]> {
  const racing = view.rows.filter(({ club }) => clubs.includes(club));
  const games = Math.max(0, ...racing.map(({ played }) => played));
  const after: ReadonlyMap<string, number>[] = [];
  for (let game = 1; game <= games; game += 1) {
    const { competition, season } = view;
    const find = await tables.table({ competition, season, moment: { kind: 'games', games: game } }, now);
    if (!find.ok) break;
    after.push(new Map(find.table.rows.map(({ club, points }) => [club, points])));
    // Many tables in one go would keep other readers waiting.
    await setImmediate();
  }
  return racing.map((row) => {
    const known = after.slice(0, row.played).flatMap((points) => points.get(row.club) ?? []);
    return { club: row.club, points: [...known.slice(0, row.played - 1), ...lastGames(row, known.length, view)] };
  });
}

/**
 * Where not every club has played as many games there is no table after so many, but a club's form tells its own last ones.
 * The very last is always as the table says.
 */
function lastGames(row: TableView['rows'][number], known: number, { rules }: TableView): readonly number[] {
  const worth: Readonly<Record<Outcome, number>> = { won: rules.pointsForWin, drawn: 1, lost: 0 };
  const missing = Math.max(0, row.played - 1 - known);
  const last = missing > 0 ? row.form.slice(-missing) : [];
  const before = last.map((_, index) =>
    last.slice(index).reduce((points, outcome) => points - worth[outcome], row.points),
  );
  return row.played > 0 ? [...before, row.points] : [];
}
