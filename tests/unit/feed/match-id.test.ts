import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchIdOf, readStage, seasonOf, slugOf } from '../../../src/feed/match-id.ts';

const club = (id: string) => ({ id, name: id });
const derby = {
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2026-27',
  home: club('milan'),
  away: club('inter'),
};

it('the id of a match says the competition, the season and the two clubs', () => {
  expect(matchIdOf(derby)).toBe('serie-a-2026-27-milan-inter');
  expect(matchIdOf({ ...derby, stage: 'final' })).toBe('serie-a-2026-27-final-milan-inter');
});

it('the id of a match is never longer than 60 characters, and still tells long names apart', () => {
  const ids = ['a', 'b', 'c'].map((end) => matchIdOf({ ...derby, home: club('long-'.repeat(20)), away: club(end) }));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
});

it('the id of a match is made of small letters, digits and hyphens, whatever a provider calls a club', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugOf(name)).toBe(slugOf(name));
    }),
  );
  expect(slugOf('Зенит')).not.toBe(slugOf('Спартак'));
});

it('a season is written as Tifo writes it', () => {
  expect(seasonOf(2026, 'two-years')).toBe('2026-27');
  expect(seasonOf(1999, 'two-years')).toBe('1999-00');
  expect(seasonOf(2026, 'one-year')).toBe('2026');
});

it.each([
  ['Regular Season - 12', 12],
  ['Group Stage - 2', 2],
  ['League Stage - 8', 8],
  ['Group A - 1', 1],
  ['38', 38],
])('the round of a match is a number where rounds are played: %s', (text, round) => {
  expect(readStage(text)).toEqual({ round });
});

it.each([
  ['quarter-finals', 'Quarter-finals', 'QUARTER_FINALS'],
  ['semi-finals', 'Semi-finals', 'SEMI_FINALS'],
  ['final', 'Final', 'FINAL'],
  ['round-of-16', 'Round of 16', 'LAST_16', '8th Finals', '1/8-finals'],
  ['round-of-32', 'Round of 32', 'LAST_32', '16th Finals'],
  ['third-place', '3rd Place Final', 'THIRD_PLACE'],
  ['play-offs', 'Knockout Round Play-offs', 'PLAYOFFS'],
  ['1st-round', '1st Round', 'First Round'],
])('the round of a match is the stage %s, whoever spells it', (stage, ...spellings) => {
  for (const spelling of spellings) expect(readStage(spelling)).toEqual({ stage });
});

it('the round of a match is nothing where there is none to tell', () => {
  for (const text of ['', 'REGULAR_SEASON', 'GROUP_STAGE', 'LEAGUE_STAGE']) expect(readStage(text)).toEqual({});
});
