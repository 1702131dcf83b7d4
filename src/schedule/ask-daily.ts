import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { HOUR, type Instant } from '../match/instant.ts';
import type { QuizGame } from '../quiz/game.ts';
import type { Question } from '../quiz/question.ts';
import { startQuiz } from '../quiz/start-quiz.ts';
import type { RunTransaction, Schedule, SchedulingStore } from './schedule.ts';

/** How long a question of the day stays open: until then everybody who passes by has his say. */
const OPEN_FOR = 12 * HOUR;

export interface DailyRun {
  readonly store: SchedulingStore;
  readonly schedule: Schedule;
  readonly fireTime: Instant;
  /** Undefined where there is nothing to ask about. */
  readonly question: Question | undefined;
  readonly now: Instant;
  readonly log: Log;
}

/**
 * Asks a channel its question of the day, in one transaction with the claim of the run. While a game runs there it is put
 * off, and the question of the day before is closed first; false then, and where another process was first.
 */
export function askDaily({ store, schedule, fireTime, question, now, log }: DailyRun): Promise<boolean> {
  const { id, channelId, guildId, locale } = schedule;
  return store.transaction(async (tx) => {
    if (await makeWay(tx, channelId, now)) {
      log.info({ channelId, fireTime }, 'A quiz runs in the channel: its question of the day has to wait.');
      return false;
    }
    if (!(await tx.schedules.claimRun(id, fireTime))) return false;
    if (!question || guildId === undefined) {
      log.warn({ channelId, fireTime }, 'A schedule has no question to ask.');
      return false;
    }
    const game = await startQuiz(tx, {
      id: randomUUID(),
      guildId,
      channelId,
      locale,
      mode: 'buttons',
      limitMs: OPEN_FOR,
      isDaily: true,
      questions: [question],
      startedAt: now,
    });
    return game !== undefined;
  });
}

/** Whether something is still in the way; a question of the day before has its time cut short. */
async function makeWay({ quiz }: RunTransaction, channelId: string, now: Instant): Promise<boolean> {
  const running: readonly QuizGame[] = await quiz.running(channelId);
  for (const game of running) if (game.isDaily && game.dueAt > now) await quiz.move(game, { ...game, dueAt: now });
  return running.length > 0;
}
