import type { Engine } from './engine.ts';
import type { ClubCodeStore } from './store.ts';

/** Which clubs the providers' ids of teams were found to mean; what was found first counts. */
export function clubCodeStore({ db }: Engine): ClubCodeStore {
  return {
    async add({ provider, code, club, country = null }) {
      await db
        .insertInto('club_codes')
        .values({ provider, code, club_id: club.id, name: club.name, country })
        .onConflict((conflict) => conflict.columns(['provider', 'code']).doNothing())
        .execute();
    },

    async all() {
      const rows = await db.selectFrom('club_codes').selectAll().orderBy('provider').orderBy('code').execute();
      return rows.map(({ provider, code, club_id, name, country }) => ({
        provider,
        code,
        club: { id: club_id, name },
        ...(country !== null && { country }),
      }));
    },
  };
}
