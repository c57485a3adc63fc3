import type BetterSqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SqliteDialect, SqliteDriver } from 'kysely';
import { StorageFailure, type StorageFailureReason } from '../storage-failure';

/**
 * Kysely's SQLite dialect with two differences: a transaction takes the write lock when it begins (a deferred one
 * fails half-way when another process writes), and failures of the disk become StorageFailure here and only here.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #database: BetterSqlite.Database;

  constructor(database: BetterSqlite.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: BetterSqlite.Database;

  constructor(database: BetterSqlite.Database) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new TranslatingConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has rolled back by itself after some failures, a full disk among them. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class TranslatingConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;

  constructor(inner: DatabaseConnection) {
    this.#inner = inner;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      return await this.#inner.executeQuery<Row>(query);
    } catch (error) {
      throw translated(error);
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, chunkSize);
  }
}

const failingCodes = ['BUSY', 'LOCKED', 'IOERR', 'READONLY', 'CANTOPEN', 'CORRUPT', 'NOTADB', 'PROTOCOL', 'NOMEM', 'PERM'];

function translated(error: unknown): unknown {
  const reason = findReason(error);
  return reason ? new StorageFailure(reason, { cause: error }) : error;
}

function findReason(error: unknown): StorageFailureReason | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return failingCodes.some((failing) => code.startsWith(`SQLITE_${failing}`)) ? 'unavailable' : undefined;
}
