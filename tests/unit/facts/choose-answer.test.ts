import { describe, expect, it, vi } from 'vitest';
import { type Answer, type AnswersOptions, answersTo, firstUntold } from '../../../src/facts/choose-answer.ts';
import type { Statement } from '../../../src/facts/engine/finding.ts';
import { type Moment, momentId } from '../../../src/facts/engine/moment.ts';
import type { ComputedFact, WrittenFact } from '../../../src/facts/fact.ts';
import { writtenFacts } from '../../../src/facts/written-facts.ts';
import { SILENT } from '../../../src/log.ts';
import type { Goal } from '../../../src/match/event.ts';
import { type Match, replayId } from '../../../src/match/match.ts';
import type { News, PhaseNewsKind } from '../../../src/match/news.ts';
import type { Score } from '../../../src/match/score.ts';
import { almanac } from '../../support/facts/almanac.ts';
import { goal, MATCH } from '../../support/match/build.ts';

const DERBY: Match = { ...MATCH, id: '2021-11-07-milan-inter' };
const ROMA: Match = {
  ...MATCH,
  id: 'roma-lazio',
  home: { id: 'roma', name: 'Roma' },
  away: { id: 'lazio', name: 'Lazio' },
};
const DAY = '2021-11-07';
const ONE_ALL = { home: 1, away: 1 };

const told = (score: Score) => ({ id: 'x', matchId: 'x', at: 0, since: 0, score });
const phase = (kind: PhaseNewsKind, score: Score = ONE_ALL): News => ({ ...told(score), kind });
const scored = (scored: Goal): News => ({ ...told(ONE_ALL), kind: 'goal', eventId: 'g', goal: scored });
const missed = (player: string): News => ({
  ...told(ONE_ALL),
  ...{ kind: 'missed-penalty', eventId: 'p' },
  event: { kind: 'missed-penalty', side: 'away', player: { name: player } },
});
const card = (colour: 'yellow' | 'red'): News => ({
  ...told(ONE_ALL),
  ...{ kind: 'card', eventId: 'c' },
  event: { kind: 'card', colour, side: 'home', player: { name: 'Tonali' } },
});

/** A finding of a kind, of which only what the choice looks at is filled in. */
function computed(kind: Statement['kind'], moment: Moment, more: { of?: string; latest?: string } = {}): ComputedFact {
  const statement = { kind, ...(more.of && { of: more.of }) } as unknown as Statement;
  return {
    id: `serie-a/milan+inter/${kind}@${momentId(moment)}`,
    ...{ asOf: DAY, about: { clubs: [], players: [], topics: [] }, moment },
    finding: {
      ...{ key: kind, statement, theme: kind, working: { rows: [], lookedAt: 1 } },
      scope: { competition: MATCH.competition, since: '1993-94', clubs: [], upTo: DAY },
      weight: { times: 1, chances: 1, latest: more.latest ?? DAY, number: 0 },
    },
  };
}

const written = (id: string, more: Partial<WrittenFact> = {}): WrittenFact => ({
  ...{ id, text: { en: id, it: id }, scope: { en: id, it: id }, source: 'press', check: 'reported', asOf: DAY },
  ...{ about: { clubs: [], players: [], topics: [] }, matchId: DERBY.id },
  ...more,
});

function chooser(found: AnswersOptions['engine']['found'] = () => [], facts?: readonly WrittenFact[]) {
  const engine = { found: vi.fn(found) };
  const own = facts ? writtenFacts(facts, almanac) : almanac.facts;
  const choose = answersTo({ almanac: { ...almanac, facts: own }, engine, log: SILENT });
  const ids = (news: News, match = DERBY) => choose(news, match).map(({ fact }) => fact.id);
  return { engine, choose, ids };
}

