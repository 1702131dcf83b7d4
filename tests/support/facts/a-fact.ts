import type { Fact } from '../../../src/facts/fact.ts';

export function fact(id: string): Fact {
  const text = { en: 'A derby.', it: 'Un derby.' };
  const about = { clubs: [], players: [], topics: [] };
  return { id, text, scope: text, source: 'results', check: 'computed', asOf: '2021-11-07', about };
}
