import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { clubCodesMigration } from './migrations/club-codes.ts';
import { firstMigration } from './migrations/first.ts';
import { followLiveMigration } from './migrations/follow-live.ts';
import { quizMigration } from './migrations/quiz.ts';
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
  return {
    '0001-first': firstMigration(kind),
    '0002-follow-live': followLiveMigration,
    '0003-quiz': quizMigration(kind),
    '0004-club-codes': clubCodesMigration,
  };
}
