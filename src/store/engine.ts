import type { Kysely, Transaction } from 'kysely';
import type { Log } from '../log.ts';
import type { Schema } from './schema.ts';

/** What every table's store works on: a connection or a running transaction, and which SQL it speaks. */
export interface Engine {
  readonly db: Kysely<Schema>;
  readonly kind: 'sqlite' | 'postgres';
  readonly log: Log;
}

/** Runs `work` in a transaction, or in the one that is already running. */
export function atomically<T>(engine: Engine, work: (tx: Engine) => Promise<T>): Promise<T> {
  if (engine.db.isTransaction) return work(engine);
  return engine.db.transaction().execute((db: Transaction<Schema>) => work({ ...engine, db }));
}
