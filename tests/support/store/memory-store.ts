import Database from 'libsql';
import { SILENT } from '../../../src/log.ts';
import { openKyselyStore } from '../../../src/store/kysely-store.ts';
import { sqliteDialect } from '../../../src/store/sqlite-dialect.ts';
import type { Store } from '../../../src/store/store.ts';

/** The real store, in memory. */
export function memoryStore(): Promise<Store> {
  return openKyselyStore({ kind: 'sqlite', dialect: sqliteDialect(new Database(':memory:')), log: SILENT });
}
