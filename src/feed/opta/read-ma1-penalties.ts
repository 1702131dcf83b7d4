import type { z } from 'zod';
import type { MissedPenalty } from '../../match/event.ts';
import { otherSide, type Side } from '../../match/match.ts';
import { minutesApart } from '../../match/minute.ts';
import { happened, type Placed, place } from './ma1-placed.ts';
import type { missedPenaltyShape } from './ma1-shapes.ts';

type Row = z.output<typeof missedPenaltyShape>;

/** The two rows of one kick may say minutes that are so far apart. */
const NEAR = 1;

/**
 * The penalties that did not go in. One that is saved is two rows: `PM` of the taker, and `PS` of the keeper under the
 * keeper's own club. Either may be delivered before the other.
 */
export function readMissedPenalties(
  rows: readonly Row[],
  sideOf: (contestantId: string) => Side | undefined,
): readonly Placed<MissedPenalty>[] {
  const saves = rows.filter(isSave);
  const takers = rows.filter((row) => !isSave(row));
  const saveOf = pairSaves(takers, saves);
  const paired = new Set(saveOf.values());
  return [
    ...takers.map((taker) => ({ taker, save: saveOf.get(taker) })),
    ...saves.filter((save) => !paired.has(save)).map((save) => ({ taker: undefined, save })),
  ].flatMap(({ taker, save }) => {
    const row = taker ?? save;
    const under = row && sideOf(row.contestantId);
    if (!row || !under) return [];
    const event: MissedPenalty = {
      kind: 'missed-penalty',
      ...happened(row),
      side: taker ? under : otherSide(under),
      ...((save || /^saved/i.test(taker?.outcome ?? '')) && { outcome: 'saved' }),
      ...(taker?.playerName && { player: { name: taker.playerName } }),
      ...(save?.playerName && { keeper: { name: save.playerName } }),
    };
    return [place(row, event)];
  });
}

function isSave({ type }: Row): boolean {
  return type?.toUpperCase() === 'PS';
}

/** Each save with the nearest kick of the other club that has none yet. */
function pairSaves(takers: readonly Row[], saves: readonly Row[]): ReadonlyMap<Row, Row> {
  const saveOf = new Map<Row, Row>();
  for (const save of saves) {
    const [nearest] = takers
      .filter((taker) => taker.contestantId !== save.contestantId && !saveOf.has(taker))
      .map((taker) => ({ taker, far: apart(taker, save) }))
      .filter(({ far }) => far <= NEAR)
      .sort((a, b) => a.far - b.far);
    if (nearest) saveOf.set(nearest.taker, save);
  }
  return saveOf;
}

function apart(a: Row, b: Row): number {
  const [one, other] = [happened(a).minute, happened(b).minute];
  if (!one || !other) return NEAR;
  return a.periodId === b.periodId ? minutesApart(one, other) : Number.POSITIVE_INFINITY;
}
