import type { CreateTableBuilder, Migration } from 'kysely';
import type { Engine } from '../engine.ts';

/** Matches, news, subscriptions, deliveries, schedules, the deck and settings. */
export function firstMigration(kind: Engine['kind']): Migration {
  /** A table whose rows are numbered as they come. */
  const numbered = <Name extends string>(table: CreateTableBuilder<Name>, column: string) =>
    kind === 'postgres'
      ? table.addColumn(column, 'bigserial', (c) => c.primaryKey())
      : table.addColumn(column, 'integer', (c) => c.primaryKey().autoIncrement());

  return {
    async up(db) {
      const create = db.schema;
      await create
        .createTable('match_states')
        .addColumn('match_id', 'text', (c) => c.primaryKey())
        .addColumn('phase', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .execute();
      await create
        .createTable('news')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('news', 'text', (c) => c.notNull())
        .execute();
      await numbered(create.createTable('subscriptions'), 'id')
        .addColumn('guild_id', 'text')
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('target_kind', 'text', (c) => c.notNull())
        .addColumn('target_id', 'text', (c) => c.notNull())
        .addColumn('locale', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('paused_reason', 'text')
        .addColumn('paused_at', 'bigint')
        .addUniqueConstraint('one_wish_a_target', ['channel_id', 'target_kind', 'target_id'])
        .execute();
      await create
        .createIndex('subscriptions_by_target')
        .on('subscriptions')
        .columns(['target_kind', 'target_id'])
        .execute();
      await create.createIndex('subscriptions_by_guild').on('subscriptions').column('guild_id').execute();
      await numbered(create.createTable('deliveries'), 'seq')
        .addColumn('key', 'text', (c) => c.notNull().unique())
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('subject_kind', 'text', (c) => c.notNull())
        .addColumn('subject_id', 'text', (c) => c.notNull())
        .addColumn('locale', 'text', (c) => c.notNull())
        .addColumn('not_before', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('first_tried_at', 'bigint')
        .addColumn('lease_until', 'bigint')
        .addColumn('relay', 'text')
        .addColumn('settled_at', 'bigint')
        .addColumn('outcome', 'text')
        .addColumn('message_id', 'text')
        .addColumn('problem', 'text')
        .execute();
      // What waits is a sliver of what was ever delivered: each look at it has an index of the waiting alone, and the
      // settled have one that cannot be mistaken for it.
      const waiting = (name: string, columns: string[]) =>
        create.createIndex(name).on('deliveries').columns(columns).where('settled_at', 'is', null).execute();
      await waiting('deliveries_waiting', ['seq']);
      await waiting('deliveries_waiting_by_channel', ['channel_id', 'seq']);
      await waiting('deliveries_waiting_by_expiry', ['expires_at']);
      await create
        .createIndex('deliveries_settled')
        .on('deliveries')
        .column('settled_at')
        .where('settled_at', 'is not', null)
        .execute();
      await numbered(create.createTable('schedules'), 'id')
        .addColumn('guild_id', 'text')
        .addColumn('channel_id', 'text', (c) => c.notNull().unique())
        .addColumn('cron', 'text', (c) => c.notNull())
        .addColumn('time_zone', 'text', (c) => c.notNull())
        .addColumn('locale', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('last_run', 'bigint')
        .addColumn('paused_reason', 'text')
        .addColumn('paused_at', 'bigint')
        .execute();
      await create.createIndex('schedules_by_guild').on('schedules').column('guild_id').execute();
      await create
        .createTable('runs')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('won_at', 'bigint', (c) => c.notNull())
        .execute();
      await create.createIndex('runs_by_age').on('runs').column('won_at').execute();
      await numbered(create.createTable('deals'), 'seq')
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('round', 'integer', (c) => c.notNull())
        .addColumn('fact_id', 'text', (c) => c.notNull())
        .addColumn('dealt_at', 'bigint', (c) => c.notNull())
        .addUniqueConstraint('once_a_round', ['channel_id', 'round', 'fact_id'])
        .execute();
      await create
        .createTable('settings')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute();
    },
  };
}
