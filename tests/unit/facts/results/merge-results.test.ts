import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToldResult } from '../../../../src/facts/results/merge-match.ts';
import { type Merge, mergeResults } from '../../../../src/facts/results/merge-results.ts';
import { cases } from '../../../support/cases.ts';
import { lineOf, result } from '../../../support/facts/league.ts';

const TODAY = '2026-11-22';
/** `a.txt:3 2026-08-22 milan 2-1 inter (1-0) r1` */
const told = (line: string): ToldResult => {
  const [at = '', ...rest] = line.split(' ');
  return { at, source: at.replace(/\..*/, ''), result: result(rest.join(' ')) };
};
const merge = (carried: readonly string[], ...rows: readonly string[]) =>
  mergeResults(carried.map(result), rows.map(told), () => TODAY);
const linesOf = ({ seasons }: Merge) => seasons.flatMap(({ results }) => results.map(lineOf)).sort();

it('merging results adds what is new, completes what was carried in part, and leaves the rest as it is', () => {
  const carried = ['2026-08-22 milan 2-1 inter', '2026-08-23 como 1-1 parma r1 (0-1)', '2025-09-01 como 0-0 parma'];
  const found = merge(
    carried,
    'a.txt:1 2026-08-22 milan 2-1 inter (1-0) r1',
    'a.txt:2 2026-08-23 como 1-1 parma',
    'b.csv:1 2026-08-29 inter 3-0 como awarded',
  );
  expect(found.problems).toEqual([]);
  expect(found.seasons).toMatchObject([
    { season: '2026-27', came: { added: 1, completed: 1, unchanged: 1 }, sources: ['a', 'b'], keptDays: [] },
  ]);
  expect(linesOf(found)).toEqual([
    '2026-08-22 milan 2-1 inter (1-0) r1',
    '2026-08-23 como 1-1 parma (0-1) r1',
    '2026-08-29 inter 3-0 como awarded',
  ]);
});

it('merging results learns that a match was awarded, and keeps that it was when a file does not know', () => {
  expect(linesOf(merge(['2026-08-22 milan 0-3 inter (0-1)'], 'a:1 2026-08-22 milan 0-3 inter awarded'))).toEqual([
    '2026-08-22 milan 0-3 inter awarded',
  ]);
  const awarded = merge(['2026-08-22 milan 0-3 inter awarded'], 'a:1 2026-08-22 milan 0-3 inter (0-1)');
  expect(awarded).toMatchObject({ problems: [], seasons: [{ came: { unchanged: 1 } }] });
  expect(linesOf(awarded)).toEqual(['2026-08-22 milan 0-3 inter awarded']);
});

it('merging results keeps the day of a match that is told of the day before or after, and says so', () => {
  const found = merge(['2026-08-31 milan 2-1 inter'], 'a:1 2026-09-01 milan 2-1 inter r2');
  expect(found).toMatchObject({ problems: [], seasons: [{ came: { completed: 1 } }] });
  expect(found.seasons[0]?.keptDays).toEqual([
    'a:1: milan v inter: 2026-09-01, but the record has 2026-08-31, which stays',
  ]);
  expect(linesOf(found)).toEqual(['2026-08-31 milan 2-1 inter r2']);
});

it.each([
  ['2026-08-22 milan 2-2 inter', '2-2, but the record has 2-1'],
  ['2026-09-01 milan 1-2 inter', '1-2, but the record has 2-1'],
  ['2026-08-24 milan 2-1 inter', '2026-08-24, but the record has 2026-08-22'],
  ['2026-08-22 milan 2-1 inter r2', 'round 2, but the record has round 1'],
  ['2026-08-22 milan 2-1 inter (0-0)', '0-0 at half-time, but the record has 1-0'],
])('merging results takes %s for a contradiction', (row, problem) => {
  expect(merge(['2026-08-22 milan 2-1 inter (1-0) r1'], `a:1 ${row}`).problems).toEqual([
    `a:1: milan v inter: ${problem}`,
  ]);
});

