import { describe, expect, it } from 'vitest';
import type { Almanac } from '../../../../src/facts/load-almanac.ts';
import { growingAlmanac } from '../../../../src/facts/results/growing-almanac.ts';
import type { ResultBook } from '../../../../src/facts/results/result-book.ts';
import { resultOf } from '../../../../src/facts/results/result-of.ts';
import type { Match } from '../../../../src/match/match.ts';
import type { Result } from '../../../../src/match/result.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import type { MatchState, TrackedEvent } from '../../../../src/match/state.ts';
import { league, lineOf, result } from '../../../support/facts/league.ts';

const MATCH: Match = {
  id: '2026-09-13-milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2026-27',
  round: 3,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  // Half past midnight in Rome.
  kickOff: Date.UTC(2026, 8, 12, 22, 30),
};
function ended(
  snapshot: Partial<Snapshot> = {},
  match: Partial<Match> = {},
  state: Partial<MatchState> = {},
): MatchState {
  return {
    snapshot: {
      match: { ...MATCH, ...match },
      at: 0,
      phase: 'full-time',
      halfTime: { home: 1, away: 0 },
      events: [],
      ...snapshot,
    },
    ...{ score: { home: 2, away: 1 }, events: [], seenAt: 0, fullTimeLooks: 3, falseWhistles: 0, minted: 0 },
    ...state,
  };
}
const told = (state: MatchState) => {
  const found = resultOf(state, league.competitions);
  return found && lineOf(found);
};

it('the result of a match that was followed is the one it ended with, of the day it was where it was played', () => {
  expect(told(ended())).toBe('2026-09-13 milan 2-1 inter (1-0) r3');
  expect(resultOf(ended(), league.competitions)).toMatchObject({ competition: 'serie-a', season: '2026-27' });
});

it('the result of a match that was followed leaves out a half-time score that it cannot have come from', () => {
  expect(told(ended({ halfTime: { home: 3, away: 0 } }))).toBe('2026-09-13 milan 2-1 inter r3');
});

it('the result of a match that was followed is the one that was awarded, whatever was scored', () => {
  expect(told(ended({ phase: 'awarded', score: { home: 0, away: 3 } }))).toBe('2026-09-13 milan 0-3 inter r3 awarded');
  expect(told(ended({ phase: 'awarded' }))).toBeUndefined();
});

it('the result of a match that was followed names who scored where every goal has its scorer, and nobody where one is missing', () => {
  const goal = (id: string, side: 'home' | 'away', name?: string, stands = true): TrackedEvent => ({
    ...{ id, stands },
    event: { kind: 'goal', side, manner: 'open-play', ...(name && { scorer: { name } }) },
  });
  const scored = [goal('1', 'home', 'Leão'), goal('2', 'away', 'Barella'), goal('3', 'home', 'Kessié')];
  const scorersIn = (events: readonly TrackedEvent[]) =>
    resultOf(ended({}, {}, { events }), league.competitions)?.scorers?.map(
      ({ side, scorer }) => `${side} ${scorer.name}`,
    );
  expect(scorersIn(scored)).toEqual(['home Leão', 'away Barella', 'home Kessié']);
  expect(scorersIn([goal('0', 'home', 'Tomori', false), ...scored])).toEqual(scorersIn(scored));
  expect(scorersIn([...scored.slice(0, 2), goal('3', 'home')])).toBeUndefined();
  expect(scorersIn(scored.slice(0, 2))).toBeUndefined();
});

it.each(['scheduled', 'second-half', 'postponed', 'suspended', 'abandoned'] as const)(
  'the result of a match that was followed is none when %s',
  (phase) => {
    expect(told(ended({ phase, score: { home: 1, away: 0 } }))).toBeUndefined();
  },
);

it('the result of a match that was followed is none before the whistle is believed, of a replay, or of a competition whose results are not kept', () => {
  expect(told(ended({}, {}, { fullTimeLooks: 2 }))).toBeUndefined();
  expect(told(ended({}, { id: `${MATCH.id}~7` }))).toBeUndefined();
  expect(told(ended({}, { competition: { id: 'coppa-italia', name: 'Coppa Italia' } }))).toBeUndefined();
});

describe('an almanac that grows', () => {
  const carried = ['2026-08-22 milan 0-0 como', '2026-09-20 como 1-1 milan'].map(result);
  const open = (seen: readonly Result[] = []) => {
    const kept = [...seen];
    const book: ResultBook = { add: async (result) => void kept.push(result), all: async () => [...kept] };
    return growingAlmanac({ ...league, results: carried } as unknown as Almanac, book);
  };

  it('an almanac that grows shows what is carried and what was seen, in the order of their days', async () => {
    const { almanac, settle } = await open([result('2026-08-29 inter 1-0 como')]);
    await settle([ended(), ended({ phase: 'abandoned' }), undefined]);
    expect(almanac.results.map(lineOf)).toEqual([
      '2026-08-22 milan 0-0 como',
      '2026-08-29 inter 1-0 como',
      '2026-09-13 milan 2-1 inter (1-0) r3',
      '2026-09-20 como 1-1 milan',
    ]);
  });

  it('an almanac that grows takes from what was seen what the carried result does not say, unless they differ', async () => {
    const { almanac } = await open(['2026-08-22 milan 0-0 como (0-0)', '2026-09-20 como 1-2 milan (1-0)'].map(result));
    expect(almanac.results.map(lineOf)).toEqual(['2026-08-22 milan 0-0 como (0-0)', '2026-09-20 como 1-1 milan']);
  });

  it('an almanac that grows goes by what is carried where both know a match, and by known clubs alone', async () => {
    const { almanac } = await open(['2026-08-23 milan 5-0 como', '2026-08-30 nobody 1-0 como'].map(result));
    expect(almanac.results).toEqual(carried);
  });
});
