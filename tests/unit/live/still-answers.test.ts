import { describe, expect, it } from 'vitest';
import type { ComputedFact, Fact } from '../../../src/facts/fact.ts';
import { stillAnswers } from '../../../src/live/still-answers.ts';
import { detect } from '../../../src/match/detect.ts';
import type { News } from '../../../src/match/news.ts';
import type { Score } from '../../../src/match/score.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { goal, look } from '../../support/match/build.ts';

const AT_END = '2021-11-07~2021-22~milan~inter~1-1';
const ONE_ALL = { home: 1, away: 1 };
const match = { season: '2021-22', home: 'milan', away: 'inter' };

const written = (more: object): Fact => ({
  ...{ id: 'own', text: { en: 'x', it: 'x' }, scope: { en: 'x', it: 'x' }, source: 'results', check: 'computed' },
  ...{ asOf: '2021-11-07', about: { clubs: [], players: [], topics: [] }, matchId: 'm' },
  ...more,
});
const computed = (score?: Score): Fact => {
  const moment = { day: '2021-11-07', match: { ...match, ...(score && { score }) } };
  return { id: 'x', finding: {}, moment } as unknown as ComputedFact;
};

const ended = (home: number, away: number): MatchState => {
  const goals = [
    ...Array.from({ length: home }, (_, n) => goal(n + 1, 'home', `H${n}`)),
    ...Array.from({ length: away }, (_, n) => goal(n + 40, 'away', `A${n}`)),
  ];
  return detect(undefined, look('full-time', goals), 0).state;
};
const result: News = { id: 'x', matchId: 'm', at: 0, since: 0, score: ONE_ALL, kind: 'result', falseWhistles: 0 };

describe('a fact beneath the result', () => {
  const facts = {
    'computed at the end': computed(ONE_ALL),
    'written for a draw': written({ answers: [{ on: 'draw' }] }),
    'written for the score': written({ answers: [{ on: 'result', score: ONE_ALL }] }),
    'written, told in place of what was computed': written({ computation: `serie-a/milan/x@${AT_END}` }),
  };

  it.each(Object.entries(facts))('a fact beneath the result (%s) holds as long as the score does', (_, fact) => {
    expect(stillAnswers(fact, result, ended(1, 1))).toBe(true);
    expect(stillAnswers(fact, result, ended(2, 1))).toBe(false);
  });

  it('a fact beneath the result that was true before the match holds whatever happens', () => {
    expect(stillAnswers(computed(), result, ended(2, 1))).toBe(true);
  });
});
