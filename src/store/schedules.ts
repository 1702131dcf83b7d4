import type { Selectable } from 'kysely';
import { DAY } from '../match/instant.ts';
import type { Schedule, ScheduleStore } from '../schedule/schedule.ts';
import { claimStore } from './claims.ts';
import { atomically, type Engine } from './engine.ts';
import { pausedOf, resumeChannel } from './pause.ts';
import type { Schema } from './schema.ts';

export function scheduleStore(engine: Engine): ScheduleStore {
  const { db } = engine;
  const claims = claimStore(engine);
  return {
    async set(wish) {
      const wished = {
        guild_id: wish.guildId ?? null,
        cron: wish.cron,
        time_zone: wish.timeZone,
        locale: wish.locale,
        created_at: wish.createdAt,
      };
      return atomically(engine, async (tx) => {
        await resumeChannel(tx, wish.channelId);
        const row = await tx.db
          .insertInto('schedules')
          .values({ channel_id: wish.channelId, kind: wish.kind, ...wished })
          .onConflict((conflict) => conflict.columns(['channel_id', 'kind']).doUpdateSet(wished))
          .returningAll()
          .executeTakeFirstOrThrow();
        return scheduleOf(row);
      });
    },

    async remove(channelId, kind) {
      const result = await db
        .deleteFrom('schedules')
        .where('channel_id', '=', channelId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async inChannel(channelId, kind) {
      const row = await db
        .selectFrom('schedules')
        .selectAll()
        .where('channel_id', '=', channelId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return row && scheduleOf(row);
    },

    async inGuild(guildId) {
      const rows = await db.selectFrom('schedules').selectAll().where('guild_id', '=', guildId).orderBy('id').execute();
      return rows.map(scheduleOf);
    },

    async all() {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('paused_reason', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(scheduleOf);
    },

    async claimRun(id, fireTime) {
      const result = await db
        .updateTable('schedules')
        .set({ last_run: fireTime })
        .where('id', '=', Number(id))
        .where((where) => where.or([where('last_run', 'is', null), where('last_run', '<', fireTime)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async winRun(key, now) {
      // A key holds its fire time and never comes back, so that a day later nobody can ask for it again.
      await claims.prune(now - DAY);
      return claims.take(key, now);
    },
  };
}

function scheduleOf(row: Selectable<Schema['schedules']>): Schedule {
  return {
    id: String(row.id),
    kind: row.kind,
    ...(row.guild_id !== null && { guildId: row.guild_id }),
    channelId: row.channel_id,
    cron: row.cron,
    timeZone: row.time_zone,
    locale: row.locale,
    createdAt: row.created_at,
    ...(row.last_run !== null && { lastRun: row.last_run }),
    ...pausedOf(row),
  };
}