it('merging results does not choose between files that contradict each other', () => {
  expect(
    merge(
      ['2026-08-23 como 1-1 parma'],
      'b:7 2026-08-22 milan 2-1 inter (1-0) r1',
      'a:1 2026-08-23 milan 2-2 inter (0-0) r2',
      'a:2 2026-08-23 como 1-1 parma r1',
      'b:9 2026-08-23 como 1-1 parma r2',
    ).problems,
  ).toEqual([
    'milan v inter: 2-2 at a:1, but 2-1 at b:7',
    'milan v inter: 2026-08-23 at a:1, but 2026-08-22 at b:7',
    'milan v inter: round 2 at a:1, but round 1 at b:7',
    'milan v inter: 0-0 at half-time at a:1, but 1-0 at half-time at b:7',
    'como v parma: round 1 at a:2, but round 2 at b:9',
  ]);
});

it('merging results does not take a match that is yet to come, nor a second one of a club on a day', () => {
  expect(merge([], 'a:1 2026-11-22 milan 1-0 inter', 'a:2 2026-11-23 como 1-0 parma').problems).toEqual([
    'a:2: como v parma: 2026-11-23 is yet to come',
  ]);
  expect(
    merge(['2026-08-22 milan 2-1 inter'], 'a:1 2026-08-22 como 1-0 milan', 'a:2 2026-08-22 napoli 1-0 como').problems,
  ).toEqual([
    'a:1: como plays on 2026-08-22 already, in another match',
    'a:1: milan plays on 2026-08-22 already, in another match',
    'a:2: como plays on 2026-08-22 already, in another match',
  ]);
});

describe('merging any results', () => {
  const CLUBS = ['milan', 'inter', 'como', 'parma', 'napoli'];
  const goals = fc.nat({ max: 1 });
  const row = fc
    .record({
      pair: fc.shuffledSubarray(CLUBS, { minLength: 2, maxLength: 2 }),
      score: fc.tuple(goals, goals),
      day: fc.integer({ min: 1, max: 9 }),
      round: fc.option(fc.integer({ min: 1, max: 2 })),
      halfTime: fc.boolean(),
      awarded: fc.boolean(),
    })
    .map(({ pair: [home, away], score: [h, a], day, round, halfTime, awarded }) =>
      [
        `2026-09-0${day} ${home} ${h}-${a} ${away}`,
        ...(halfTime && !awarded ? ['(0-0)'] : []),
        ...(round === null ? [] : [`r${round}`]),
        ...(awarded ? ['awarded'] : []),
      ].join(' '),
    );
  const rows = fc.array(row, { maxLength: 12 });
  const numbered = (lines: readonly string[]) =>
    lines.map((line, index) => `${index % 2 ? 'a' : 'b'}:${index} ${line}`);

  it('merging any results comes to the same in whatever order it is told', () => {
    fc.assert(
      fc.property(rows, rows, fc.infiniteStream(fc.nat()), (carried, lines, keys) => {
        const shuffled = numbered(lines)
          .map((line) => ({ line, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        const [one, other] = [merge(carried, ...numbered(lines)), merge(carried, ...shuffled)];
        expect(other.problems).toEqual(one.problems);
        expect(linesOf(other)).toEqual(linesOf(one));
        expect(other.seasons.map(({ came }) => came)).toEqual(one.seasons.map(({ came }) => came));
      }),
    );
  });

  it('merging any results changes nothing the second time', () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const first = merge([], ...numbered(lines));
        fc.pre(first.problems.length === 0);
        const again = merge(linesOf(first), ...numbered(lines));
        expect(again.problems).toEqual([]);
        expect(linesOf(again)).toEqual(linesOf(first));
        for (const { came } of again.seasons) expect([came.added, came.completed]).toEqual([0, 0]);
      }),
      cases(60),
    );
  });

  it('merging any results never drops or changes the score or the day of what was carried', () => {
    fc.assert(
      fc.property(rows, rows, (carried, lines) => {
        const before = merge([], ...numbered(carried));
        fc.pre(before.problems.length === 0);
        const bare = (line: string) => line.split(' ').slice(0, 4).join(' ');
        const after = merge(linesOf(before), ...numbered(lines));
        if (after.seasons.length > 0)
          expect(linesOf(after).map(bare)).toEqual(expect.arrayContaining(linesOf(before).map(bare)));
      }),
    );
  });
});
