import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formOf } from '../../../src/match/form.ts';
import { RUNNING_TIE_BREAKS, tableAfter } from '../../../src/match/table.ts';
import { anyResults, played } from '../../support/match/any-results.ts';

const rules = { pointsForWin: 3, tieBreaks: RUNNING_TIE_BREAKS };
const lines = ['a 1-0 b', 'c 2-2 a', 'b 1-0 c', 'a 0-1 c', 'b 0-3 a'].map((line) => played(line));

it('the form of a club is how its last games ended, oldest first', () => {
  expect(formOf(lines, 'a')).toEqual(['won', 'drawn', 'lost', 'won']);
  expect(formOf(lines, 'a', 2)).toEqual(['lost', 'won']);
  expect(formOf(lines, 'a', 0)).toEqual([]);
  expect(formOf(lines, 'd')).toEqual([]);
});

it('the form of a club adds up with the table after as many games', () => {
  fc.assert(
    fc.property(anyResults, fc.nat({ max: 12 }), (results, games) => {
      for (const { club, played, won, drawn, lost, points } of tableAfter(games, results, rules, ['a', 'b', 'c'])) {
        const own = results.filter(({ home, away }) => home === club || away === club).slice(0, games);
        const form = formOf(own, club, games);
        const count = (outcome: string) => form.filter((each) => each === outcome).length;
        expect([form.length, count('won'), count('drawn'), count('lost')]).toEqual([played, won, drawn, lost]);
        expect(3 * count('won') + count('drawn')).toBe(points);
      }
    }),
  );
});
