import { expect, it } from 'vitest';
import { ClubBook, type LearntClub } from '../../../src/feed/club-book.ts';
import type { NamedClub } from '../../../src/feed/known-clubs.ts';

const SPAIN = { id: 'la-liga', name: 'La Liga', country: 'Spain' };
const ECUADOR = { id: 'liga-pro', name: 'Liga Pro', country: 'Ecuador' };
const CUP_OF_CUPS = { id: 'club-world-cup', name: 'Club World Cup' };
const BARCELONA: NamedClub = { id: 'barcelona', name: 'Barcelona', country: 'Spain', codes: { 'api-football': '529' } };

/** A book, with what it wants to be remembered. */
function bookOf(carried: readonly NamedClub[], learnt: readonly LearntClub[] = []) {
  const kept: LearntClub[] = [];
  const book = new ClubBook(carried, { learnt, keep: (one) => void kept.push(one) });
  const find = (name: string, code?: string, playedIn: typeof SPAIN | typeof CUP_OF_CUPS = SPAIN) =>
    book.find({ provider: 'api-football', code, name }, playedIn).id;
  return { book, kept, find };
}

it('the club that a team is is the one with the provider’s id, whatever the name', () => {
  const { find, kept } = bookOf([BARCELONA]);
  expect(find('Barça Atlantic', '529')).toBe('barcelona');
  expect(kept).toEqual([]);
});

it('the club that a team is is learnt once by its name, and then known by its id, by another process too', () => {
  const { find, kept } = bookOf([{ id: 'koln', name: 'Köln', country: 'Germany' }]);
  const germany = { id: 'bundesliga', name: 'Bundesliga', country: 'Germany' };
  expect(find('1.FC Köln', '192', germany)).toBe('koln');
  expect(find('Effzeh', '192', germany)).toBe('koln');
  expect(kept).toEqual([
    { provider: 'api-football', code: '192', club: { id: 'koln', name: 'Köln' }, country: 'Germany' },
  ]);
  expect(bookOf([], kept).find('Effzeh', '192', germany)).toBe('koln');
});

it('the club that a team is is not one that this provider knows under another id, where no country tells', () => {
  const { find } = bookOf([BARCELONA]);
  expect(find('Barcelona', undefined, CUP_OF_CUPS)).toBe('barcelona');
  expect(find('Barcelona', '1152', CUP_OF_CUPS)).toBe('barcelona-1152');
  expect(find('Barcelona', '1152', CUP_OF_CUPS)).toBe('barcelona-1152');
});

it('the club that a team is is the one of that name in its own country, should the provider number it anew', () => {
  const { find } = bookOf([BARCELONA]);
  expect(find('Barcelona', '9529')).toBe('barcelona');
  expect(find('FC Barcelona', '9530')).not.toBe('barcelona');
});

it('the club that a team is is another than its namesake in another country, for every feed alike', () => {
  const { book, find } = bookOf([BARCELONA]);
  expect(find('Barcelona', '1152', ECUADOR)).toBe('barcelona-ecuador');
  expect(book.find({ provider: 'opta', code: '77', name: 'Barcelona' }, ECUADOR).id).toBe('barcelona-ecuador');
  expect(find('Barcelona', '529', CUP_OF_CUPS)).toBe('barcelona');
});

it('the club that a team is is a newcomer of its own where two clubs bear the name', () => {
  const twins = ['a', 'b'].map((id) => ({ id, name: 'Racing', country: 'Spain' }));
  expect(bookOf(twins).find('Racing')).toBe('racing');
});

it('the club that a team is is told apart from another newcomer of that name by the id', () => {
  const { find } = bookOf([]);
  expect([find('Nessuno', '1'), find('FC Nessuno', '2'), find('Nessuno', '1')]).toEqual([
    'nessuno',
    'nessuno-spain',
    'nessuno',
  ]);
  expect(find('Nessuno CF', '3')).toBe('nessuno-3');
});

it('the club that a team is follows what is shipped before what was learnt', () => {
  const wrong = { provider: 'api-football', code: '529', club: { id: 'barcelona-sc', name: 'Barcelona SC' } };
  expect(bookOf([BARCELONA], [wrong]).find('Barcelona', '529')).toBe('barcelona');
});
