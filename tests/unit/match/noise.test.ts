import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../src/match/event.ts';
import type { News } from '../../../src/match/news.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { standing } from '../../../src/match/state.ts';
import { cases } from '../../support/cases.ts';
import { type GoalStory, type NoisyMatch, noisyFeed, noisyStory, type Story } from '../../support/match/noisy-feed.ts';
import { followLooks, kinds } from './follow.ts';

const goalLine = ({ side, manner, scorer, minute }: Goal) => `${minute?.base} ${side} ${scorer?.name} ${manner}`;
const linesOf = (goals: readonly Goal[]) => goals.map(goalLine).toSorted();
const count = (news: readonly News[], kind: News['kind'], id?: string) =>
  news.filter((item) => item.kind === kind && (!id || ('eventId' in item && item.eventId === id))).length;

/** What must hold of any feed: the score is right, and what was told adds up to it. */
function judgeScore({ truth, looks }: NoisyMatch) {
  const { news, state } = followLooks(looks);
  expect(state.score).toEqual(truth.score);
  const told = count(news, 'goal') - count(news, 'goal-disallowed') + count(news, 'goal-reinstated');
  expect(told).toBe(truth.goals.length);
  expect(count(news, 'goal')).toBeLessThanOrEqual(truth.goals.length + truth.cancelled.length);
  expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
  return { news, state, goals: standing(state).filter((event) => event.kind === 'goal') };
}

/** What must hold of one that lists and counts: every goal was told once, and none that stood was taken back. */
function judge(noisy: NoisyMatch): void {
  const { truth } = noisy;
  const { news, state, goals } = judgeScore(noisy);
  expect(linesOf(goals)).toEqual(linesOf(truth.goals));
  for (const { id, stands, event } of state.events) {
    if (event.kind !== 'goal') continue;
    const [told, disallowed] = [count(news, 'goal', id), count(news, 'goal-disallowed', id)];
    expect({ id, told, disallowed }).toEqual({ id, told: 1, disallowed: stands ? 0 : 1 });
  }
  expect(count(news, 'goal-reinstated')).toBe(0);
  expect(count(news, 'card')).toBe(truth.cards.length);
  const phases = ['kick-off', 'half-time', 'second-half', 'full-time', 'result'];
  expect(kinds(news).filter((kind) => phases.includes(kind))).toEqual(phases);
}

function only(noisy: NoisyMatch, change: (look: Snapshot) => Snapshot): NoisyMatch {
  return { ...noisy, looks: noisy.looks.map(change) };
}

function withoutScore({ score: _, ...look }: Snapshot): Snapshot {
  return look;
}

it('whatever the noise of a feed, each goal is told once, each that VAR took away is taken back once, and in the end all is as it truly was', () => {
  fc.assert(
    fc.property(noisyStory(), (story) => judge(noisyFeed(story))),
    cases(25),
  );
});

it('whatever the noise of a feed, each goal is told once when there is a look a minute', () => {
  fc.assert(
    fc.property(noisyStory(), (story) => judge(noisyFeed(story, 60))),
    cases(25),
  );
});

it('whatever the noise of a feed, a feed of scores alone ends with the score, and with as many goals told as stand', () => {
  const scoreAlone = (look: Snapshot): Snapshot => ({ ...look, events: [], lists: [] });
  fc.assert(
    fc.property(noisyStory(), (story) => void judgeScore(only(noisyFeed(story), scoreAlone))),
    cases(20),
  );
});

it('whatever the noise of a feed, a feed of lists alone ends with the goals, and takes none back', () => {
  fc.assert(
    fc.property(noisyStory({ isCounted: false }), (story) => {
      const noisy = only(noisyFeed(story), withoutScore);
      const { news, goals } = judgeScore(noisy);
      expect(linesOf(goals)).toEqual(linesOf(noisy.truth.goals));
      expect(count(news, 'goal-disallowed')).toBe(0);
    }),
    cases(12),
  );
});

describe('what once went wrong', () => {
  const plain: GoalStory = {
    minute: 10,
    side: 'home',
    scorer: 0,
    manner: 'open-play',
    listedAfter: 0,
    countedAfter: 0,
    namedAfter: 0,
    otherScorerUntil: 0,
    minuteOffBy: 0,
    rightMinuteAfter: 0,
    wrongSideUntil: 0,
    wronglyCreditedUntil: 0,
    missing: [],
    twice: [],
  };
  const soon = { after: 20, unlistedAfter: 0, uncountedAfter: 0 };
  const story = (goals: readonly Partial<GoalStory>[], more: Partial<Story> = {}): Story => ({
    goals: goals.map((goal) => ({ ...plain, ...goal })),
    cards: [],
    oldPages: [],
    late: [],
    shuffle: 0,
    ...more,
  });
  const oldPage = { of: 'all', seconds: 30 } as const;

  it.each<[string, Story, number?]>([
    [
      'the copy of a row was taken for a goal that had been taken back',
      story([
        { minute: 51, side: 'away', twice: [[167, 14]] },
        { minute: 53, side: 'away', scorer: 1, cancelled: soon },
      ]),
    ],
    [
      'of a row that was there twice, one was the goal taken back and the other a new one',
      story([{ minute: 13, twice: [[0, 6]], cancelled: soon }], { oldPages: [{ ...oldPage, gap: 884, age: 190 }] }),
    ],
    [
      'a row that named nobody was no copy of itself',
      story([{ minute: 13, namedAfter: 3, twice: [[0, 6]], cancelled: soon }], {
        oldPages: [{ ...oldPage, gap: 884, age: 190 }],
      }),
    ],
    [
      'an old page named another scorer of a goal taken back',
      story([{ minute: 3, otherScorerUntil: 1, minuteOffBy: 1, rightMinuteAfter: 1, cancelled: soon }], {
        oldPages: [{ ...oldPage, gap: 241, age: 116 }],
      }),
    ],
    [
      'a new goal was taken for a correction of one whose row was missing',
      story([
        { minute: 1, missing: [[68, 53]] },
        { minute: 3, manner: 'own-goal', wronglyCreditedUntil: 16 },
      ]),
    ],
    [
      'a row was taken for the goal that VAR cancelled, and the one that stood kept no scorer',
      story([
        { minute: 23, manner: 'own-goal', missing: [[106, 60]] },
        { minute: 25, manner: 'own-goal', cancelled: { ...soon, rowAfter: 0 } },
      ]),
    ],
    [
      'of two goals by one player, each there twice, the copies were taken for the goals themselves',
      story([
        { minute: 1, namedAfter: 61, twice: [[67, 54]], twiceOffBy: 1 },
        { minute: 2, twice: [[67, 54]], twiceOffBy: 1 },
      ]),
      60,
    ],
  ])('what once went wrong goes right: %s', (_, once, pace = 15) => judge(noisyFeed(once, pace)));
});
