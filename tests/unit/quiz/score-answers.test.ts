import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QuizAnswer } from '../../../src/quiz/game.ts';
import { pointsFor, scoreAnswers, standingsOf, streaksBefore } from '../../../src/quiz/score-answers.ts';

const LIMIT = 20_000;

function answer(userId: string, isRight: boolean, more: Partial<QuizAnswer> = {}): QuizAnswer {
  return { gameId: 'g', at: 0, userId, option: isRight ? 1 : 0, answeredAt: 1000, isRight, ...more };
}

const anyTook = fc.integer({ min: 0, max: LIMIT });
const anyStreak = fc.integer({ min: 1, max: 30 });

it('a right answer is worth a hundred points, up to fifty for speed, and ten for each in a row from the second on, up to fifty', () => {
  const points = (tookMs: number, streak: number) => pointsFor({ tookMs, limitMs: LIMIT, streak });
  expect([points(0, 1), points(LIMIT / 2, 1), points(LIMIT, 1)]).toEqual([150, 125, 100]);
  expect([1, 2, 3, 6, 7, 20].map((streak) => points(LIMIT, streak))).toEqual([100, 110, 120, 150, 150, 150]);
});

it('a right answer is never worth less when it was faster, nor with a longer streak', () => {
  fc.assert(
    fc.property(anyTook, anyTook, anyStreak, anyStreak, (took, other, streak, longer) => {
      const [fast, slow] = [Math.min(took, other), Math.max(took, other)];
      const points = (tookMs: number, streak: number) => pointsFor({ tookMs, limitMs: LIMIT, streak });
      expect(points(fast, streak)).toBeGreaterThanOrEqual(points(slow, streak));
      expect(points(fast, Math.max(streak, longer))).toBeGreaterThanOrEqual(points(fast, Math.min(streak, longer)));
    }),
  );
});

it('a right answer is between a hundred and two hundred points, whatever clocks say', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), anyStreak, (tookMs, limitMs, streak) => {
      const points = pointsFor({ tookMs, limitMs, streak });
      expect(Number.isInteger(points) && points >= 100 && points <= 200).toBe(true);
    }),
  );
});

it('a question that is closed gives every right answer more than any wrong one, and ends the streaks of those', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), anyTook, fc.nat({ max: 9 })), { maxLength: 20 }), (given) => {
      const answers = given.map(([isRight, took], at) => answer(`${at}`, isRight, { answeredAt: took }));
      const streaks = new Map(given.map(([, , streak], at) => [`${at}`, streak]));
      const scored = scoreAnswers({ answers, openedAt: 0, limitMs: LIMIT, streaks });
      expect(scored).toHaveLength(answers.length);
      for (const { isRight, points, streak, userId } of scored) {
        expect(streak).toBe(isRight ? (streaks.get(userId) ?? 0) + 1 : 0);
        if (isRight) expect(points).toBeGreaterThanOrEqual(100);
        else expect(points).toBe(0);
      }
    }),
  );
});

it('a question that is closed goes on with the streaks of those alone who answered the one before', () => {
  const answers = [
    answer('ada', true, { at: 0, streak: 1 }),
    answer('bob', true, { at: 0, streak: 1 }),
    answer('ada', true, { at: 1, streak: 2 }),
  ];
  expect([...streaksBefore(2, answers)]).toEqual([['ada', 2]]);
  expect([...streaksBefore(1, answers).keys()]).toEqual(['ada', 'bob']);
  expect(streaksBefore(0, answers).size).toBe(0);
});

it('standings share a rank where points are the same, and leave out the next', () => {
  const answers = [
    answer('ada', true, { points: 150, streak: 1 }),
    answer('bob', true, { points: 120, streak: 1 }),
    answer('cem', true, { points: 120, streak: 1 }),
    answer('dan', false, { points: 0, streak: 0 }),
  ];
  expect(standingsOf(answers).map(({ rank, userId }) => [rank, userId])).toEqual([
    [1, 'ada'],
    [2, 'bob'],
    [2, 'cem'],
    [4, 'dan'],
  ]);
  expect(standingsOf([])).toEqual([]);
});

it('standings add up each player, with the streak that he is on', () => {
  const answers = [
    answer('ada', true, { points: 150, streak: 1 }),
    answer('bob', true, { points: 110, streak: 1 }),
    answer('ada', true, { at: 1, points: 130, streak: 2 }),
  ];
  expect(standingsOf(answers)).toEqual([
    { rank: 1, userId: 'ada', points: 280, right: 2, answered: 2, streak: 2 },
    { rank: 2, userId: 'bob', points: 110, right: 1, answered: 1, streak: 0 },
  ]);
});

it('standings lose nobody and no point, in whatever order answers come', () => {
  const anyAnswer = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.nat({ max: 4 }), fc.nat({ max: 200 }))
    .map(([userId, isRight, at, points]) => answer(userId, isRight, { at, points: isRight ? points : 0 }));
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 30 }), (answers) => {
      const standings = standingsOf(answers);
      const sum = (all: readonly { readonly points?: number }[]) => all.reduce((a, { points = 0 }) => a + points, 0);
      expect(sum(standings)).toBe(sum(answers));
      expect(standings.reduce((all, { answered }) => all + answered, 0)).toBe(answers.length);
      expect(standings).toEqual(standingsOf(answers.toReversed()));
      for (const { rank, points } of standings) {
        expect(rank).toBe(1 + standings.filter((other) => other.points > points).length);
      }
    }),
  );
});
