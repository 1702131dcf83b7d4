import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type Database from 'libsql';

type Sqlite = InstanceType<typeof Database>;

/** SQLite through libsql, where a transaction is running only if SQLite says so. */
export function sqliteDialect(database: Sqlite): Dialect {
  const prepared = prepareOnce(database);
  const dialect = new SqliteDialect({ database: prepared });
  return {
    createDriver: () => new AskingDriver(database, prepared),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

/** Statements kept prepared; those that carry lists of many lengths must not push the others out. */
const KEPT = 400;

/** To prepare a statement takes SQLite twice as long as to run it, and Kysely would do so for every query. */
function prepareOnce(database: Sqlite): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      const statement: SqliteStatement = known ?? database.prepare(sql);
      // What was asked for last stands last, so that the first is the one to let go.
      statements.delete(sql);
      statements.set(sql, statement);
      const [oldest] = statements.size > KEPT ? statements.keys() : [];
      if (oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}

/**
 * On a full disk SQLite may take a whole transaction back by itself. Kysely would not know: its own rollback would then
 * fail and hide why, and what the transaction still asks for would be written at once, for good and by halves.
 */
class AskingDriver extends SqliteDriver {
  readonly #database: Sqlite;
  #connection: DatabaseConnection | undefined;
  #hasBegun = false;

  constructor(database: Sqlite, prepared: SqliteDatabase) {
    super({ database: prepared });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.#connection ??= this.#demanding(connection);
    return this.#connection;
  }

  #demanding(connection: DatabaseConnection): DatabaseConnection {
    const demandTransaction = () => {
      if (this.#hasBegun && !this.#database.inTransaction) throw new LostTransactionError();
    };
    return {
      async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
        demandTransaction();
        return connection.executeQuery<Row>(query);
      },
      streamQuery<Row>(query: CompiledQuery, chunkSize?: number) {
        demandTransaction();
        return connection.streamQuery<Row>(query, chunkSize);
      },
    };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // One that could not be ended is nobody's, and would keep every later one from beginning.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
    await super.beginTransaction(connection);
    this.#hasBegun = true;
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#hasBegun = false;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#hasBegun = false;
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** What a transaction asks for after SQLite has taken it back. */
class LostTransactionError extends Error {
  override readonly name = 'LostTransactionError';
  constructor() {
    super('SQLite has rolled this transaction back after an earlier failure in it');
  }
}
