import { expect, it } from 'vitest';
import type { WrittenFact } from '../../../src/facts/fact.ts';
import { writtenFacts } from '../../../src/facts/written-facts.ts';
import { findName } from '../../../src/match/name-search.ts';

const fact = (id: string, about: Partial<WrittenFact['about']>, matchId?: string): WrittenFact => ({
  ...{
    id,
    text: { en: id, it: id },
    scope: { en: id, it: id },
    source: 'press',
    check: 'reported',
    asOf: '2021-11-07',
  },
  ...(matchId && { matchId }),
  about: { clubs: [], players: [], topics: [], ...about },
});
const club = (id: string, name: string, aliases: readonly string[] = []) => ({
  id,
  name,
  shortName: name,
  city: name,
  aliases,
});
const penalty = fact('penalty', { clubs: ['inter'], players: ['Çalhanoğlu'], topics: ['penalties'] }, 'derby');
const start = fact('start', { clubs: ['milan'], topics: ['records'] });
const library = writtenFacts([penalty, start], {
  clubs: [club('inter', 'Inter', ['Internazionale']), club('milan', 'Milan'), club('roma', 'Roma')],
  topics: [
    { id: 'penalties', name: { en: 'Penalties', it: 'Rigori' }, aliases: ['spot kick'] },
    { id: 'records', name: { en: 'Records', it: 'Record' }, aliases: [] },
  ],
});

it('the written facts gives a fact by its id, and the facts of a match', () => {
  expect(library.byId('start')).toBe(start);
  expect(library.byId('none')).toBeUndefined();
  expect(library.ofMatch('derby')).toEqual([penalty]);
});

it('the written facts offers what there are facts about, and nothing else, in the language asked', () => {
  expect(library.subjects('en').map(({ label }) => label)).toEqual([
    'Inter',
    'Milan',
    'Çalhanoğlu',
    'Penalties',
    'Records',
  ]);
  expect(library.subjects('it').map(({ label }) => label)).toEqual([
    'Inter',
    'Milan',
    'Çalhanoğlu',
    'Rigori',
    'Record',
  ]);
});

it.each([
  ['calhanoglu', [penalty]],
  ['Calhanoglou', [penalty]],
  ['internazionale', [penalty]],
  ['penalty', [penalty]],
  ['penalties', [penalty]],
  ['rigori', [penalty]],
  ['spot kick', [penalty]],
  ['milan', [start]],
])('the written facts finds the facts about %s', (typed, facts) => {
  const found = findName(typed, library.subjects('en'));
  expect(found.ok ? library.about(found.found.value) : []).toEqual(facts);
});

it('the written facts has no facts about what it does not know', () => {
  expect(library.about('club:roma')).toEqual([]);
  expect(library.about('inter')).toEqual([]);
});
