import { type Selectable, sql } from 'kysely';
import type { QuizGame } from '../quiz/game.ts';
import type { Question } from '../quiz/question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { atomically, type Engine } from './engine.ts';
import { readJson } from './json.ts';
import { answerOf, gameOf, gameRow, standingOf } from './quiz-rows.ts';
import type { Schema } from './schema.ts';

export function quizStore(engine: Engine): QuizStore {
  const { db, log } = engine;
  const games = () => db.selectFrom('quiz_games').selectAll();
  const read = (rows: readonly Selectable<Schema['quiz_games']>[]): readonly QuizGame[] =>
    rows.flatMap((row) => {
      const questions = readJson<readonly Question[]>(row.questions, `quiz ${row.id}`, log);
      return questions ? [gameOf(row, questions)] : [];
    });

  return {
    async add(game) {
      const result = await db
        .insertInto('quiz_games')
        .values(gameRow(game))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    game: async (id) => read(await games().where('id', '=', id).execute())[0],

    running: async (channelId) =>
      read(
        await games().where('channel_id', '=', channelId).where('stage', '<>', 'over').orderBy('is_daily').execute(),
      ),

    due: async (now, limit) =>
      read(
        await games().where('stage', '<>', 'over').where('due_at', '<=', now).orderBy('due_at').limit(limit).execute(),
      ),

    unseen: async () => read(await games().where('stage', '=', 'asking').where('opened_at', 'is', null).execute()),

    async nextDue() {
      const row = await db
        .selectFrom('quiz_games')
        .select(({ fn }) => fn.min<number | null>('due_at').as('due'))
        .where('stage', '<>', 'over')
        .executeTakeFirst();
      return row?.due ?? undefined;
    },

    async move(from, { at, stage, openedAt, dueAt }) {
      const result = await db
        .updateTable('quiz_games')
        .set({ at, stage, opened_at: openedAt ?? null, due_at: dueAt })
        .where('id', '=', from.id)
        .where('at', '=', from.at)
        .where('stage', '=', from.stage)
        .where('opened_at', from.openedAt === undefined ? 'is' : '=', from.openedAt ?? null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    answer: (answer) =>
      atomically(engine, async (tx) => {
        const { gameId, at, userId, option, answeredAt, isRight } = answer;
        const open = await tx.db
          .selectFrom('quiz_games')
          .select('guild_id')
          .where('id', '=', gameId)
          .where('at', '=', at)
          .where('stage', '=', 'asking')
          .where('due_at', '>', answeredAt)
          // Whoever closes the question waits until this answer is written, and none is written after that.
          .$if(tx.kind === 'postgres', (query) => query.forShare())
          .executeTakeFirst();
        if (!open) return { taken: false };
        const before = await tx.db
          .selectFrom('quiz_answers')
          .select('option')
          .where('game_id', '=', gameId)
          .where('at', '=', at)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        if (before?.option !== option) {
          const given = { option, answered_at: answeredAt, is_right: isRight ? 1 : 0 };
          await tx.db
            .insertInto('quiz_answers')
            .values({ game_id: gameId, at, user_id: userId, guild_id: open.guild_id, ...given })
            .onConflict((conflict) => conflict.columns(['game_id', 'at', 'user_id']).doUpdateSet(given))
            .execute();
        }
        return { taken: true, ...(before && { before: before.option }) };
      }),

    async answers(gameId) {
      const rows = await db
        .selectFrom('quiz_answers')
        .selectAll()
        .where('game_id', '=', gameId)
        .orderBy('at')
        .orderBy('answered_at')
        .orderBy('user_id')
        .execute();
      return rows.map(answerOf);
    },

    score: (game, scored, closedAt) =>
      atomically(engine, async (tx) => {
        for (const { at, userId, points = 0, streak = 0 } of scored) {
          await tx.db
            .updateTable('quiz_answers')
            .set({ points, streak, closed_at: closedAt })
            .where('game_id', '=', game.id)
            .where('at', '=', at)
            .where('user_id', '=', userId)
            .where('closed_at', 'is', null)
            .execute();
        }
      }),

    async leaderboard(guildId, since, limit, userId) {
      const lines = await db
        .with('totals', (with_) =>
          with_
            .selectFrom('quiz_answers')
            .select(({ fn }) => [
              'user_id',
              fn.sum<number>('points').as('points'),
              fn.sum<number>('is_right').as('right'),
              fn.countAll<number>().as('answered'),
              fn.max<number | null>('streak').as('streak'),
            ])
            .where('guild_id', '=', guildId)
            .where('closed_at', '>=', since)
            .groupBy('user_id'),
        )
        .with('ranked', (with_) =>
          with_
            .selectFrom('totals')
            .selectAll()
            .select(sql<number>`rank() over (order by points desc)`.as('rank'))
            .select(
              sql<number>`row_number() over (order by points desc, ${sql.ref('right')} desc, user_id)`.as('line'),
            ),
        )
        .selectFrom('ranked')
        .selectAll()
        .where(({ eb, or }) => or([eb('line', '<=', limit), eb('user_id', '=', userId)]))
        .orderBy('line')
        .execute();
      const standings = lines.map((line) => ({ line: Number(line.line), standing: standingOf(line) }));
      const own = standings.find(({ standing }) => standing.userId === userId)?.standing;
      const top = standings.flatMap(({ line, standing }) => (line <= limit ? [standing] : []));
      return { top, ...(own && { own }) };
    },

    async asked(guildId, since) {
      const rows = await games().where('guild_id', '=', guildId).where('started_at', '>=', since).execute();
      return read(rows).flatMap(({ questions }) => questions);
    },

    async prune(before) {
      await db.deleteFrom('quiz_games').where('stage', '=', 'over').where('due_at', '<', before).execute();
    },
  };
}
