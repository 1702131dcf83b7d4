import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findName, foldName, type NameCandidate, searchNames } from '../../../src/match/name-search.ts';

const named = (label: string, aliases: readonly string[] = []): NameCandidate => ({
  value: label.toLowerCase(),
  label,
  aliases,
});

const PLAYERS = [
  ...['Çalhanoğlu', 'Calabria', 'Škriniar', 'Kjær', 'Tătărușanu', 'Džeko', "D'Ambrosio", 'de Vrij', 'Lautaro Martínez'],
  ...['Brahim Díaz', 'Ballo-Touré', 'Sensi', 'Leão'],
].map((name) => named(name));
const CLUBS = [named('Milan', ['AC Milan', 'Rossoneri']), named('Inter', ['Internazionale']), named('Hellas Verona')];

const labels = (query: string, candidates = PLAYERS) => searchNames(query, candidates).map(({ label }) => label);

describe('searching a name', () => {
  it.each([
    'calhanoglu',
    'Çalhanoğlu',
    'Calhanoglou',
    'ÇALHANOĞLU',
    'çalhanoglu ',
    'calhanolgu',
    'clhanoglu',
    'Çalhanoğlu',
  ])('searching %s finds Çalhanoğlu', (query) => {
    expect(labels(query)).toEqual(['Çalhanoğlu']);
    expect(findName(query, PLAYERS)).toMatchObject({ ok: true, found: { label: 'Çalhanoğlu' } });
  });

  it.each([
    ['dzeko', 'Džeko'],
    ['kjaer', 'Kjær'],
    ['tatarusanu', 'Tătărușanu'],
    ['dambrosio', "D'Ambrosio"],
    ['d’ambrosio', "D'Ambrosio"],
    ['DEVRIJ', 'de Vrij'],
    ['ballo toure', 'Ballo-Touré'],
    ['martinez', 'Lautaro Martínez'],
    ['laut', 'Lautaro Martínez'],
    ['Martines Lautaro', 'Lautaro Martínez'],
    ['sknri', 'Škriniar'],
  ])('searching %s finds %s', (query, label) => {
    expect(labels(query)[0]).toBe(label);
  });

  it('searching a name folds letters whose stroke or dot is not an accent', () => {
    expect(foldName('Yıldız ĐURIĆ Łukasz Sørloth Gündoğan İlkay Straße')).toBe(
      'yildiz duric lukasz sorloth gundogan ilkay strasse',
    );
  });

  it('searching a name puts the name itself first, then beginnings, then words within, then typos', () => {
    const names = ['Rome City', 'AS Roma', 'Romagna', 'Noma', 'Roma'].map((name) => named(name));
    expect(labels('roma', names)).toEqual(['Roma', 'Romagna', 'AS Roma', 'Noma', 'Rome City']);
  });

  it('searching a name knows a club by what people call it', () => {
    expect(labels('ac milan', CLUBS)).toEqual(['Milan']);
    expect(labels('internaz', CLUBS)).toEqual(['Inter']);
    expect(labels('verona', CLUBS)).toEqual(['Hellas Verona']);
  });

  it('searching a name offers everyone for an empty query, no more than the limit, and nobody for mere punctuation', () => {
    expect(searchNames(' ', PLAYERS, 3)).toEqual(PLAYERS.slice(0, 3));
    expect(searchNames('a', PLAYERS, 0)).toEqual([]);
    expect(searchNames('?!', PLAYERS)).toEqual([]);
  });

  it('searching a name forgives no typo in three letters', () => {
    expect(labels('lea')).toEqual(['Leão']);
    expect(labels('loa')).toEqual([]);
  });

  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  const longName = fc.array(letter, { minLength: 5, maxLength: 20 }).map((letters) => letters.join(''));
  const edit = fc.record({ kind: fc.constantFrom('drop', 'add', 'change', 'swap'), at: fc.nat(), letter });

  it('searching a name finds a long name after any single slip of the finger', () => {
    fc.assert(
      fc.property(longName, edit, (name, { kind, at, letter }) => {
        const i = at % name.length;
        const [before, here, next = '', rest] = [name.slice(0, i), name.charAt(i), name[i + 1], name.slice(i + 2)];
        const mistyped = {
          drop: before + next + rest,
          add: before + letter + here + next + rest,
          change: before + letter + next + rest,
          swap: before + next + here + rest,
        }[kind];
        expect(labels(mistyped ?? '', [named('Other'), named(name)])).toContain(name);
      }),
    );
  });

  it('searching a name takes any text without a complaint, however long it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        searchNames(text, PLAYERS);
        findName(text, PLAYERS);
      }),
    );
    expect(searchNames('x'.repeat(100_000), PLAYERS)).toEqual([]);
  });
});

it('finding the one name that is meant takes a chosen value as it is', () => {
  const twins = [named('Radu'), { value: 'radu-2', label: 'Radu' }];
  expect(findName('radu-2', twins)).toEqual({ ok: true, found: twins[1] });
});

it('finding the one name that is meant asks back when two come equally close', () => {
  const result = findName('cal', PLAYERS);
  expect(result).toMatchObject({ ok: false, reason: 'ambiguous' });
  expect(!result.ok && result.suggestions.map(({ label }) => label)).toEqual(['Çalhanoğlu', 'Calabria']);
});

it('finding the one name that is meant prefers the name itself to those that begin like it', () => {
  expect(findName('como', [named('Comodoro'), named('Como')])).toMatchObject({ ok: true, found: { label: 'Como' } });
});

it('finding the one name that is meant suggests what begins alike when nothing fits, and nothing when nothing does', () => {
  expect(findName('Verdi', CLUBS)).toMatchObject({ ok: false, suggestions: [{ label: 'Hellas Verona' }] });
  // A typo on top of a mere beginning would be no likeness any more.
  for (const nobody of ['@everyone', '@here', 'Everton'])
    expect(findName(nobody, CLUBS), nobody).toEqual({ ok: false, reason: 'unknown', suggestions: [] });
  expect(findName('Zzz', CLUBS)).toEqual({ ok: false, reason: 'unknown', suggestions: [] });
  expect(findName('', CLUBS)).toEqual({ ok: false, reason: 'unknown', suggestions: [] });
});
