import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingFamilies } from '../../../../../src/facts/engine/families/meetings/index.ts';
import { runFamilies } from '../../../../../src/facts/engine/families/runs/index.ts';
import type { Finding } from '../../../../../src/facts/engine/finding.ts';
import type { Ledger } from '../../../../../src/facts/engine/ledger.ts';
import type { Result } from '../../../../../src/match/result.ts';
import { cases } from '../../../../support/cases.ts';
import { momentsOf } from '../../../../support/facts/any-league.ts';
import { livelyLeague, opened } from '../../../../support/facts/lively-league.ts';
import { expectTrue } from './brute-force.ts';

const families = [...runFamilies, ...meetingFamilies];
const found = (ledger: Ledger, { home, away }: Result): readonly Finding[] =>
  families.flatMap((family) => family.find(ledger, [home, away]));
const at = ({ day, season, home, away, score }: Result, ended = true) => ({
  ...{ day, match: { season, home, away, ...(ended && { score }) } },
});

it('whatever is found about runs and meetings is what the results give, as of a day, a kick-off and an end', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { results, next, opening } = league;
      for (const moment of momentsOf(league)) {
        // Half-time is not known of a match that the moment alone tells of.
        const { halfTime: _, ...ended } = next;
        const counted = moment.match?.score ? [...results, ended] : results;
        for (const finding of found(opened(league).ledger(moment), next)) {
          kinds.add(finding.statement.kind);
          expectTrue(finding, counted, opening);
        }
      }
    }),
    cases(30),
  );
  expect([...kinds].sort()).toEqual(families.map(({ name }) => name).sort());
});

it('whatever is found about runs and meetings is found anew after any one more result, and nothing false lives on', () => {
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { next, results, opening } = league;
      const { ledger, add } = opened(league);
      found(ledger({ day: next.day }), next);
      add(next);
      for (const finding of found(ledger({ day: next.day }), next)) expectTrue(finding, [...results, next], opening);
    }),
    cases(15),
  );
});

it('whatever is found about runs and meetings has a key of its own that does not depend on who is named first, a working that it rests on, and sound odds', () => {
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { results, next } = league;
      for (const moment of momentsOf(league)) {
        const ledger = opened(league).ledger(moment);
        const findings = found(ledger, next);
        const keys = findings.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        if (!moment.match) {
          const turned = found(ledger, { ...next, home: next.away, away: next.home });
          expect(turned.map(({ key }) => key).sort()).toEqual(keys.toSorted());
        }
        for (const { key, working, weight, scope } of findings) {
          expect(key).toMatch(/^[a-z0-9/-]{1,40}$/);
          expect(working.rows.length).toBeGreaterThan(0);
          expect(working.rows.length).toBeLessThanOrEqual(Math.min(20, working.lookedAt));
          expect(weight.times).toBeLessThanOrEqual(weight.chances);
          expect(weight.latest <= scope.upTo && weight.latest >= results[0]!.day).toBe(true);
        }
      }
    }),
    cases(10),
  );
});

it('whatever is found about runs and meetings needs two clubs where it is about two, and finds nothing of clubs that are not known', () => {
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { next } = league;
      const ledger = opened(league).ledger({ day: next.day });
      for (const { find } of meetingFamilies) expect(find(ledger, [next.home])).toEqual([]);
      for (const { find } of families) expect(find(ledger, ['nobody', 'noone'])).toEqual([]);
      for (const { scope } of runFamilies.flatMap(({ find }) => find(ledger, [next.home])))
        expect(scope.clubs.map(({ id }) => id)).toEqual([next.home]);
    }),
    cases(8),
  );
});

it('whatever is found about runs and meetings tells nothing of how a match ends before it has ended', () => {
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { next } = league;
      const { ledger, add } = opened(league);
      const before = found(ledger(at(next, false)), next);
      add(next);
      expect(found(ledger(at(next, false)), next)).toEqual(before);
    }),
    cases(8),
  );
});
