import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldName } from '../../../src/match/name-search.ts';
import { judgeTyped } from '../../../src/quiz/judge-answer.ts';
import type { Ask, Question, QuizOption } from '../../../src/quiz/question.ts';
import { cases } from '../../support/cases.ts';
import { clubNames } from './some-facts.ts';

const serieA = { id: 'serie-a', name: 'Serie A' };
const milan = { id: 'milan', name: 'Milan' };
const inter = { id: 'inter', name: 'Inter' };
const champion: Ask = { kind: 'champion', competition: serieA, season: '2010-11' };
const scoreOf: Ask = { kind: 'score-of', home: milan, away: inter, day: '2021-11-07' };
const commonScore: Ask = { kind: 'common-score', clubs: [milan, inter], since: '1993-94' };

function question(right: QuizOption, ask: Ask = champion): Question {
  return { ask, options: [right], right: 0, factId: 'x', asOf: '2021-11-07' };
}

const named = (id: string) =>
  question({ kind: 'club', club: { id, name: clubNames.find(({ value }) => value === id)?.label ?? id } });
const judge = (typed: string, id: string) => judgeTyped(typed, named(id), clubNames);
const season = (typed: string, right: string) => judgeTyped(typed, question({ kind: 'season', season: right }), []);
const number = (typed: string, right: number) => judgeTyped(typed, question({ kind: 'number', number: right }), []);
const score = (typed: string, right: readonly [number, number], ask: Ask = scoreOf) =>
  judgeTyped(typed, question({ kind: 'score', score: right }, ask), []);

const anyClub = fc.constantFrom(...clubNames);
const namesOf = ({ label, aliases = [] }: (typeof clubNames)[number]) => [label, ...aliases];
const whole = (name: string) => foldName(name).replaceAll(' ', '');

/** One letter more, less or other, or two neighbours swapped; letters only. */
const slip = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
  at: fc.nat(),
  letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
});

function withSlip(name: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % name.length;
  const [head, tail] = [name.slice(0, place), name.slice(place)];
  if (kind === 'insert') return head + letter + tail;
  if (kind === 'delete') return head + tail.slice(1);
  if (kind === 'replace') return head + letter + tail.slice(1);
  return head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2);
}

