import { setTimeout } from 'node:timers/promises';
import type BetterSqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SqliteDialect, SqliteDriver } from 'kysely';
import { StorageFailure, type StorageFailureReason } from '../storage-failure';

export interface DurableSettings {
  readonly database: BetterSqlite.Database;
  /** How long a transaction waits for another connection's write lock. */
  readonly lockTimeoutMs: number;
}

const lockPollMs = 5;

/**
 * Kysely's SQLite dialect with two differences: a transaction takes the write lock when it begins (a deferred one
 * fails half-way when another process writes) and waits for it without blocking the thread; and failures of the
 * disk become StorageFailure here and only here.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #settings: DurableSettings;

  constructor(settings: DurableSettings) {
    super(settings);
    this.#settings = settings;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#settings);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #settings: DurableSettings;

  constructor(settings: DurableSettings) {
    super(settings);
    this.#settings = settings;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new TranslatingConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const deadlineMs = performance.now() + this.#settings.lockTimeoutMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isLocked(error) || performance.now() >= deadlineMs) throw error;
        await setTimeout(lockPollMs);
      }
    }
  }

  /** SQLite has rolled back by itself after some failures, a full disk among them. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#settings.database.inTransaction) await super.rollbackTransaction(connection);
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

function isLocked(error: unknown): boolean {
  return error instanceof StorageFailure && codeOf(error.cause).startsWith('SQLITE_BUSY');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function findReason(error: unknown): StorageFailureReason | undefined {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return failingCodes.some((failing) => code.startsWith(`SQLITE_${failing}`)) ? 'unavailable' : undefined;
}
