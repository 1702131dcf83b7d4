import { expect, it } from 'vitest';
import { dayIn, fixturesAfter } from '../../../src/facts/fixtures.ts';
import { almanac } from '../../support/facts/almanac.ts';

const DERBY_ENDS = Date.parse('2021-11-07T21:34:00Z');
const fixtures = (filter: Parameters<typeof fixturesAfter>[1], at = DERBY_ENDS, limit = 1) =>
  fixturesAfter(almanac, filter, at, limit).map(({ day, home, away }) => `${day} ${home} v ${away}`);

it('what is next for a club is its next matches, earliest first', () => {
  expect(fixtures({ club: 'milan' }, DERBY_ENDS, 2)).toEqual([
    '2021-11-20 fiorentina v milan',
    '2021-11-28 milan v sassuolo',
  ]);
  expect(fixtures({ club: 'inter' })).toEqual(['2021-11-21 inter v napoli']);
});

it('what is next for a competition is its next matches', () => {
  expect(fixtures({ competition: 'serie-a' })).toEqual(['2021-11-20 atalanta v spezia']);
  expect(fixtures({ competition: 'serie-b' })).toEqual([]);
});

it('what is next begins on the morrow in the country of the competition, not in Greenwich', () => {
  const lateOnThe19th = Date.parse('2021-11-19T22:59:00Z');
  expect(fixtures({ club: 'milan' }, lateOnThe19th)).toEqual(['2021-11-20 fiorentina v milan']);
  expect(fixtures({ club: 'milan' }, lateOnThe19th + 60_000)).toEqual(['2021-11-28 milan v sassuolo']);
  expect(dayIn('Europe/Rome', lateOnThe19th + 60_000)).toBe('2021-11-20');
});

it('what is next is nothing when the record ends', () => {
  expect(fixtures({ club: 'milan' }, Date.parse('2026-11-22T12:00:00Z'))).toEqual([]);
});
