import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { SILENT } from '../../src/log.ts';
import { openKyselyStore } from '../../src/store/kysely-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { pglitePool } from './pglite-pool.ts';
import { type Database, storeSuite } from './store-suite.ts';

storeSuite('SQLite in a file', async (): Promise<Database> => {
  const folder = mkdtempSync(join(tmpdir(), 'tifo-store-'));
  return {
    open: () => openStore(`file:${join(folder, 'tifo.db')}`, SILENT),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});

/** Empties every table of a schema but the list of its migrations, which take longer than most of these tests. */
const emptied = (schema: string) => `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = '${schema}' and tablename not like 'kysely_%' loop
    execute format('truncate table %I.%I cascade', '${schema}', name);
  end loop;
end $$`;

let pglite: PGlite | undefined;
storeSuite('PGlite', async (): Promise<Database> => {
  pglite ??= await PGlite.create();
  const session = pglite;
  return {
    open: () =>
      openKyselyStore({ kind: 'postgres', dialect: new PostgresDialect({ pool: pglitePool(session) }), log: SILENT }),
    remove: async () => {
      await session.exec(emptied('public'));
    },
  };
});

const url = process.env['TEST_DATABASE_URL'];
if (url) {
  const schema = `tifo_${randomUUID().replaceAll('-', '')}`;
  storeSuite('PostgreSQL', async (): Promise<Database> => {
    const run = async (sql: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await run(`create schema if not exists ${schema}`);
    const inSchema = new URL(url);
    inSchema.searchParams.set('options', `-c search_path=${schema}`);
    return { open: () => openStore(inSchema.href, SILENT), remove: () => run(emptied(schema)) };
  });
}
