import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Weight } from '../../../../src/facts/engine/finding.ts';
import type { Moment } from '../../../../src/facts/engine/moment.ts';
import { interestOf, rankFindings } from '../../../../src/facts/engine/rank-findings.ts';
import { finding, INTER, MILAN } from '../../../support/facts/findings.ts';

const FOCUS = ['milan', 'inter'] as const;
const match = { season: '2021-22', home: 'milan', away: 'inter' };
const KICK_OFF: Moment = { day: '2021-11-07', match };
const END: Moment = { day: '2021-11-07', match: { ...match, score: { home: 1, away: 1 } } };

const interest = (weight: Partial<Weight>, moment = END, clubs = [MILAN]) =>
  interestOf(finding('a', weight, 'a', clubs), moment, FOCUS);
const some = fc.record({
  times: fc.integer({ min: 0, max: 50 }),
  chances: fc.integer({ min: 50, max: 600 }),
  number: fc.integer({ min: 0, max: 300 }),
  latest: fc
    .integer({ min: 0, max: 9_000 })
    .map((ago) => new Date(Date.UTC(2021, 10, 7 - ago)).toISOString().slice(0, 10)),
});

it('what is worth telling is never less for being rarer or newer', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [rarer, commoner] = [Math.min(a.times, b.times), Math.max(a.times, b.times)];
      expect(interest({ ...a, times: rarer })).toBeGreaterThanOrEqual(interest({ ...a, times: commoner }));
      const [older, newer] = [a.latest, b.latest].sort();
      expect(interest({ ...a, latest: newer! })).toBeGreaterThanOrEqual(interest({ ...a, latest: older! }));
    }),
  );
});

it('what is worth telling is more when it has just happened, for a round number, and about both clubs', () => {
  expect(interest({}, END)).toBeGreaterThan(interest({}, KICK_OFF));
  expect(interest({ number: 100 })).toBeGreaterThan(interest({ number: 50 }));
  expect(interest({ number: 10 })).toBeGreaterThan(interest({ number: 11 }));
  expect(interest({ number: 0 })).toBe(interest({ number: 1 }));
  expect(interest({}, END, [INTER, MILAN])).toBeGreaterThan(interest({}));
});

it('what is worth telling is told once of each theme, best first, however it came', () => {
  const findings = [
    finding('common', { times: 6 }, 'start'),
    finding('rare', { chances: 200 }, 'start'),
    finding('older', { latest: '2021-06-01' }),
    finding('newer'),
    finding('long ago', { times: 8, latest: '1994-05-01' }),
  ];
  const keys = (order: typeof findings) => rankFindings(order, END, FOCUS).map(({ key }) => key);
  expect(keys(findings)).toEqual(['rare', 'newer', 'older']);
  fc.assert(
    fc.property(fc.shuffledSubarray(findings, { minLength: findings.length }), (order) => {
      expect(keys(order)).toEqual(keys(findings));
    }),
  );
});