/** How many slips lie between two texts at least, by a table of all their beginnings. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        i === 0 || j === 0
          ? i + j
          : Math.min(
              rows[i - 1]![j]! + 1,
              row[j - 1]! + 1,
              rows[i - 1]![j - 1]! + same,
              swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
            ),
      );
    }
  }
  return rows[a.length]![b.length]!;
}

it.each([
  ['Milan', 'milan'],
  ['  milan ', 'milan'],
  ['MILAN!', 'milan'],
  ['A.C. Milan', 'milan'],
  ['Mílan', 'milan'],
  ['rossoneri', 'milan'],
  ['juve', 'juventus'],
  ['Juventsu', 'juventus'],
  ['Fiorentna', 'fiorentina'],
  ['citta di palermo', 'palermo'],
  ['Reggiana', 'reggiana'],
])('a name typed as “%s” is right for %s', (typed, id) => expect(judge(typed, id)).toBe('right'));

it.each([
  // Another name, however near it is.
  ['Reggiana', 'reggina'],
  ['Inter', 'milan'],
  ['Inter Milan', 'milan'],
  ['Milan', 'inter'],
  // A part of a name, or more than it.
  ['Mil', 'milan'],
  ['Fiorent', 'fiorentina'],
  ['Milano', 'inter'],
  ['Milan Milan', 'milan'],
  // One slip in four letters, two in more.
  ['Rona', 'roma'],
  ['Juvventsu', 'juventus'],
  ['', 'milan'],
  ['?!', 'milan'],
  ['2', 'milan'],
  // As near to the one as to the other.
  ['Reggiina', 'reggina'],
])('a name typed as “%s” is wrong for %s', (typed, id) => expect(judge(typed, id)).toBe('wrong'));

it('a name that was typed is not a word that it stands in, nor one that stands in it', () => {
  const air = question({ kind: 'club', club: { id: 'air', name: 'Air' } });
  const chair = question({ kind: 'club', club: { id: 'chair', name: 'Chair' } });
  const names = [{ value: 'air', label: 'Air' }];
  expect(judgeTyped('chair', air, names)).toBe('wrong');
  expect(judgeTyped('air', chair, names)).toBe('wrong');
  expect(judgeTyped('hair', chair, names)).toBe('right');
  expect(judgeTyped('hair', chair, [...names, { value: 'hair', label: 'Hair' }])).toBe('wrong');
});

it('a name that was typed of any other club is never right', () => {
  for (const right of clubNames) {
    for (const other of clubNames.filter(({ value }) => value !== right.value)) {
      for (const name of namesOf(other)) expect(judge(name, right.value), `${name} for ${right.value}`).toBe('wrong');
    }
  }
});

it('a name that was typed is right with any one slip in five letters or more, unless it comes as near to another name', () => {
  fc.assert(
    fc.property(anyClub, fc.nat(), slip, (right, nth, slipped) => {
      const names = namesOf(right);
      const name = whole(names[nth % names.length]!);
      const typed = withSlip(name, slipped);
      const near = (text: string) => {
        const slips = distance(typed, text);
        return slips === 0 || (text.length >= 5 && slips === 1) ? slips : Number.POSITIVE_INFINITY;
      };
      const own = Math.min(...names.map((text) => near(whole(text))));
      const others = clubNames.filter(({ value }) => value !== right.value).flatMap(namesOf);
      const other = Math.min(...others.map((text) => near(whole(text))));
      expect(judge(typed, right.value), typed).toBe(own < other ? 'right' : 'wrong');
      if (name.length >= 5) expect(own).toBeLessThanOrEqual(1);
    }),
    cases(150),
  );
});

it('a name that was typed is never right where two slips or more lie between it and every name', () => {
  fc.assert(
    fc.property(anyClub, fc.string({ maxLength: 20 }), (right, typed) => {
      const nearest = Math.min(...namesOf(right).map((name) => distance(whole(typed), whole(name))));
      if (nearest > 1) expect(judge(typed, right.value)).toBe('wrong');
    }),
  );
});

it.each([
  '2003-04',
  '2003/04',
  '03-04',
  '03/04',
  '2003–04',
  '2003—04',
  '2003-2004',
  '2003/2004',
  ' 2003 04 ',
  '2003 - 04.',
])('a season that was typed is right as “%s”', (typed) => expect(season(typed, '2003-04')).toBe('right'));

it.each(['2003', '04', '2004-05', '2002-03', '1903-04', '2003-05', '2003-3004', '200304', '03', '3-4', 'x2003-04', ''])(
  'a season that was typed is wrong as “%s”',
  (typed) => expect(season(typed, '2003-04')).toBe('wrong'),
);

it('a season that was typed may end a century, or lie within a year', () => {
  expect(['1999-00', '99/00', '1999-2000'].map((typed) => season(typed, '1999-00'))).toEqual(Array(3).fill('right'));
  expect([season('2026', '2026'), season('2025', '2026'), season('26', '2026')]).toEqual(['right', 'wrong', 'wrong']);
});

it('a number or a score that was typed must be exactly the one', () => {
  fc.assert(
    fc.property(fc.nat({ max: 120 }), fc.nat({ max: 120 }), (right, typed) => {
      expect(number(`${typed}`, right)).toBe(typed === right ? 'right' : 'wrong');
    }),
  );
  for (const typed of ['32', ' 32 ', '32 points', '32 punti', '32.']) expect(number(typed, 32)).toBe('right');
  for (const typed of ['3rd', '3º', '3°']) expect(number(typed, 3)).toBe('right');
  for (const typed of ['320', '3 2', '-32', '32.5', '3,2', 'c 32', '32-33', ''])
    expect(number(typed, 32)).toBe('wrong');
});

it.each(['3-1', '3:1', '3 1', '3–1', ' 3 - 1 '])(
  'a number or a score that was typed is right as “%s” for 3-1',
  (typed) => {
    expect(score(typed, [3, 1])).toBe('right');
  },
);

it.each(['1-3', '31', '3-11', '13-1', '3', '3-1-0', ''])(
  'a number or a score that was typed is wrong as “%s” for 3-1',
  (typed) => {
    expect(score(typed, [3, 1])).toBe('wrong');
  },
);

it('a number or a score that was typed may be turned round where nobody was at home', () => {
  expect(score('1-3', [3, 1], commonScore)).toBe('right');
  expect(score('3-3', [3, 1], commonScore)).toBe('wrong');
});
