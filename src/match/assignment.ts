/** Cost of a pair that must not be made. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Stands for `NEVER` inside, where sums of it must stay numbers. */
const DEAR = 1e9;

/**
 * The cheapest way to give each row a column of its own, or none at the price of `leftOut`: for each row its column, or
 * undefined. `costs` holds a line for each row; no greedy choice of a near pair makes another row pay for it.
 */
export function assign(costs: readonly (readonly number[])[], leftOut: number): readonly (number | undefined)[] {
  const columns = costs[0]?.length ?? 0;
  // Each row also has a column that stands for being left out, so that a full assignment always exists.
  const square = costs.map((line, row) => [
    ...line.map((cost) => Math.min(cost, DEAR)),
    ...costs.map((_, other) => (other === row ? leftOut : DEAR)),
  ]);
  return hungarian(square).map((column) => (column < columns ? column : undefined));
}

/** The Hungarian method, by shortest augmenting paths: rows are added one at a time, potentials keep costs reduced. */
function hungarian(costs: readonly (readonly number[])[]): readonly number[] {
  const width = costs[0]?.length ?? 0;
  const rowPotential = costs.map(() => 0);
  const columnPotential = new Array<number>(width).fill(0);
  const rowOf = new Array<number>(width).fill(-1);
  for (const [added] of costs.entries()) {
    const shortest = new Array<number>(width).fill(NEVER);
    const cameFrom = new Array<number>(width).fill(-1);
    const done = new Set<number>();
    let row = added;
    let reached = -1;
    while (row >= 0) {
      let next = -1;
      for (let column = 0; column < width; column++) {
        if (done.has(column)) continue;
        const reduced = at(costs[row], column) - at(rowPotential, row) - at(columnPotential, column);
        if (reduced < at(shortest, column)) {
          shortest[column] = reduced;
          cameFrom[column] = reached;
        }
        if (next < 0 || at(shortest, column) < at(shortest, next)) next = column;
      }
      const step = at(shortest, next);
      rowPotential[added] = at(rowPotential, added) + step;
      for (let column = 0; column < width; column++) {
        if (done.has(column)) {
          const owner = at(rowOf, column);
          rowPotential[owner] = at(rowPotential, owner) + step;
          columnPotential[column] = at(columnPotential, column) - step;
        } else shortest[column] = at(shortest, column) - step;
      }
      done.add(next);
      reached = next;
      row = at(rowOf, next);
    }
    // Along the path found, each column passes to the row before it.
    while (reached >= 0) {
      const previous = at(cameFrom, reached);
      rowOf[reached] = previous < 0 ? added : at(rowOf, previous);
      reached = previous;
    }
  }
  return costs.map((_, row) => rowOf.indexOf(row));
}

function at(numbers: readonly number[] | undefined, index: number): number {
  return numbers?.[index] ?? NEVER;
}
