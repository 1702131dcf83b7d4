import type { Kysely, Migration } from 'kysely';
import type { Engine } from '../engine.ts';

/** Quiz games, their answers, and schedules of two kinds. */
export function quizMigration(kind: Engine['kind']): Migration {
  return {
    async up(db) {
      if (kind === 'postgres') return build(db, kind);
      // Kysely runs what changes tables outside a transaction where it is SQLite's; nothing of this may be left half done.
      const tables = await db.introspection.getTables();
      if (tables.some(({ name }) => name === 'quiz_games')) return;
      await db.transaction().execute((tx) => build(tx, kind));
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own time, and no others.
async function build(db: Kysely<any>, kind: Engine['kind']): Promise<void> {
  const create = db.schema;
  await create
    .createTable('quiz_games')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('limit_ms', 'integer', (c) => c.notNull())
    .addColumn('is_daily', 'integer', (c) => c.notNull())
    .addColumn('started_by', 'text')
    .addColumn('questions', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'bigint')
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .execute();
  const running = (name: string, columns: string[]) =>
    create.createIndex(name).on('quiz_games').columns(columns).where('stage', '<>', 'over');
  await running('one_quiz_a_channel', ['channel_id', 'is_daily']).unique().execute();
  await running('quiz_games_due', ['due_at']).execute();
  await create.createIndex('quiz_games_by_guild').on('quiz_games').columns(['guild_id', 'started_at']).execute();
  await create
    .createTable('quiz_answers')
    .addColumn('game_id', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('option', 'integer', (c) => c.notNull())
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .addColumn('is_right', 'integer', (c) => c.notNull())
    .addColumn('points', 'integer')
    .addColumn('streak', 'integer')
    .addColumn('closed_at', 'bigint')
    .addPrimaryKeyConstraint('one_answer', ['game_id', 'at', 'user_id'])
    .execute();
  await create.createIndex('quiz_answers_by_guild').on('quiz_answers').columns(['guild_id', 'closed_at']).execute();
  if (kind === 'postgres') await addKind(db);
  else await rebuildSchedules(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
async function addKind({ schema }: Kysely<any>): Promise<void> {
  const schedules = () => schema.alterTable('schedules');
  await schedules()
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('fact'))
    .execute();
  await schedules().dropConstraint('schedules_channel_id_key').execute();
  await schedules().addUniqueConstraint('one_schedule_a_kind', ['channel_id', 'kind']).execute();
}

/** SQLite cannot take a table's constraint away: a new table takes the rows over, with their ids. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
async function rebuildSchedules(db: Kysely<any>): Promise<void> {
  const create = db.schema;
  await create
    .createTable('schedules_of_kinds')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('fact'))
    .addColumn('cron', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_run', 'bigint')
    .addColumn('paused_reason', 'text')
    .addColumn('paused_at', 'bigint')
    .addUniqueConstraint('one_schedule_a_kind', ['channel_id', 'kind'])
    .execute();
  const kept = [
    'id',
    'guild_id',
    'channel_id',
    'cron',
    'time_zone',
    'locale',
    'created_at',
    'last_run',
    'paused_reason',
    'paused_at',
  ];
  await db
    .insertInto('schedules_of_kinds')
    .columns(kept)
    .expression((from) => from.selectFrom('schedules').select(kept))
    .execute();
  await create.dropTable('schedules').execute();
  await create.alterTable('schedules_of_kinds').renameTo('schedules').execute();
  await create.createIndex('schedules_by_guild').on('schedules').column('guild_id').execute();
}
