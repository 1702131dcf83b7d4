import { SECOND } from '../match/instant.ts';
import type { QuizGame } from './game.ts';
import { questionPost, unseenAt } from './quiz-posts.ts';
import type { QuizTransaction } from './quiz-store.ts';

/** The first question comes a moment after the word that there is a quiz. */
const GET_READY = 3 * SECOND;

/** What a new game is made of. */
export type NewGame = Omit<QuizGame, 'at' | 'stage' | 'openedAt' | 'dueAt'>;

/**
 * Starts a game: it is kept and its first question is put into the outbox. Undefined where the channel has a game already.
 * To be called in a transaction.
 */
export async function startQuiz({ quiz, outbox }: QuizTransaction, wish: NewGame): Promise<QuizGame | undefined> {
  const from = wish.isDaily ? wish.startedAt : wish.startedAt + GET_READY;
  const asking: QuizGame = { ...wish, at: 0, stage: 'asking', dueAt: from };
  const game = { ...asking, dueAt: unseenAt(asking, from) };
  if (!(await quiz.add(game))) return undefined;
  await outbox.enqueue([questionPost(game, 0, from)], wish.startedAt);
  return game;
}
