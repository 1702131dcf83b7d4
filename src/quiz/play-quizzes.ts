import { randomUUID } from 'node:crypto';
import type { Clock, Instant } from '../match/instant.ts';
import type { QuizGame } from './game.ts';
import type { Question } from './question.ts';
import type { QuizMaster } from './quiz-master.ts';
import { postKey } from './quiz-posts.ts';
import type { AnswerOutcome, GivenAnswer, Leaderboard, QuizPosted, QuizStores } from './quiz-store.ts';
import { startQuiz } from './start-quiz.ts';

/** A game that somebody wishes to play. */
export interface QuizWish
  extends Pick<QuizGame, 'guildId' | 'channelId' | 'locale' | 'mode' | 'limitMs'>,
    Required<Pick<QuizGame, 'startedBy'>> {
  /** A club's id; without one, questions are about the match that matters and some big clubs. */
  readonly about?: string;
  readonly count: number;
}

/** A game that runs, and where its latest post stands. */
export interface RunningQuiz {
  readonly game: QuizGame;
  readonly post?: QuizPosted;
}

export type QuizStart =
  | { readonly ok: true; readonly game: QuizGame }
  | { readonly ok: false; readonly reason: 'running'; readonly running: RunningQuiz }
  | { readonly ok: false; readonly reason: 'nothing-to-ask' };

export interface QuizService {
  /** `takeTime` is awaited when nothing is in the way, before questions are made: the longest work there is. */
  start(wish: QuizWish, takeTime: () => Promise<void>): Promise<QuizStart>;
  game(id: string): Promise<QuizGame | undefined>;
  /** The game that runs in a channel, or else its question of the day. */
  running(channelId: string): Promise<RunningQuiz | undefined>;
  answer(answer: GivenAnswer): Promise<AnswerOutcome>;
  /** False when it was over already. */
  end(gameId: string): Promise<boolean>;
  leaderboard(guildId: string, since: Instant, limit: number, userId: string): Promise<Leaderboard>;
  /** Questions about a club (by id), or about what matters to a server; fewer than wished, or none, where little is known. */
  questions(about: string | undefined, guildId: string, count: number): Promise<readonly Question[]>;
}

export interface QuizServiceOptions {
  readonly store: QuizStores;
  readonly master: Pick<QuizMaster, 'wake' | 'end' | 'noteAnswer'>;
  readonly clock: Clock;
  readonly questions: QuizService['questions'];
  /** Called after something was written that the relay has to take on. */
  onWork(): void;
}

/** Starts games, takes answers and ends games, for whoever asks. */
export function quizService({ store, master, clock, questions, onWork }: QuizServiceOptions): QuizService {
  async function running(channelId: string): Promise<RunningQuiz | undefined> {
    const [game] = await store.quiz.running(channelId);
    const post = game && (await store.outbox.posted(postKey(game.id, game.at)));
    return game && { game, ...(post && { post }) };
  }

  /** A question of the day leaves room for a game. */
  async function inTheWay(channelId: string): Promise<RunningQuiz | undefined> {
    const there = await running(channelId);
    return there?.game.isDaily ? undefined : there;
  }

  return {
    async start({ about, count, ...wish }, takeTime) {
      // Looked at before the questions are made, and again by the write that starts it.
      const before = await inTheWay(wish.channelId);
      if (before) return { ok: false, reason: 'running', running: before };
      await takeTime();
      const asked = await questions(about, wish.guildId, count);
      if (asked.length === 0) return { ok: false, reason: 'nothing-to-ask' };
      const fresh = { ...wish, id: randomUUID(), isDaily: false, questions: asked, startedAt: clock.now() };
      const game = await store.transaction((tx) => startQuiz(tx, fresh));
      const other = game ? undefined : await inTheWay(wish.channelId);
      if (other) return { ok: false, reason: 'running', running: other };
      if (!game) return { ok: false, reason: 'nothing-to-ask' };
      onWork();
      master.wake();
      return { ok: true, game };
    },
    game: store.quiz.game,
    running,
    async answer(answer) {
      const outcome = await store.quiz.answer(answer);
      if (outcome.taken && outcome.before === undefined) master.noteAnswer({ id: answer.gameId, at: answer.at });
      return outcome;
    },
    end: (gameId) => master.end(gameId),
    leaderboard: store.quiz.leaderboard,
    questions,
  };
}
