import type { ExpressionBuilder, Selectable } from 'kysely';
import { NEWS_GROUPS, type NewsGroup } from '../match/news.ts';
import type { FollowTarget, Hearing, Subscription, SubscriptionStore } from '../subscriptions/subscription.ts';
import { atomically, type Engine } from './engine.ts';
import { pauseChannel, pausedOf, resumeChannel } from './pause.ts';
import type { Schema } from './schema.ts';

export function subscriptionStore(engine: Engine): SubscriptionStore {
  const { db } = engine;
  return {
    follow: (wish) =>
      atomically(engine, async (tx) => {
        const { channelId, target } = wish;
        const hearing = hearingRow(wish);
        const before = await tx.db
          .selectFrom('subscriptions')
          .selectAll()
          .where('channel_id', '=', channelId)
          .where(isTarget(target))
          .executeTakeFirst();
        await resumeChannel(tx, channelId);
        const row = await tx.db
          .insertInto('subscriptions')
          .values({
            guild_id: wish.guildId ?? null,
            channel_id: channelId,
            target_kind: target.kind,
            target_id: target.id,
            ...hearing,
            created_at: wish.createdAt,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['channel_id', 'target_kind', 'target_id'])
              .doUpdateSet({ ...hearing, created_at: wish.createdAt }),
          )
          .returningAll()
          .executeTakeFirstOrThrow();
        const outcome = !before ? 'added' : before.paused_reason === null ? 'unchanged' : 'resumed';
        return { subscription: subscriptionOf(row), outcome };
      }),

    hear: (channelId, target, hears) =>
      atomically(engine, async (tx) => {
        const { newest } = await tx.db
          .selectFrom('subscriptions')
          .select(({ fn }) => fn.max<number | null>('created_at').as('newest'))
          .where('channel_id', '=', channelId)
          .executeTakeFirstOrThrow();
        const result = await tx.db
          .updateTable('subscriptions')
          .set({ hears: JSON.stringify(hears), created_at: (newest ?? 0) + 1 })
          .where('channel_id', '=', channelId)
          .where(isTarget(target))
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }),

    async unfollow(channelId, target) {
      const result = await db
        .deleteFrom('subscriptions')
        .where('channel_id', '=', channelId)
        .where(isTarget(target))
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async inGuild(guildId) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('id')
        .execute();
      return rows.map(subscriptionOf);
    },

    async inChannel(channelId) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('channel_id', '=', channelId)
        .orderBy('id')
        .execute();
      return rows.map(subscriptionOf);
    },

    async to(targets) {
      if (targets.length === 0) return [];
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('paused_reason', 'is', null)
        .where((where) => where.or(targets.map((target) => isTarget(target)(where))))
        .orderBy('id')
        .execute();
      return rows.map(subscriptionOf);
    },

    async followedTargets() {
      const rows = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => ['target_kind as kind', 'target_id as id', fn.countAll<number>().as('channels')])
        .where('paused_reason', 'is', null)
        .groupBy(['target_kind', 'target_id'])
        .orderBy('kind')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, channels: Number(row.channels) }));
    },

    async pausedCount() {
      const row = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('paused_reason', 'is not', null)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },

    pauseChannel: (channelId, reason, at) => pauseChannel(engine, channelId, reason, at),
  };
}

function isTarget({ kind, id }: FollowTarget) {
  return (where: ExpressionBuilder<Schema, 'subscriptions'>) => where.and({ target_kind: kind, target_id: id });
}

function hearingRow({ locale, hears, delayMs, spoilers, thread, pingRole }: Hearing) {
  return {
    locale,
    hears: JSON.stringify(hears),
    delay_ms: delayMs,
    spoilers,
    thread: thread ? 1 : 0,
    ping_role: pingRole ?? null,
  };
}

/** A group that this version does not know is left out. */
function hearsOf(text: string): readonly NewsGroup[] {
  const groups: unknown = JSON.parse(text);
  return Array.isArray(groups) ? NEWS_GROUPS.filter((group) => groups.includes(group)) : NEWS_GROUPS;
}

function subscriptionOf(row: Selectable<Schema['subscriptions']>): Subscription {
  return {
    id: String(row.id),
    ...(row.guild_id !== null && { guildId: row.guild_id }),
    channelId: row.channel_id,
    target: { kind: row.target_kind, id: row.target_id },
    locale: row.locale,
    hears: hearsOf(row.hears),
    delayMs: row.delay_ms,
    spoilers: row.spoilers,
    thread: row.thread === 1,
    ...(row.ping_role !== null && { pingRole: row.ping_role }),
    createdAt: row.created_at,
    ...pausedOf(row),
  };
}
