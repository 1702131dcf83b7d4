import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assign, NEVER } from '../../../src/match/assignment.ts';
import { comparePlayers } from '../../../src/match/same-player.ts';

const LEFT_OUT = 10;

/** The price of an assignment, and the lowest there is, by trying them all. */
function priceOf(costs: readonly (readonly number[])[], columns: readonly (number | undefined)[]): number {
  return costs.reduce((sum, line, row) => sum + (columns[row] === undefined ? LEFT_OUT : line[columns[row]!]!), 0);
}
function cheapest(costs: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  const [line, ...rest] = costs;
  if (!line) return 0;
  const given = line.map((cost, column) =>
    taken.has(column) ? NEVER : cost + cheapest(rest, new Set([...taken, column])),
  );
  return Math.min(LEFT_OUT + cheapest(rest, taken), ...given);
}

it('an assignment does not take the nearest pair where that costs the other more', () => {
  expect(
    assign(
      [
        [1, 2],
        [0, 8],
      ],
      LEFT_OUT,
    ),
  ).toEqual([1, 0]);
});

it('an assignment leaves out what fits nothing, and is of nothing where there is nothing', () => {
  expect(assign([[NEVER], [3]], LEFT_OUT)).toEqual([undefined, 0]);
  expect([assign([], LEFT_OUT), assign([[], []], LEFT_OUT)]).toEqual([[], [undefined, undefined]]);
});

it('an assignment is the cheapest there is, each column used once', () => {
  const cost = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.constant(NEVER));
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(table, (costs) => {
      const columns = assign(costs, LEFT_OUT);
      const used = columns.filter((column) => column !== undefined);
      expect(new Set(used).size).toBe(used.length);
      expect(priceOf(costs, columns)).toBe(cheapest(costs));
    }),
  );
});

it.each([
  ['Çalhanoğlu', 'H. Calhanoglu', 'same'],
  ['Hakan Çalhanoğlu', 'H. Çalhanoğlu', 'same'],
  ['de Vrij', 'Stefan de Vrij', 'same'],
  ['L. Hernández', 'T. Hernández', 'different'],
  ['Lucas Hernández', 'Luis Hernández', 'different'],
  ['Leão', 'Lean', 'different'],
  ['A', 'AB', 'different'],
])('the names %s and %s are %s', (a, b, expected) => {
  expect([comparePlayers({ name: a }, { name: b }), comparePlayers({ name: b }, { name: a })]).toEqual([
    expected,
    expected,
  ]);
});

it('two names are of one man where his full name says so, and unknown where there is none', () => {
  expect(comparePlayers({ name: 'Díaz', fullName: 'Brahim Díaz' }, { name: 'B. Díaz' })).toBe('same');
  expect(comparePlayers(undefined, { name: 'Leão' })).toBe('unknown');
});
