import type { Log } from '../log.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { openKyselyStore } from './kysely-store.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { explainStoreError } from './store-error.ts';

/**
 * Opens the store that `databaseUrl` names, made and brought up to date where needed: `file:PATH` or `postgres://…`.
 * Throws a StoreError, whose message is for the person who runs Tifo, when that cannot be; nothing is overwritten then.
 */
export async function openStore(databaseUrl: string, log: Log): Promise<Store> {
  const address = parseDatabaseUrl(databaseUrl);
  const where = address.kind === 'sqlite' ? address.path : address.where;
  try {
    if (address.kind === 'postgres') {
      // Most run on SQLite, and need not carry PostgreSQL's driver along.
      const { postgresDialect } = await import('./postgres.ts');
      return await openKyselyStore({ kind: 'postgres', dialect: postgresDialect(address.url, log), log });
    }
    const { dialect, release } = openSqlite(address.path);
    return await openKyselyStore({ kind: 'sqlite', dialect, log, onClose: release });
  } catch (error) {
    throw explainStoreError(error, where);
  }
}
