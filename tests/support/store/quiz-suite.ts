import { beforeEach, describe, expect, it } from 'vitest';
import type { QuizAnswer, QuizGame } from '../../../src/quiz/game.ts';
import type { Question } from '../../../src/quiz/question.ts';
import type { GivenAnswer } from '../../../src/quiz/quiz-store.ts';
import type { Store } from '../../../src/store/store.ts';

const QUESTION: Question = {
  ask: { kind: 'points-after', club: { id: 'milan', name: 'Milan' }, season: '2021-22', games: 12 },
  options: [30, 32, 33, 35].map((number) => ({ kind: 'number', number })),
  right: 1,
  factId: 'serie-a/milan/best-start/milan/12@2021-11-07',
  asOf: '2021-11-07',
};

export function quizGame(id: string, more: Partial<QuizGame> = {}): QuizGame {
  return {
    id,
    guildId: 'guild',
    channelId: 'channel',
    locale: 'it',
    mode: 'buttons',
    limitMs: 20_000,
    isDaily: false,
    startedBy: 'ada',
    questions: [QUESTION, QUESTION],
    startedAt: 1,
    at: 0,
    stage: 'asking',
    dueAt: 100,
    ...more,
  };
}

function answer(userId: string, more: Partial<GivenAnswer> = {}): GivenAnswer {
  return { gameId: 'a', at: 0, userId, option: 1, answeredAt: 50, isRight: true, ...more };
}

