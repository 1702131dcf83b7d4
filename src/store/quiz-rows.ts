import type { Insertable, Selectable } from 'kysely';
import type { QuizAnswer, QuizGame, QuizStanding } from '../quiz/game.ts';
import type { Question } from '../quiz/question.ts';
import type { Schema } from './schema.ts';

export function gameRow(game: QuizGame): Insertable<Schema['quiz_games']> {
  return {
    id: game.id,
    guild_id: game.guildId,
    channel_id: game.channelId,
    locale: game.locale,
    mode: game.mode,
    limit_ms: game.limitMs,
    is_daily: game.isDaily ? 1 : 0,
    started_by: game.startedBy ?? null,
    questions: JSON.stringify(game.questions),
    started_at: game.startedAt,
    at: game.at,
    stage: game.stage,
    opened_at: game.openedAt ?? null,
    due_at: game.dueAt,
  };
}

export function gameOf(row: Selectable<Schema['quiz_games']>, questions: readonly Question[]): QuizGame {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    locale: row.locale,
    mode: row.mode,
    limitMs: row.limit_ms,
    isDaily: row.is_daily === 1,
    ...(row.started_by !== null && { startedBy: row.started_by }),
    questions,
    startedAt: row.started_at,
    at: row.at,
    stage: row.stage,
    ...(row.opened_at !== null && { openedAt: row.opened_at }),
    dueAt: row.due_at,
  };
}

export function answerOf(row: Selectable<Schema['quiz_answers']>): QuizAnswer {
  return {
    gameId: row.game_id,
    at: row.at,
    userId: row.user_id,
    option: row.option,
    answeredAt: row.answered_at,
    isRight: row.is_right === 1,
    ...(row.points !== null && { points: row.points }),
    ...(row.streak !== null && { streak: row.streak }),
  };
}

/** A line of a leaderboard as it is read. */
interface Line {
  readonly user_id: string;
  readonly rank: number;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
  readonly streak: number | null;
}

/** Sums come as numbers from one engine and as text from the other. */
export function standingOf({ user_id, rank, points, right, answered, streak }: Line): QuizStanding {
  return {
    rank: Number(rank),
    userId: user_id,
    points: Number(points),
    right: Number(right),
    answered: Number(answered),
    streak: Number(streak ?? 0),
  };
}
