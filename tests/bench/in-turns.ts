export const SIDES = ['tifo', 'bare'] as const;
export type Side = (typeof SIDES)[number];

/** What one turn measured: figures by name, unit included. */
export type Measures = Readonly<Record<string, number>>;
/** What every round measured, the same round at the same place on both sides. */
export type Rounds = Readonly<Record<Side, readonly Measures[]>>;

/** Gives each side its turn in every round; who goes first changes, so that what drifts drifts for both. */
export async function inTurns(rounds: number, turn: (side: Side) => Promise<Measures>): Promise<Rounds> {
  const measured: Record<Side, Measures[]> = { tifo: [], bare: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) measured[side].push(await turn(side));
  return measured;
}
