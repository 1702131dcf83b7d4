import type { CardStore } from '../live/match-store.ts';
import type { Engine } from './engine.ts';

export function cardStore({ db }: Engine): CardStore {
  return {
    async of(matchId) {
      const row = await db.selectFrom('cards').selectAll().where('match_id', '=', matchId).executeTakeFirst();
      if (!row) return undefined;
      return {
        generation: row.generation,
        since: row.since,
        refreshedAt: row.refreshed_at,
        audience: row.audience,
      };
    },

    async save(matchId, { generation, since, refreshedAt, audience }) {
      const run = { generation, since, refreshed_at: refreshedAt, audience };
      await db
        .insertInto('cards')
        .values({ match_id: matchId, ...run })
        .onConflict((conflict) => conflict.column('match_id').doUpdateSet(run))
        .execute();
    },

    async forget(matchId) {
      await db.deleteFrom('cards').where('match_id', '=', matchId).execute();
    },
  };
}