describe('what answers the derby', () => {
  const { ids } = chooser();

  it.each([
    ['kick-off', phase('kick-off', { home: 0, away: 0 }), 'start-milan-eleven'],
    ['a goal against the old club', scored(goal(11, 'away', 'Hakan Çalhanoğlu')), 'opta-both-sides'],
    ['a saved penalty', missed('L. Martínez'), 'opta-saved-derby-penalty'],
    ['half-time', phase('half-time'), 'derby-before-balance'],
    ['the final whistle', phase('full-time'), 'table-after'],
    ['a draw', phase('result'), 'derby-first-draw-since-2018'],
  ])('in the derby, %s is answered by what was written for it', (_, news, first) => {
    expect(ids(news)[0]).toBe(first);
  });

  it('nothing answers another man’s goal, a booking, or a goal that nobody is named for', () => {
    expect(ids(scored(goal(17, 'home', 'de Vrij', { manner: 'own-goal' })))).toEqual([]);
    expect(ids(scored(goal(17, 'home')))).toEqual([]);
    expect(ids(missed('Džeko'))).toEqual([]);
    expect(ids(card('yellow'))).toEqual([]);
    expect(ids(phase('second-half'))).toEqual([]);
  });

  it('nothing that was written for the derby’s real end is said of another', () => {
    const otherwise = { home: 2, away: 1 };
    expect(ids(phase('full-time', otherwise))).toEqual([]);
    expect(ids(phase('result', otherwise))).toEqual([]);
  });

  it('a replay of the derby is answered alike', () => {
    expect(ids(missed('L. Martínez'), { ...DERBY, id: replayId(DERBY.id, 'x') })[0]).toBe('opta-saved-derby-penalty');
  });
});

describe('what is found for a match of which nothing was written', () => {
  const all = (_: string, moment: Moment) =>
    [
      computed('balance', moment),
      computed('what-if', moment, { latest: '2021-11-06' }),
      computed('table-place', moment),
      computed('champion', moment, { latest: '2001-05-01' }),
      computed('first-since', moment, { of: 'drawn' }),
    ] satisfies ComputedFact[];
  const kinds = (answers: readonly Answer[]) => answers.map(({ fact }) => fact.id.split(/[/@]/)[2]);

  it('what is found for a match of which nothing was written is as of its kick-off until the whistle, and as of its end from then on', () => {
    const { choose, engine } = chooser(all);
    const match = { season: '2021-22', home: 'roma', away: 'lazio' };
    choose(phase('kick-off', { home: 0, away: 0 }), ROMA);
    expect(engine.found).toHaveBeenLastCalledWith('serie-a', { day: DAY, match }, ['roma', 'lazio']);
    choose(phase('half-time'), ROMA);
    expect(engine.found).toHaveBeenLastCalledWith('serie-a', { day: DAY, match }, ['roma', 'lazio']);
    choose(phase('full-time'), ROMA);
    const ended = { day: DAY, match: { ...match, score: ONE_ALL } };
    expect(engine.found).toHaveBeenLastCalledWith('serie-a', ended, ['roma', 'lazio']);
  });

  it('what is found for a match of which nothing was written is the best at kick-off, past meetings at half-time, the table at the whistle, the last draws at a draw', () => {
    const { choose } = chooser(all);
    expect(kinds(choose(phase('kick-off'), ROMA))).toEqual([
      'balance',
      'what-if',
      'table-place',
      'champion',
      'first-since',
    ]);
    expect(kinds(choose(phase('half-time'), ROMA))).toEqual(['balance']);
    expect(kinds(choose(phase('full-time'), ROMA))).toEqual(['table-place', 'what-if']);
    expect(kinds(choose(phase('result'), ROMA))).toEqual(['first-since', 'balance', 'table-place']);
    expect(kinds(choose(phase('result', { home: 1, away: 0 }), ROMA))).toEqual([
      'balance',
      'table-place',
      'first-since',
    ]);
    for (const news of [scored(goal(1, 'home', 'Dzeko')), card('red'), missed('Dzeko')])
      expect(choose(news, ROMA)).toEqual([]);
  });

  it('what is found for a match of which nothing was written is nothing where the season, the competition or the club is not carried whole', () => {
    const { choose, engine } = chooser(all);
    const kickOff = phase('kick-off');
    expect(choose(kickOff, { ...ROMA, season: '2031-32' })).toEqual([]);
    expect(choose(kickOff, { ...ROMA, competition: { id: 'ligue-1', name: 'Ligue 1' } })).toEqual([]);
    expect(engine.found).not.toHaveBeenCalled();
    const some = almanac.results.filter(({ season, home }) => season !== '2021-22' || home === 'roma');
    const holey = answersTo({ almanac: { ...almanac, results: some }, engine, log: SILENT });
    expect(holey(kickOff, ROMA)).toEqual([]);
    expect(engine.found).not.toHaveBeenCalled();
  });

  it('what is found for a match of which nothing was written is told in the words written for the same, where there are any', () => {
    const moment = { day: DAY, match: { season: '2021-22', home: 'milan', away: 'inter' } };
    const own = written('own', { computation: computed('balance', moment).id });
    const { ids } = chooser((_, moment) => [computed('table-place', moment), computed('balance', moment)], [own]);
    expect(ids(phase('kick-off'))).toEqual([computed('table-place', moment).id, 'own']);
  });

  it('what is found for a match of which nothing was written is nothing, and no news is lost, where it cannot be found', () => {
    const error = vi.fn();
    const engine = {
      found: () => {
        throw new Error('a bug');
      },
    };
    const choose = answersTo({ almanac, engine, log: { ...SILENT, error } });
    expect(choose(phase('kick-off'), ROMA)).toEqual([]);
    expect(error).toHaveBeenCalledOnce();
  });
});

