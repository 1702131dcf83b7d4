import type { Finding, Statement, Weight } from '../../../src/facts/engine/finding.ts';
import type { ComputedFact } from '../../../src/facts/fact.ts';

export const MILAN = { id: 'milan', name: 'Milan' };
export const INTER = { id: 'inter', name: 'Inter' };

/** Something that was found about Milan, as a test needs it. */
export function finding(key: string, weight: Partial<Weight> = {}, theme = key, clubs = [MILAN]): Finding {
  const statement: Statement = {
    ...{ kind: 'champion', season: '2010-11', club: MILAN, points: 82, titles: 1 },
    second: { club: INTER, points: 76 },
  };
  return {
    key,
    statement,
    scope: { competition: { id: 'serie-a', name: 'Serie A' }, since: '1993-94', clubs, upTo: '2021-11-07' },
    working: { rows: [], lookedAt: 1 },
    weight: { times: 1, chances: 8, latest: '2021-11-07', number: 7, ...weight },
    theme,
  };
}

/** A computed fact as of a day: another day gives it another id, but it is the same to who is told. */
export function computedOn(day: string, key = 'champion/2010-11'): ComputedFact {
  return {
    id: `serie-a/milan/${key}@${day}`,
    asOf: day,
    about: { clubs: ['milan'], players: [], topics: [] },
    finding: finding(key),
    moment: { day },
  };
}
