import type { Dialect } from 'kysely';
import Database from 'libsql';
import { lockOf, realName } from './real-name.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { StoreError } from './store-error.ts';

/**
 * Opens a SQLite file through libsql, alone: a second process is refused, by whatever name it comes. `release` lets the next
 * one in.
 * Throws a StoreError, or the driver's own error.
 */
export function openSqlite(path: string): { readonly dialect: Dialect; readonly release: () => void } {
  const name = realName(path);
  const lock = takeLock(name, path);
  try {
    const database = new Database(name);
    database.exec('PRAGMA busy_timeout = 5000');
    if (!isSound(database)) {
      throw new StoreError(
        'corrupt',
        `${path} is damaged. Restore it from a backup, or move it away to begin anew; it was left as it is.`,
      );
    }
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    return { dialect: sqliteDialect(database), release: () => lock.close() };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * A second, empty database held in an exclusive transaction: the system frees it the moment the process ends, however
 * it ends, and the real file stays open to whoever reads it, a backup for one.
 */
function takeLock(name: string, path: string): InstanceType<typeof Database> {
  const lock = new Database(lockOf(name));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new StoreError(
      'in-use',
      `Another Tifo is running on ${path}. Stop it first, give this one a DATABASE_URL of its own, or use PostgreSQL to share.`,
      error,
    );
  }
}

function isSound(database: InstanceType<typeof Database>): boolean {
  const rows: unknown = database.pragma('quick_check(1)');
  return JSON.stringify(rows) === '[{"quick_check":"ok"}]';
}
