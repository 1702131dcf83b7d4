/** A label that belongs to a point of a line. All in pixels. */
export interface Flag {
  /** Where the point is; none where nobody knows. */
  readonly at: number | undefined;
  readonly width: number;
}

export interface PlacedFlag {
  readonly left: number;
  /** How far from the line it stands: 0 is next to it. */
  readonly lane: number;
}

/** The point stands so far within its label, where the label's own mark is. */
export const MARK = 28;
const GAP = 12;

/**
 * Places for labels beside a line, none upon another, each as near to it as those to its right leave room: so the stems of
 * labels further out pass to the left of those further in.
 */
export function placeFlags(flags: readonly Flag[], from: number, to: number): readonly PlacedFlag[] {
  const placed = new Map<number, PlacedFlag & { readonly right: number }>();
  const order = flags.map((_, index) => index).sort((a, b) => pointOf(flags[b]) - pointOf(flags[a]) || b - a);
  for (const index of order) {
    const flag = flags[index];
    if (!flag) continue;
    const left = Math.max(from, Math.min((flag.at ?? from) - MARK, to - flag.width));
    const right = left + flag.width;
    const beside = [...placed.values()].filter((other) => other.left < right + GAP && left < other.right + GAP);
    placed.set(index, { left, right, lane: Math.max(-1, ...beside.map(({ lane }) => lane)) + 1 });
  }
  return flags.map((_, index) => placed.get(index) ?? { left: from, lane: 0 });
}

function pointOf(flag: Flag | undefined): number {
  return flag?.at ?? Number.NEGATIVE_INFINITY;
}

/** The points moved as little as keeps them `apart` pixels from each other, in order, before `to`. They come in order. */
export function spread(points: readonly number[], apart: number, to: number): readonly number[] {
  const forward: number[] = [];
  for (const point of points) forward.push(Math.max(point, (forward.at(-1) ?? -apart) + apart));
  return forward.map((point, index) => Math.min(point, to - (forward.length - 1 - index) * apart));
}
