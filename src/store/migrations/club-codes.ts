import type { Migration } from 'kysely';

/** What was learnt of the providers' ids of teams. */
export const clubCodesMigration: Migration = {
  async up({ schema }) {
    await schema
      .createTable('club_codes')
      // SQLite runs what changes tables outside a transaction: a start that was interrupted may have made it.
      .ifNotExists()
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('club_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('country', 'text')
      .addPrimaryKeyConstraint('one_club_a_code', ['provider', 'code'])
      .execute();
  },
};
