import type { Finding, Statement, WorkingRow } from '../../../src/facts/engine/finding.ts';
import { type Ledger, ledgerBook } from '../../../src/facts/engine/ledger.ts';
import { type Scope, scopeOf } from '../../../src/facts/engine/scope.ts';
import type { ComputedFact } from '../../../src/facts/fact.ts';
import type { Random } from '../../../src/quiz/draw-lots.ts';
import { almanac } from '../../support/facts/almanac.ts';

export const ledgers = ledgerBook(almanac);
export const ledger: Ledger = ledgers('serie-a', { day: '2026-11-22' })!;
export const clubNames = almanac.clubs.map(({ id, name, aliases }) => ({ value: id, label: name, aliases }));
export const { club } = ledger;

/** A fact that says something, as if a family had found it. */
export function factThat(
  statement: Statement,
  { rows = [], as = ledger, ...scope }: Partial<Scope> & { rows?: readonly WorkingRow[]; as?: Ledger } = {},
): ComputedFact {
  const finding: Finding = {
    key: `${statement.kind}/test`,
    statement,
    scope: { ...scopeOf(as, {}), ...scope },
    working: { rows, lookedAt: rows.length },
    weight: { times: 1, chances: 1, latest: as.lastDay, number: 1 },
    theme: 'test',
  };
  const about = { clubs: [], players: [], topics: [] };
  return { id: `serie-a/${statement.kind}@test`, asOf: as.lastDay, about, finding, moment: as.moment };
}

/** Lots that fall alike for the same seed. */
export function lots(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
