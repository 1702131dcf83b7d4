import { expect, it } from 'vitest';
import { DAY } from '../../../src/match/instant.ts';
import type { Phase } from '../../../src/match/phase.ts';
import { currentMatch, type Standing } from '../../../src/subscriptions/current-match.ts';
import { MATCH } from '../../support/match/build.ts';

const NOW = MATCH.kickOff;
const club = (id: string) => ({ id, name: id });

/** A match of `home` so many days from now. */
const standing = (home: string, days: number, phase?: Phase): Standing => ({
  match: { ...MATCH, id: `${home}${days}`, home: club(home), away: club('away'), kickOff: NOW + days * DAY },
  phase,
});

const current = (known: readonly Standing[], ...followed: readonly string[]) =>
  currentMatch(
    known,
    followed.map((id) => ({ kind: 'club', id })),
    NOW,
  )?.id;

it('the match that matters now is the one that is live, whatever was played later or is to come', () => {
  expect(current([standing('a', -9, 'first-half'), standing('b', -1, 'full-time'), standing('c', 1)])).toBe('a-9');
});

it('the match that matters now is else the last one played, known by its phase or, where nobody looked, by its day', () => {
  expect(current([standing('a', -9, 'full-time'), standing('b', -2, 'awarded'), standing('c', 1)])).toBe('b-2');
  expect(current([standing('a', -9, 'full-time'), standing('b', -1)])).toBe('b-1');
});

it('the match that matters now is not one that was put off', () => {
  expect(current([standing('a', -3, 'full-time'), standing('b', -1, 'postponed')])).toBe('a-3');
});

it('the match that matters now is else the next one', () => {
  expect(current([standing('a', 5), standing('b', 2, 'scheduled'), standing('c', 9)])).toBe('b2');
});

it('the match that matters now is looked for in what is followed, and among all where nothing of that is known', () => {
  const known = [standing('a', -9, 'full-time'), standing('b', -1, 'first-half')];
  expect(current(known, 'a')).toBe('a-9');
  expect(current(known, 'z')).toBe('b-1');
});

it('the match that matters now is none when none is known', () => {
  expect(current([])).toBeUndefined();
});
