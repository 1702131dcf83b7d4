import type { Log } from '../log.ts';
import { type Instant, SECOND } from '../match/instant.ts';
import type { QuizGame } from './game.ts';
import { endPost, postKey, postSubject, questionPost, unseenAt } from './quiz-posts.ts';
import type { QuizStep, QuizTransaction } from './quiz-store.ts';
import { scoreAnswers, streaksBefore } from './score-answers.ts';

/** How long an answer is left to be read before the next question comes. */
const PAUSE = 6 * SECOND;

/**
 * Takes a game one step on, if one is due: its question has been seen, time is up, the next question or the end comes.
 * False when nothing was to do, or another process did it. To be called in a transaction: a step and its posts are one.
 */
export async function takeStep(tx: QuizTransaction, game: QuizGame, now: Instant, log: Log): Promise<boolean> {
  switch (game.stage) {
    case 'asking': {
      if (game.openedAt !== undefined) return game.dueAt <= now && closeQuestion(tx, game, now);
      const seen = await tx.outbox.posted(postKey(game.id, game.at));
      if (seen) return open(tx, game, seen.at, now);
      return game.dueAt <= now && passOver(tx, game, now, log);
    }
    case 'revealed':
      return game.dueAt <= now && goOn(tx, game, now);
    case 'over':
      return false;
  }
}

/**
 * Ends a game now. What was answered to the question at hand counts. False when it was over already, or has just moved
 * on. To be called in a transaction.
 */
export async function endGame(tx: QuizTransaction, game: QuizGame, now: Instant): Promise<boolean> {
  if (game.stage === 'over') return false;
  const openedAt = game.openedAt ?? (await tx.outbox.posted(postKey(game.id, game.at)))?.at;
  const ended = await finish(tx, game, now, game.at > 0 || openedAt !== undefined);
  if (ended && game.stage === 'asking') await settleQuestion(tx, { ...game, ...(openedAt && { openedAt }) }, now);
  return ended;
}

/** Its time runs from now on. Whoever comes by hours later is to read when it closes, not how long it was open for. */
async function open({ quiz, outbox }: QuizTransaction, game: QuizGame, seen: Instant, now: Instant): Promise<boolean> {
  const opened = await quiz.move(game, { ...game, openedAt: seen, dueAt: seen + game.limitMs });
  if (opened && game.isDaily) await outbox.revise([postSubject(game.id, game.at)], now);
  return opened;
}

/** Time is up. A daily question is the whole of its game. */
async function closeQuestion(tx: QuizTransaction, game: QuizGame, now: Instant): Promise<boolean> {
  const revealed: QuizStep = { ...game, stage: 'revealed', dueAt: now + PAUSE };
  const closed = game.isDaily ? await finish(tx, game, now, true) : await tx.quiz.move(game, revealed);
  if (closed) await settleQuestion(tx, game, now);
  return closed;
}

async function settleQuestion({ quiz, outbox }: QuizTransaction, game: QuizGame, now: Instant): Promise<void> {
  const { id, at, limitMs } = game;
  const all = await quiz.answers(id);
  const answers = all.filter((answer) => answer.at === at);
  // Nobody answers before the question stands; the first to do so says when it did, where that was not noted yet.
  const openedAt = game.openedAt ?? Math.min(...answers.map(({ answeredAt }) => answeredAt));
  await quiz.score(game, scoreAnswers({ answers, openedAt, limitMs, streaks: streaksBefore(at, all) }), now);
  await outbox.revise([postSubject(id, at)], now);
}

function goOn(tx: QuizTransaction, game: QuizGame, now: Instant): Promise<boolean> {
  return game.at + 1 < game.questions.length ? ask(tx, game, game.at + 1, now) : finish(tx, game, now, true);
}

async function ask({ quiz, outbox }: QuizTransaction, game: QuizGame, at: number, now: Instant): Promise<boolean> {
  const moved = await quiz.move(game, { at, stage: 'asking', dueAt: unseenAt(game, now) });
  if (moved) await outbox.enqueue([questionPost(game, at, now)], now);
  return moved;
}

async function finish(
  { quiz, outbox }: QuizTransaction,
  game: QuizGame,
  now: Instant,
  wasSeen: boolean,
): Promise<boolean> {
  const { at, openedAt } = game;
  const moved = await quiz.move(game, { at, stage: 'over', ...(openedAt && { openedAt }), dueAt: now });
  if (moved && wasSeen) await outbox.enqueue([endPost(game, now)], now);
  return moved;
}

/** Nobody has seen the question. Where that was so of the one before too, the channel cannot be posted to. */
async function passOver(tx: QuizTransaction, game: QuizGame, now: Instant, log: Log): Promise<boolean> {
  const { id, at, channelId } = game;
  const wasSeenBefore = at > 0 && (await tx.outbox.posted(postKey(id, at - 1))) !== undefined;
  const isLost = at > 0 && !wasSeenBefore;
  const passed =
    isLost || at + 1 === game.questions.length
      ? await finish(tx, game, now, wasSeenBefore)
      : await ask(tx, game, at + 1, now);
  if (!passed) return false;
  // If it stands there after all, it must not look as if it could be answered.
  await tx.outbox.revise([postSubject(id, at)], now);
  log.warn(
    { channelId, game: id, at },
    isLost
      ? 'A quiz ends: its channel cannot be posted to.'
      : 'A question of a quiz was not seen in time; it is passed over.',
  );
  return true;
}
