import type { Engine } from './engine.ts';
import type { ClaimStore } from './store.ts';

export function claimStore({ db }: Engine): ClaimStore {
  return {
    async take(key, now) {
      const result = await db
        .insertInto('runs')
        .values({ key, won_at: now })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    async prune(before) {
      await db.deleteFrom('runs').where('won_at', '<', before).execute();
    },
  };
}
