import type { DeckStore } from '../facts/deck.ts';
import type { Engine } from './engine.ts';

export function deckStore({ db }: Engine): DeckStore {
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
  };
}
