import { SILENT } from '../../../src/log.ts';
import { SECOND } from '../../../src/match/instant.ts';
import type { QuizAnswer, QuizGame } from '../../../src/quiz/game.ts';
import type { Question } from '../../../src/quiz/question.ts';
import { QuizMaster } from '../../../src/quiz/quiz-master.ts';
import { postKey } from '../../../src/quiz/quiz-posts.ts';
import type { QuizStores } from '../../../src/quiz/quiz-store.ts';
import { type NewGame, startQuiz } from '../../../src/quiz/start-quiz.ts';
import type { Store } from '../../../src/store/store.ts';
import { memoryStore } from '../store/memory-store.ts';

export const START = Date.UTC(2021, 10, 10, 20);

/** How many games somebody won: the answer is always the second option. */
export function question(games: number): Question {
  return {
    ask: { kind: 'points-after', club: { id: 'milan', name: 'Milan' }, season: '2021-22', games },
    options: [30, 32, 33, 35].map((number) => ({ kind: 'number', number })),
    right: 1,
    factId: `serie-a/milan/points/milan/${games}@2021-11-07`,
    asOf: '2021-11-07',
  };
}

/** A channel with a store, a clock, a relay that can be held back, and masters that can be killed. */
export async function quizRoom() {
  const store = await memoryStore();
  let now = START;
  const clock = { now: () => now };
  /** What stands in the channel, by key, with how often it was posted and edited. */
  const posts = new Map<string, { posted: number; edited: number; at: number }>();
  const warnings: string[] = [];
  const log = { ...SILENT, warn: (_: object, text: string) => void warnings.push(text) };
  const master = (over: QuizStores = store) => new QuizMaster({ store: over, clock, log, onWork() {} });
  const room = {
    store,
    clock,
    posts,
    warnings,
    master,
    wait: (ms: number) => {
      now += ms;
    },
    async start(more: Partial<NewGame> = {}): Promise<QuizGame> {
      const wish: NewGame = {
        id: 'game',
        guildId: 'guild',
        channelId: 'channel',
        locale: 'en',
        mode: 'buttons',
        limitMs: 20 * SECOND,
        isDaily: false,
        startedBy: 'ada',
        questions: [1, 2, 3].map(question),
        startedAt: now,
        ...more,
      };
      const game = await store.transaction((tx) => startQuiz(tx, wish));
      if (!game) throw new Error('a game runs there already');
      return game;
    },
    game: async (id = 'game') => {
      const game = await store.quiz.game(id);
      if (!game) throw new Error('no such game');
      return game;
    },
    /** The relay delivers all that is due. */
    async deliver() {
      for (const { key, posted, revision } of await store.outbox.claim('relay', 99, now, 30 * SECOND)) {
        const post = posts.get(key) ?? { posted: 0, edited: 0, at: now };
        posts.set(key, posted ? { ...post, edited: post.edited + 1 } : { ...post, posted: post.posted + 1 });
        await store.outbox.sent(key, { messageId: key, channelId: 'channel', revision, digest: `${revision}` }, now);
      }
    },
    answer: (userId: string, at: number, option: number) =>
      store.quiz.answer({ gameId: 'game', at, userId, option, answeredAt: now, isRight: option === 1 }),
    answersTo: async (at: number): Promise<readonly QuizAnswer[]> =>
      (await store.quiz.answers('game')).filter((answer) => answer.at === at),
    key: (part: number | 'end') => postKey('game', part),
  };
  return room;
}

export class Killed extends Error {}

/** A store whose process is killed at its n-th call: before what it asks is done, or right after. */
export function mortal(store: Store, killedAt: number): QuizStores {
  let calls = 0;
  const alive = <Room extends object>(room: Room): Room =>
    new Proxy(room, {
      get(target, name, receiver) {
        const call: unknown = Reflect.get(target, name, receiver);
        if (typeof call !== 'function') return call;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls >= killedAt && killedAt % 2 === 0) throw new Killed();
          const done: unknown = await Reflect.apply(call, target, args);
          if (calls >= killedAt) throw new Killed();
          return done;
        };
      },
    });
  const committed = alive({ transaction: store.transaction });
  return {
    quiz: alive(store.quiz),
    outbox: alive(store.outbox),
    transaction: (work) =>
      committed.transaction((tx) => work({ quiz: alive(tx.quiz), outbox: alive(tx.outbox) })) as never,
  };
}
