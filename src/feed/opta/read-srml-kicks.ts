import type { MatchEvent } from '../../match/event.ts';
import { SIDES } from '../../match/match.ts';
import { readRows } from '../read-rows.ts';
import { penaltyShotShape } from './srml-shapes.ts';
import type { SrmlSource } from './srml-source.ts';

/** Both sides' kicks, in the order in which they were taken. */
export function readKicks({ teams, squads, onUnknown }: SrmlSource): readonly MatchEvent[] {
  const kicks = SIDES.flatMap((side) => {
    const { PenaltyShot, ShootOut } = teams[side];
    const rows = readRows(
      [...PenaltyShot, ...(ShootOut?.PenaltyShot ?? [])],
      penaltyShotShape,
      'PenaltyShot',
      onUnknown,
    );
    return rows.map((row, index) => ({ row, side, index }));
  });
  const order = (a: (typeof kicks)[number], b: (typeof kicks)[number]) =>
    (a.row['@EventNumber'] ?? 0) - (b.row['@EventNumber'] ?? 0) ||
    (a.row['@TimeStamp'] ?? '').localeCompare(b.row['@TimeStamp'] ?? '') ||
    a.index - b.index;
  return kicks.sort(order).map(({ row, side }) => {
    const player = squads.playerOf(row['@PlayerRef']);
    const scored = /^(scored|goal)$/i.test(row['@Outcome']);
    return { kind: 'shoot-out-kick', side, scored, ...(player && { player }) };
  });
}