describe('what a channel was told', () => {
  const before = { day: DAY, match: { season: '2021-22', home: 'milan', away: 'inter' } };
  const after = { ...before, match: { ...before.match, score: ONE_ALL } };
  const at = (day: string) => Date.parse(`${day}T20:00:00Z`);
  const balance = 'serie-a/milan+inter/balance';
  const only = (fact: ComputedFact, news: PhaseNewsKind, facts: readonly WrittenFact[] = []) =>
    chooser(() => [fact], facts).choose(phase(news), DERBY);

  it('what a channel was told is not told again at another moment of the match, nor later with nothing new in it', () => {
    const answers = only(computed('balance', after), 'result');
    expect(firstUntold(answers, new Map())?.toldAs[0]).toBe(balance);
    expect(firstUntold(answers, new Map([[balance, at(DAY)]]))).toBeUndefined();
    expect(firstUntold(answers, new Map([[balance, at('2026-01-01')]]))).toBeUndefined();
  });

  it('what a channel was told is told again once there are newer results in it, since it says something else by then', () => {
    const answers = only(computed('balance', after), 'result');
    expect(firstUntold(answers, new Map([[balance, at('2021-02-21')]]))).toBeDefined();
  });

  it('what a channel was told counts in whichever words it was told, and what was written is told once for ever', () => {
    const own = written('own', { computation: computed('balance', before).id, answers: [{ on: 'draw' }] });
    const [first] = only(computed('table-place', after), 'result', [own]);
    expect(first?.toldAs).toEqual(['own', balance]);
    for (const name of ['own', balance])
      expect(firstUntold([first!], new Map([[name, at('1999-01-01')]]))).toBeUndefined();
    const found = only(computed('balance', after), 'full-time', [own]).concat(
      chooser(() => [computed('balance', after)], [{ ...own, answers: [{ on: 'goal' }] }]).choose(
        phase('result'),
        DERBY,
      ),
    );
    expect(found.map(({ toldAs }) => toldAs)).toEqual([[balance, 'own']]);
  });

  it('what a channel was told leaves the next best to be told', () => {
    const { choose } = chooser();
    const answers = choose(phase('kick-off'), DERBY);
    const told = new Map([['start-milan-eleven', at(DAY)]]);
    expect(firstUntold(answers, told)?.fact.id).toBe('derby-before-balance');
  });

  it('what a channel was told may be told where spoilers are hidden if it was true before the match', () => {
    const safe = (news: News) =>
      chooser()
        .choose(news, DERBY)
        .map(({ isFromBefore }) => isFromBefore);
    expect(safe(phase('kick-off')).every(Boolean)).toBe(true);
    expect(safe(phase('half-time')).every(Boolean)).toBe(true);
    for (const news of [phase('full-time'), phase('result'), missed('L. Martínez')])
      expect(safe(news).some(Boolean)).toBe(false);
    expect(only(computed('balance', before), 'kick-off')[0]?.isFromBefore).toBe(true);
    expect(only(computed('balance', after), 'result')[0]?.isFromBefore).toBe(false);
  });
});
