import { playerKey } from './read-player.ts';
import type { EventRow, LineupShape } from './shapes.ts';

/** Whom a substitution row names as `player`: who comes on, as in live answers, or who goes off. */
export type Orientation = 'player-off' | 'player-on';

/**
 * Which way round a match's substitutions are told, read from who can be on the pitch: by the line-ups; where they decide
 * nothing, by who scored before or after. Undefined where nothing speaks for either.
 */
export function orientationOf(rows: readonly EventRow[], lineups: readonly LineupShape[]): Orientation | undefined {
  return byLineups(rows, lineups) ?? byGoals(rows);
}

/** Who began the match goes off, who sat on the bench comes on. (They may go off again, so the bench says less.) */
function byLineups(rows: readonly EventRow[], lineups: readonly LineupShape[]): Orientation | undefined {
  const starters = keysOf(lineups.flatMap(({ startXI }) => startXI));
  const bench = keysOf(lineups.flatMap(({ substitutes }) => substitutes));
  return mostlyOff(rows, (who) => (starters.has(who) ? 2 : 0) - (bench.has(who) ? 1 : 0));
}

/** Who scored before goes off, who scores after came on. */
function byGoals(rows: readonly EventRow[]): Orientation | undefined {
  return mostlyOff(
    rows,
    (who, index) => (scoresIn(rows.slice(0, index), who) ? 1 : 0) - (scoresIn(rows.slice(index + 1), who) ? 1 : 0),
  );
}

/** Weighs, for both players of each substitution, how much speaks for going off. */
function mostlyOff(
  rows: readonly EventRow[],
  goesOff: (who: string, index: number) => number,
): Orientation | undefined {
  let off = 0;
  rows.forEach((row, index) => {
    if (!isSubstitution(row)) return;
    const [player, other] = [playerKey(row.player), playerKey(row.assist)];
    if (player !== undefined) off += goesOff(player, index);
    if (other !== undefined) off -= goesOff(other, index);
  });
  if (off === 0) return undefined;
  return off > 0 ? 'player-off' : 'player-on';
}

export function isSubstitution(row: EventRow): boolean {
  return row.type.toLowerCase() === 'subst';
}

function scoresIn(rows: readonly EventRow[], who: string): boolean {
  // Cards are shown to the bench too, and decisions come later than what they are about.
  return rows.some((row) => row.type === 'Goal' && (playerKey(row.player) === who || playerKey(row.assist) === who));
}

function keysOf(squad: LineupShape['startXI']): ReadonlySet<string> {
  return new Set(squad.flatMap(({ player }) => playerKey(player) ?? []));
}
