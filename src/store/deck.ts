import type { DeckStore, ManyDecks } from '../facts/deck.ts';
import type { Instant } from '../match/instant.ts';
import type { Engine } from './engine.ts';

/** Channels of one statement: SQLite takes 32,766 values at a time, and a deal has four. */
const CHUNK = 1_000;

export function deckStore({ db }: Engine): DeckStore & ManyDecks {
  return {
    async dealt(channelId) {
      const rows = await db
        .selectFrom('deals')
        .select(['round', 'fact_id'])
        .where('channel_id', '=', channelId)
        .where('round', '=', (deals) =>
          deals
            .selectFrom('deals')
            .select(({ fn }) => fn.max('round').as('round'))
            .where('channel_id', '=', channelId),
        )
        .orderBy('seq')
        .execute();
      return { round: rows[0]?.round ?? 1, factIds: rows.map((row) => row.fact_id) };
    },

    async deal(channelId, round, factId, now) {
      const result = await db
        .insertInto('deals')
        .values({ channel_id: channelId, round, fact_id: factId, dealt_at: now })
        .onConflict((conflict) => conflict.columns(['channel_id', 'round', 'fact_id']).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    async lastDealt(channelIds, factIds) {
      const dealt = new Map<string, Map<string, Instant>>();
      if (factIds.length === 0) return dealt;
      for (const channels of chunksOf(channelIds)) {
        const rows = await db
          .selectFrom('deals')
          .select(['channel_id', 'fact_id', ({ fn }) => fn.max('dealt_at').as('at')])
          .where('channel_id', 'in', channels)
          .where('fact_id', 'in', factIds)
          .groupBy(['channel_id', 'fact_id'])
          .execute();
        for (const { channel_id, fact_id, at } of rows) {
          const ofChannel = dealt.get(channel_id) ?? new Map<string, Instant>();
          dealt.set(channel_id, ofChannel.set(fact_id, at));
        }
      }
      return dealt;
    },

    async dealtInServer(guildId, channelId, since) {
      const rows = await db
        .selectFrom('deals')
        .select('fact_id')
        .distinct()
        .where('channel_id', 'in', (places) =>
          places
            .selectFrom('subscriptions')
            .select('channel_id')
            .where('guild_id', '=', guildId)
            .union(places.selectFrom('schedules').select('channel_id').where('guild_id', '=', guildId)),
        )
        .where('channel_id', '<>', channelId)
        .where('dealt_at', '>', since)
        .execute();
      return new Set(rows.map(({ fact_id }) => fact_id));
    },

    async scheduledSince(since) {
      const rows = await db
        .selectFrom('schedules as s')
        .innerJoin('deals as d', 'd.channel_id', 's.channel_id')
        .select(['s.guild_id', 'd.fact_id'])
        .where('s.kind', '=', 'fact')
        .where('s.last_run', '>', since)
        .where('d.dealt_at', '>', since)
        .execute();
      const dealt = new Map<string, Set<string>>();
      for (const { guild_id, fact_id } of rows)
        if (guild_id !== null) dealt.set(guild_id, (dealt.get(guild_id) ?? new Set()).add(fact_id));
      return dealt;
    },

    async dealEach(deals, now) {
      for (const some of chunksOf(deals)) {
        const channels = [...new Set(some.map(({ channelId }) => channelId))];
        const rows = await db
          .selectFrom('deals')
          .select(['channel_id', ({ fn }) => fn.max('round').as('round')])
          .where('channel_id', 'in', channels)
          .groupBy('channel_id')
          .execute();
        const rounds = new Map(rows.map(({ channel_id, round }) => [channel_id, round]));
        const values = some.map(({ channelId, factId }) => ({
          ...{ channel_id: channelId, round: rounds.get(channelId) ?? 1 },
          ...{ fact_id: factId, dealt_at: now },
        }));
        await db
          .insertInto('deals')
          .values(values)
          .onConflict((conflict) => conflict.columns(['channel_id', 'round', 'fact_id']).doNothing())
          .execute();
      }
    },
  };
}

function chunksOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) => all.slice(n * CHUNK, (n + 1) * CHUNK));
}
