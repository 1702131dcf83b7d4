import { expect, it } from 'vitest';
import { factEngine } from '../../../src/facts/engine/fact-engine.ts';
import { families } from '../../../src/facts/engine/families/index.ts';
import { loadAlmanac } from '../../../src/facts/load-almanac.ts';
import { SILENT } from '../../../src/log.ts';
import { findQuestions, type QuestionSources, type QuestionWish } from '../../../src/quiz/find-questions.ts';
import type { Question } from '../../../src/quiz/question.ts';
import { match } from '../../support/match/derby.ts';

const almanac = await loadAlmanac('data');
const engine = factEngine({ source: almanac, families, log: SILENT });

/** Always the same lots. */
function lots(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

function find(wish: Partial<QuestionWish>, sources: Partial<QuestionSources> = {}): readonly Question[] {
  const all = { engine, competitions: almanac.competitions.map(({ id }) => id), random: lots(), ...sources };
  return findQuestions(all, { day: '2021-11-10', count: 5, ...wish });
}

const asks = (questions: readonly Question[]) => questions.map(({ ask }) => JSON.stringify(ask));

it('questions are found about the match that matters and big clubs, of several kinds', () => {
  const questions = find({ match, count: 10 });
  expect(questions).toHaveLength(10);
  expect(new Set(asks(questions)).size).toBe(10);
  expect(new Set(questions.map(({ ask }) => ask.kind)).size).toBeGreaterThan(3);
  expect(JSON.stringify(questions)).toMatch(/"milan"|"inter"/);
  expect(find({ match, count: 10 })).toEqual(questions);
});

it('questions know nothing that came after their day', () => {
  for (const { asOf, factId } of find({ match, count: 20 })) {
    expect(asOf <= '2021-11-10').toBe(true);
    expect(factId).not.toMatch(/@202[2-9]/);
  }
});

it.each(['atalanta', 'juventus', 'roma'])('questions are found about %s where one names it, each of them', (about) => {
  const questions = find({ match, about, count: 8 });
  expect(questions.length).toBeGreaterThan(3);
  for (const { ask, options, right } of questions) expect(JSON.stringify([ask, options[right]])).toContain(about);
});

it('questions are found without a match or a club', () => {
  expect(find({})).toHaveLength(5);
});

it('questions are none where nothing is known', () => {
  expect(find({ about: 'nobody-at-all' })).toEqual([]);
  expect(find({}, { competitions: [] })).toEqual([]);
  expect(find({ day: '1901-01-01' })).toEqual([]);
});

it('questions are not asked again lately, until there is nothing else', () => {
  const first = find({ match });
  const second = find({ match, asked: first });
  expect(asks(second).filter((ask) => asks(first).includes(ask))).toEqual([]);
  const everything = find({ match, count: 500 });
  expect(find({ match, asked: everything })).toHaveLength(5);
});
