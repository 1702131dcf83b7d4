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

let pglite: PGlite | undefined;
storeSuite('PGlite', async (): Promise<Database> => {
  pglite ??= await PGlite.create();
  const session = pglite;
  const schema = newSchema();
  await session.exec(`create schema ${schema}; set search_path to ${schema}`);
  return {
    open: () =>
      openKyselyStore({ kind: 'postgres', dialect: new PostgresDialect({ pool: pglitePool(session) }), log: SILENT }),
    remove: async () => {
      await session.exec(`drop schema ${schema} cascade`);
    },
  };
});

const url = process.env['TEST_DATABASE_URL'];
if (url) {
  storeSuite('PostgreSQL', async (): Promise<Database> => {
    const schema = newSchema();
    const run = async (sql: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await run(`create schema ${schema}`);
    const inSchema = new URL(url);
    inSchema.searchParams.set('options', `-c search_path=${schema}`);
    return { open: () => openStore(inSchema.href, SILENT), remove: () => run(`drop schema ${schema} cascade`) };
  });
}

function newSchema(): string {
  return `tifo_${randomUUID().replaceAll('-', '')}`;
}
