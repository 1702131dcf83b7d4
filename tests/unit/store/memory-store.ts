import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import { SILENT } from '../../../src/log.ts';
import { openKyselyStore } from '../../../src/store/kysely-store.ts';
import type { Store } from '../../../src/store/store.ts';

/** The real store, in memory. */
export function memoryStore(): Promise<Store> {
  const dialect = new SqliteDialect({ database: new Database(':memory:') });
  return openKyselyStore({ kind: 'sqlite', dialect, log: SILENT });
}
