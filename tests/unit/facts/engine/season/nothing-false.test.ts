import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seasonFamilies } from '../../../../../src/facts/engine/families/season/index.ts';
import type { Finding } from '../../../../../src/facts/engine/finding.ts';
import type { Ledger } from '../../../../../src/facts/engine/ledger.ts';
import type { Result } from '../../../../../src/match/result.ts';
import { cases } from '../../../../support/cases.ts';
import { anyLeague, growing, momentsOf } from '../../../../support/facts/any-league.ts';
import { expectTrue } from './brute-force.ts';

const found = (ledger: Ledger, { home, away }: Result): readonly Finding[] =>
  seasonFamilies.flatMap((family) => family.find(ledger, [home, away]));

it('whatever the season families find is what the results give, as of a day, a kick-off and an end', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyLeague, (league) => {
      const { results, next } = league;
      const { ledger } = growing(results);
      for (const moment of momentsOf(league)) {
        const counted = moment.match?.score ? [...results, next] : results;
        for (const finding of found(ledger(moment), next)) {
          kinds.add(finding.statement.kind);
          expectTrue(finding, counted, next);
        }
      }
    }),
    cases(20),
  );
  expect([...kinds].sort()).toEqual(seasonFamilies.map(({ name }) => name).sort());
});

it('whatever the season families find is found anew after any one more result, and nothing false lives on', () => {
  fc.assert(
    fc.property(anyLeague, ({ results, next }) => {
      const { ledger, add } = growing(results);
      const moment = { day: next.day };
      found(ledger(moment), next);
      add(next);
      for (const finding of found(ledger(moment), next)) expectTrue(finding, [...results, next], next);
    }),
    cases(20),
  );
});

it('whatever the season families find has a key of its own, a working of at most twenty rows that holds what it is about, and covers what it says', () => {
  fc.assert(
    fc.property(anyLeague, (league) => {
      for (const moment of momentsOf(league)) {
        const findings = found(growing(league.results).ledger(moment), league.next);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const { key, statement, working, scope, weight } of findings) {
          expect(key).toMatch(/^[a-z0-9/-]{1,40}$/);
          expect(working.rows.length).toBeGreaterThan(0);
          expect(working.rows.length).toBeLessThanOrEqual(Math.min(20, working.lookedAt));
          const club = 'club' in statement ? statement.club.id : 'clubs' in statement && statement.clubs[0]?.id;
          expect(working.rows.map((row) => 'club' in row && row.club)).toContain(club);
          expect(weight.times).toBeLessThanOrEqual(weight.chances);
          if ('tally' in statement && statement.kind.includes('points')) expect(scope.since >= '1994-95').toBe(true);
        }
      }
    }),
    cases(10),
  );
});