/** What a store promises of quizzes. */
export function quizSuite(open: () => Store): void {
  describe('quizzes', () => {
    let store: Store;
    beforeEach(() => {
      store = open();
    });

    it('quizzes are read as they were added, and are not there when they were not', async () => {
      const daily = quizGame('b', { isDaily: true, openedAt: 7, mode: 'typed' });
      expect(await store.quiz.add(quizGame('a'))).toBe(true);
      expect(await store.quiz.add(daily)).toBe(true);
      expect(await store.quiz.game('a')).toEqual(quizGame('a'));
      expect(await store.quiz.game('b')).toEqual(daily);
      expect(await store.quiz.game('c')).toBeUndefined();
      expect(await store.quiz.running('channel')).toEqual([quizGame('a'), daily]);
    });

    it('quizzes run one at a time in a channel, with one daily question besides', async () => {
      const added = await Promise.all(['a', 'b', 'c'].map((id) => store.quiz.add(quizGame(id))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.quiz.add(quizGame('d', { channelId: 'other' }))).toBe(true);
      expect(await store.quiz.add(quizGame('e', { isDaily: true }))).toBe(true);
      expect(await store.quiz.add(quizGame('f', { isDaily: true }))).toBe(false);
      const [running] = await store.quiz.running('channel');
      await store.quiz.move(running!, { at: 1, stage: 'over', dueAt: 9 });
      expect(await store.quiz.add(quizGame('g'))).toBe(true);
    });

    it('quizzes move on once: whoever comes second is told that they have', async () => {
      await store.quiz.add(quizGame('a'));
      const game = quizGame('a');
      const opened = { ...game, openedAt: 10, dueAt: 30 };
      expect(await Promise.all([store.quiz.move(game, opened), store.quiz.move(game, opened)])).toEqual([true, false]);
      expect(await store.quiz.move(game, { ...opened, stage: 'revealed' })).toBe(false);
      expect(await store.quiz.move(opened, { at: 0, stage: 'revealed', openedAt: 10, dueAt: 36 })).toBe(true);
      expect(await store.quiz.game('a')).toEqual({ ...game, stage: 'revealed', openedAt: 10, dueAt: 36 });
    });

    it('quizzes say which are due, and when the next one is', async () => {
      expect(await store.quiz.nextDue()).toBeUndefined();
      await store.quiz.add(quizGame('a', { channelId: '1', dueAt: 30, openedAt: 3 }));
      await store.quiz.add(quizGame('b', { channelId: '2', dueAt: 20 }));
      await store.quiz.add(quizGame('c', { channelId: '3', dueAt: 10, stage: 'over' }));
      expect(await store.quiz.nextDue()).toBe(20);
      expect((await store.quiz.due(29, 9)).map(({ id }) => id)).toEqual(['b']);
      expect((await store.quiz.due(30, 9)).map(({ id }) => id)).toEqual(['b', 'a']);
      expect((await store.quiz.due(30, 1)).map(({ id }) => id)).toEqual(['b']);
      expect((await store.quiz.unseen()).map(({ id }) => id)).toEqual(['b']);
    });

    it('quizzes take a player’s last answer until time is up, with the moment at which he came to it', async () => {
      await store.quiz.add(quizGame('a'));
      expect(await store.quiz.answer(answer('ada', { option: 0, isRight: false, answeredAt: 40 }))).toEqual({
        taken: true,
      });
      expect(await store.quiz.answer(answer('ada', { answeredAt: 50 }))).toEqual({ taken: true, before: 0 });
      expect(await store.quiz.answer(answer('ada', { answeredAt: 60 }))).toEqual({ taken: true, before: 1 });
      expect(await store.quiz.answer(answer('milo', { answeredAt: 45 }))).toEqual({ taken: true });
      expect(await store.quiz.answers('a')).toEqual([answer('milo', { answeredAt: 45 }), answer('ada')]);
    });

    it('quizzes take no answer too late, to another question, or of a game that is not there', async () => {
      await store.quiz.add(quizGame('a'));
      const refused = { taken: false };
      expect(await store.quiz.answer(answer('ada', { answeredAt: 100 }))).toEqual(refused);
      expect(await store.quiz.answer(answer('ada', { at: 1 }))).toEqual(refused);
      expect(await store.quiz.answer(answer('ada', { gameId: 'x' }))).toEqual(refused);
      await store.quiz.move(quizGame('a'), { at: 0, stage: 'revealed', dueAt: 200 });
      expect(await store.quiz.answer(answer('ada'))).toEqual(refused);
      expect(await store.quiz.answers('a')).toEqual([]);
    });

    it('quizzes count what was scored once, however often it is', async () => {
      await store.quiz.add(quizGame('a'));
      await store.quiz.answer(answer('ada'));
      const scored: QuizAnswer = { ...answer('ada'), points: 140, streak: 1 };
      await store.quiz.score(quizGame('a'), [scored], 100);
      await store.quiz.score(quizGame('a'), [{ ...scored, points: 7 }], 101);
      expect(await store.quiz.answers('a')).toEqual([scored]);
      expect((await store.quiz.leaderboard('guild', 0, 10, 'ada')).own).toMatchObject({ points: 140, answered: 1 });
    });

    /** Questions that were answered and closed: who, with how many points, when, and where. */
    async function played(rows: readonly [user: string, points: number, closedAt: number, guildId?: string][]) {
      for (const [at, [userId, points, closedAt, guildId = 'guild']] of rows.entries()) {
        const game = quizGame(`g${at}`, { channelId: `${at}`, guildId });
        await store.quiz.add(game);
        const given = answer(userId, { gameId: game.id, isRight: points > 0 });
        await store.quiz.answer(given);
        await store.quiz.score(game, [{ ...given, points, streak: points > 0 ? at + 1 : 0 }], closedAt);
      }
    }

    it('quizzes make a leaderboard of a server: points summed, ranks shared, the reader’s own line further down', async () => {
      await played([
        ['ada', 100, 10],
        ['ada', 0, 20],
        ['milo', 100, 20],
        ['zoe', 150, 20],
        ['eva', 20, 20],
        ['ada', 900, 20, 'elsewhere'],
      ]);
      const line = (rank: number, userId: string, points: number, right: number, answered: number, streak: number) => ({
        ...{ rank, userId, points, right, answered, streak },
      });
      const zoe = line(1, 'zoe', 150, 1, 1, 4);
      const ada = line(2, 'ada', 100, 1, 2, 1);
      const milo = line(2, 'milo', 100, 1, 1, 3);
      const eva = line(4, 'eva', 20, 1, 1, 5);
      expect(await store.quiz.leaderboard('guild', 0, 3, 'eva')).toEqual({ top: [zoe, ada, milo], own: eva });
      expect(await store.quiz.leaderboard('guild', 0, 3, 'milo')).toEqual({ top: [zoe, ada, milo], own: milo });
      expect(await store.quiz.leaderboard('guild', 0, 3, 'nobody')).toEqual({ top: [zoe, ada, milo] });
      expect((await store.quiz.leaderboard('guild', 11, 9, 'ada')).own).toEqual(line(4, 'ada', 0, 0, 1, 0));
      expect((await store.quiz.leaderboard('elsewhere', 0, 9, 'zoe')).top).toEqual([line(1, 'ada', 900, 1, 1, 6)]);
    });

    it('quizzes leave out answers to a question that is still open', async () => {
      await store.quiz.add(quizGame('a'));
      await store.quiz.answer(answer('ada'));
      expect(await store.quiz.leaderboard('guild', 0, 9, 'ada')).toEqual({ top: [] });
    });

    it('quizzes are asked of one server, and that is remembered', async () => {
      const other: Question = { ...QUESTION, asOf: '2021-11-08' };
      await store.quiz.add(quizGame('a', { startedAt: 10 }));
      await store.quiz.add(quizGame('b', { startedAt: 20, channelId: '2', questions: [other] }));
      await store.quiz.add(quizGame('c', { startedAt: 20, channelId: '3', guildId: 'elsewhere' }));
      expect(await store.quiz.asked('guild', 11)).toEqual([other]);
      expect(await store.quiz.asked('guild', 10)).toHaveLength(3);
    });

    it('quizzes are forgotten in time, and what was scored is not', async () => {
      await played([['ada', 100, 10]]);
      await store.quiz.move(quizGame('g0'), { at: 0, stage: 'over', dueAt: 20 });
      await store.quiz.add(quizGame('b'));
      await store.quiz.prune(20);
      expect(await store.quiz.game('g0')).toBeDefined();
      await store.quiz.prune(1_000);
      expect(await store.quiz.game('g0')).toBeUndefined();
      expect(await store.quiz.game('b')).toBeDefined();
      expect((await store.quiz.leaderboard('guild', 0, 9, 'ada')).top).toHaveLength(1);
    });
  });
}
