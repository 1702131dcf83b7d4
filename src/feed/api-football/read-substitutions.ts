import { playerKey } from './read-player.ts';
import type { EventRow, LineupShape } from './shapes.ts';

/** Whom a substitution row names as `player`: who goes off (usual today) or who comes on (so in 2021, and now and then since). */
export type Orientation = 'player-off' | 'player-on';

/**
 * Which way round a match's substitutions are told, read from who can be on the pitch: the line-ups, and who did something
 * before or after. Undefined where nothing speaks for either.
 */
export function orientationOf(rows: readonly EventRow[], lineups: readonly LineupShape[]): Orientation | undefined {
  const starters = keysOf(lineups.flatMap(({ startXI }) => startXI));
  const bench = keysOf(lineups.flatMap(({ substitutes }) => substitutes));
  let off = 0;
  rows.forEach((row, index) => {
    if (!isSubstitution(row)) return;
    const player = playerKey(row.player);
    const other = playerKey(row.assist);
    for (const [who, sign] of [
      [player, 1],
      [other, -1],
    ] as const) {
      if (who === undefined) continue;
      // Whoever began the match, or acted in it before, goes off; whoever sat on the bench comes on. (One who came on may go
      // off again, so the bench says less.)
      if (starters.has(who)) off += 4 * sign;
      if (bench.has(who)) off -= 2 * sign;
      if (actsIn(rows.slice(0, index), who)) off += sign;
      if (actsIn(rows.slice(index + 1), who)) off -= sign;
    }
  });
  if (off === 0) return undefined;
  return off > 0 ? 'player-off' : 'player-on';
}

export function isSubstitution(row: EventRow): boolean {
  return row.type.toLowerCase() === 'subst';
}

function actsIn(rows: readonly EventRow[], who: string): boolean {
  // Cards are shown to the bench too, and decisions come later than what they are about.
  return rows.some((row) => row.type === 'Goal' && (playerKey(row.player) === who || playerKey(row.assist) === who));
}

function keysOf(squad: LineupShape['startXI']): ReadonlySet<string> {
  return new Set(squad.flatMap(({ player }) => playerKey(player) ?? []));
}
