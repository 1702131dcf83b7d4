import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** Lets Kysely use PGlite as it would a pool of one connection: whoever connects next waits for the release. */
export function pglitePool(pglite: PGlite): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const turn = free;
      let release = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await turn;
      return { query: querying(pglite), release };
    },
    async end() {},
  };
}

function querying(pglite: PGlite): PostgresPoolClient['query'] {
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await pglite.query(sql, [...parameters]);
    return { command: sql.trim().split(/\s/, 1)[0]?.toUpperCase(), rowCount: affectedRows ?? 0, rows };
  };
  return query as PostgresPoolClient['query'];
}
