import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resultsOf } from '../../../src/match/result.ts';
import { currentStreak, longestStreak, STREAK_KINDS, streaksOf } from '../../../src/match/streak.ts';
import { anyClub, anyResults, played } from '../../support/match/any-results.ts';
import { fitsStreak } from '../../support/match/fits-streak.ts';

const lines = ['a 1-0 b', 'a 2-0 b', 'b 1-1 a', 'b 2-0 a', 'a 3-0 b', 'b 0-0 a', 'c 1-0 b'];
const results = lines.map((line) => played(line));

it('a streak goes on until a result ends it, and other clubs do not matter', () => {
  expect(streaksOf(results, 'a', 'unbeaten')).toEqual([results.slice(0, 3), results.slice(4, 6)]);
  expect(streaksOf(results, 'a', 'lost')).toEqual([[results[3]]]);
  expect(currentStreak(results, 'a', 'unbeaten')).toEqual(results.slice(4, 6));
  expect(currentStreak(results, 'a', 'won')).toEqual([]);
  expect(longestStreak(results, 'a', 'unbeaten')).toEqual(results.slice(0, 3));
  expect(longestStreak(results, 'a', 'drawn')).toEqual([results[5]]);
  expect(longestStreak(results, 'd', 'won')).toEqual([]);
  expect(currentStreak([], 'a', 'won')).toEqual([]);
});

it('a streak is maximal: every game in it fits, and the ones around it do not', () => {
  fc.assert(
    fc.property(anyResults, anyClub, fc.constantFrom(...STREAK_KINDS), (given, club, kind) => {
      const own = resultsOf(given, club);
      const fits = (index: number) => {
        const result = own[index];
        return result !== undefined && fitsStreak(result, club, kind);
      };
      let covered = 0;
      for (const streak of streaksOf(given, club, kind)) {
        const start = own.indexOf(streak[0]!);
        const end = start + streak.length;
        expect(own.slice(start, end)).toEqual(streak);
        for (let index = start; index < end; index += 1) expect(fits(index)).toBe(true);
        expect([fits(start - 1), fits(end)]).toEqual([false, false]);
        covered += streak.length;
      }
      expect(covered).toBe(own.filter((_, index) => fits(index)).length);
    }),
  );
});

it('a streak is never longer than the longest, and the current one ends with the last game', () => {
  fc.assert(
    fc.property(anyResults, anyClub, fc.constantFrom(...STREAK_KINDS), (given, club, kind) => {
      const current = currentStreak(given, club, kind);
      const longest = longestStreak(given, club, kind);
      for (const streak of [current, ...streaksOf(given, club, kind)])
        expect(streak.length).toBeLessThanOrEqual(longest.length);
      if (current.length > 0) expect(current.at(-1)).toBe(resultsOf(given, club).at(-1));
    }),
  );
});
