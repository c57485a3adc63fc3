import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StorageFailure } from '../../storage-failure';
import { CommitGroups } from './commit-groups';
import type { SqliteThread } from './sqlite-thread';

/** A pair of connections to one file: what is written, and what is asked outside of a transaction. */
export interface ThreadPair {
  readonly writer: SqliteThread;
  readonly reader: SqliteThread;
}

/**
 * SQLite for Kysely, its connections in threads. A transaction takes the write lock when it begins (a deferred one
 * fails half-way when another process writes) and shares its flush with others. A question outside of one goes to the
 * reader: it must never tell of a row that is not on the disk yet.
 */
export class ThreadedSqliteDialect implements Dialect {
  readonly #threads: ThreadPair;

  constructor(threads: ThreadPair) {
    this.#threads = threads;
  }

  createDriver(): Driver {
    return new ThreadedDriver(this.#threads);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

class ThreadedDriver implements Driver {
  readonly #threads: ThreadPair;
  readonly #groups: CommitGroups;

  constructor(threads: ThreadPair) {
    this.#threads = threads;
    this.#groups = new CommitGroups(threads.writer, () => performance.now());
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<ThreadedConnection> {
    return Promise.resolve(new ThreadedConnection(this.#threads));
  }

  async beginTransaction(connection: ThreadedConnection): Promise<void> {
    await this.#groups.begin();
    connection.hasTurn = true;
  }

  async commitTransaction(connection: ThreadedConnection): Promise<void> {
    connection.hasTurn = false;
    await this.#groups.commit();
  }

  /** Also called where a commit failed: then the turn is over already. */
  async rollbackTransaction(connection: ThreadedConnection): Promise<void> {
    if (!connection.hasTurn) return;
    connection.hasTurn = false;
    await this.#groups.rollback(connection.lastFailure ?? new StorageFailure('unavailable'));
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    await this.#threads.reader.close();
    // The last to go writes the log into the file, and a reader cannot.
    await this.#threads.writer.close();
  }
}

class ThreadedConnection implements DatabaseConnection {
  hasTurn = false;
  /** What SQLite did not do last. */
  lastFailure: Error | undefined;
  readonly #threads: ThreadPair;

  constructor(threads: ThreadPair) {
    this.#threads = threads;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const thread = this.hasTurn ? this.#threads.writer : this.#threads.reader;
    try {
      const { rows, changes, lastInsertRowid } = await thread.run(sql, parameters);
      return {
        rows: rows as Row[],
        ...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
        ...(lastInsertRowid !== undefined && { insertId: BigInt(lastInsertRowid) }),
      };
    } catch (error) {
      if (error instanceof Error) this.lastFailure = error;
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('answers come whole from another thread');
  }
}
