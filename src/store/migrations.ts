import { type AlterTableBuilder, type CreateTableBuilder, type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { quizMigration } from './quiz-migration.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/** Brings a database to this version of Tifo; one that a newer Tifo has written is refused before anything changes. */
export async function migrate({ db, kind }: Pick<Engine, 'db' | 'kind'>): Promise<void> {
  const migrations = migrationsFor(kind);
  const schema = kind === 'postgres' ? await currentSchema(db) : undefined;
  await refuseNewer(db, Object.keys(migrations), schema);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function currentSchema(db: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? undefined;
}

async function refuseNewer(db: Kysely<Schema>, known: readonly string[], schema: string | undefined): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const history = tables.find(({ name, schema: in_ }) => name === 'kysely_migration' && (!schema || in_ === schema));
  if (!history) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (rows.every(({ name }) => known.includes(name))) return;
  throw new StoreError(
    'newer-version',
    'The database was written by a newer Tifo. Update Tifo, or point DATABASE_URL at another database; it was left as it is.',
  );
}

/** Every migration, oldest first. One that was released is never changed: add the next one. */
function migrationsFor(kind: Engine['kind']): Record<string, Migration> {
  /** A table whose rows are numbered as they come. */
  const numbered = <Name extends string>(table: CreateTableBuilder<Name>, column: string) =>
    kind === 'postgres'
      ? table.addColumn(column, 'bigserial', (c) => c.primaryKey())
      : table.addColumn(column, 'integer', (c) => c.primaryKey().autoIncrement());

  return {
    '0001-first': {
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
    },
    '0002-follow-live': {
      async up(db) {
        const create = db.schema;
        const alter = (table: string, add: (t: AlterTableBuilder) => { execute(): Promise<void> }) =>
          add(create.alterTable(table)).execute();
        await alter('subscriptions', (t) => t.addColumn('hears', 'text', (c) => c.notNull().defaultTo(EVERYTHING)));
        await alter('subscriptions', (t) => t.addColumn('delay_ms', 'integer', (c) => c.notNull().defaultTo(0)));
        await alter('subscriptions', (t) => t.addColumn('spoilers', 'text', (c) => c.notNull().defaultTo('show')));
        await alter('subscriptions', (t) => t.addColumn('thread', 'integer', (c) => c.notNull().defaultTo(0)));
        await alter('subscriptions', (t) => t.addColumn('ping_role', 'text'));
        await alter('deliveries', (t) => t.addColumn('spoilers', 'text', (c) => c.notNull().defaultTo('show')));
        // A number of eight bytes, as what it is added to is.
        await alter('deliveries', (t) => t.addColumn('delay_ms', 'bigint', (c) => c.notNull().defaultTo(0)));
        for (const counter of ['turn', 'revision'])
          await alter('deliveries', (t) => t.addColumn(counter, 'integer', (c) => c.notNull().defaultTo(0)));
        for (const text of ['in_thread', 'reply_to', 'replaces', 'ping_role', 'digest', 'posted_in'])
          await alter('deliveries', (t) => t.addColumn(text, 'text'));
        for (const instant of ['posted_at', 'again_at'])
          await alter('deliveries', (t) => t.addColumn(instant, 'bigint'));
        await create.dropIndex('deliveries_waiting').execute();
        const order: string[] = ['turn', 'not_before', 'seq'];
        await create
          .createIndex('deliveries_waiting_by_turn')
          .on('deliveries')
          .columns(order)
          .where('settled_at', 'is', null)
          .execute();
        await create
          .createIndex('deliveries_by_subject')
          .on('deliveries')
          .columns(['subject_kind', 'subject_id'])
          .execute();
        await alter('news', (t) => t.addColumn('match_id', 'text'));
        await alter('news', (t) => t.addColumn('at', 'bigint'));
        await create.createIndex('news_by_match').on('news').columns(['match_id', 'at']).execute();
        await create.createIndex('news_by_age').on('news').column('at').execute();
        await create
          .createTable('moments')
          .addColumn('match_id', 'text', (c) => c.notNull())
          .addColumn('at', 'bigint', (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addPrimaryKeyConstraint('one_moment', ['match_id', 'at'])
          .execute();
        await create
          .createTable('cards')
          .addColumn('match_id', 'text', (c) => c.primaryKey())
          .addColumn('generation', 'integer', (c) => c.notNull())
          .addColumn('since', 'bigint', (c) => c.notNull())
          .addColumn('refreshed_at', 'bigint', (c) => c.notNull())
          .addColumn('audience', 'text', (c) => c.notNull())
          .execute();
        await create
          .createTable('leases')
          .addColumn('name', 'text', (c) => c.primaryKey())
          .addColumn('holder', 'text', (c) => c.notNull())
          .addColumn('until', 'bigint', (c) => c.notNull())
          .execute();
        await create
          .createTable('replays')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('match_id', 'text', (c) => c.notNull())
          .addColumn('guild_id', 'text', (c) => c.notNull())
          .addColumn('thread_id', 'text', (c) => c.notNull())
          .addColumn('user_id', 'text', (c) => c.notNull())
          .addColumn('speed', 'integer', (c) => c.notNull())
          .addColumn('started_at', 'bigint', (c) => c.notNull())
          .execute();
        await create
          .createTable('calendar')
          .addColumn('guild_id', 'text', (c) => c.notNull())
          .addColumn('match_id', 'text', (c) => c.notNull())
          .addColumn('event_id', 'text')
          .addColumn('entry', 'text', (c) => c.notNull())
          .addColumn('settled', 'integer', (c) => c.notNull().defaultTo(0))
          .addPrimaryKeyConstraint('one_entry', ['match_id', 'guild_id'])
          .execute();
        await create
          .createTable('results')
          .addColumn('competition', 'text', (c) => c.notNull())
          .addColumn('season', 'text', (c) => c.notNull())
          .addColumn('home', 'text', (c) => c.notNull())
          .addColumn('away', 'text', (c) => c.notNull())
          .addColumn('result', 'text', (c) => c.notNull())
          .addPrimaryKeyConstraint('one_result', ['competition', 'season', 'home', 'away'])
          .execute();
        const open: string[] = ['match_id'];
        await create.createIndex('calendar_open').on('calendar').columns(open).where('settled', '=', 0).execute();
      },
    },
    '0003-quiz': quizMigration(kind),
  };
}

/** What channels heard that followed before there was a choice. */
const EVERYTHING = JSON.stringify([
  'goals',
  'penalties',
  'red-cards',
  'yellow-cards',
  'substitutions',
  'chances',
  'phases',
  'line-ups',
  'card',
]);
