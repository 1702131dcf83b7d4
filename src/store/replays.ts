import type { ReplayStore } from '../live/replay.ts';
import type { Engine } from './engine.ts';

export function replayStore({ db }: Engine): ReplayStore {
  return {
    async add({ id, matchId, guildId, threadId, userId, speed, startedAt }) {
      await db
        .insertInto('replays')
        .values({
          id,
          match_id: matchId,
          guild_id: guildId,
          thread_id: threadId,
          user_id: userId,
          speed,
          started_at: startedAt,
        })
        .execute();
    },

    async remove(id) {
      await db.deleteFrom('replays').where('id', '=', id).execute();
    },

    async all() {
      const rows = await db.selectFrom('replays').selectAll().orderBy('started_at').execute();
      return rows.map((row) => ({
        id: row.id,
        matchId: row.match_id,
        guildId: row.guild_id,
        threadId: row.thread_id,
        userId: row.user_id,
        speed: row.speed,
        startedAt: row.started_at,
      }));
    },
  };
}
