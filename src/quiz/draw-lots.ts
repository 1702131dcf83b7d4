/** A number from 0 to below 1, as `Math.random` gives; passed in, so that the same lots can be drawn again. */
export type Random = () => number;

/** The items in an order that chance has made. */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}
