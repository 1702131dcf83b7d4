import type { LeaseStore } from '../live/match-store.ts';
import type { Engine } from './engine.ts';

export function leaseStore({ db }: Engine): LeaseStore {
  return {
    async take(name, holder, now, ms) {
      const lease = { holder, until: now + ms };
      const taken = await db
        .insertInto('leases')
        .values({ name, ...lease })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(lease)
            .where(({ eb, or }) => or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now)])),
        )
        .returning('name')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async release(name, holder) {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}

/** Lets go of whatever another process held: deliveries are due again at once, and its work is anybody's. */
export async function endLeases({ db }: Engine): Promise<void> {
  await db.deleteFrom('leases').execute();
  await db.updateTable('deliveries').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
}
