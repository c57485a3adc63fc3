import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { StorageFailure, type StorageFailureReason } from '../../storage-failure';

export interface ThreadSettings {
  readonly file: string;
  /** Sees only what is committed, and writes nothing. */
  readonly isReader: boolean;
  /** How long a statement waits for another connection's lock. */
  readonly lockTimeoutMs: number;
  /** Of this connection, in this order. */
  readonly pragmas: readonly string[];
}

export interface ThreadQuestion {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Done {
  readonly id: number;
  readonly kind: 'done';
  readonly rows: readonly unknown[];
  readonly changes?: number;
  readonly lastInsertRowid?: number | bigint;
  readonly isInTransaction: boolean;
}

export type ThreadAnswer =
  | Done
  | {
      readonly id: number;
      readonly kind: 'failed';
      readonly code: string | undefined;
      readonly message: string;
      readonly isInTransaction: boolean;
    };

/** What SQLite says of a statement that it did not do. */
export class SqliteError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (answer: Done) => void;
  readonly reject: (error: Error) => void;
}

/** Beside this file, in the source as in the build. */
const threadFile = new URL('./sqlite.worker.mjs', import.meta.url);

/** A connection in a thread of its own, so that no statement ever stops the loop that answers requests. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<unknown>;
  #lastId = 0;
  #isInTransaction = false;
  #isOver = false;

  constructor(settings: ThreadSettings) {
    this.#worker = new Worker(threadFile, { workerData: settings });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#ended = once(this.#worker, 'exit').then(() => this.#end(new Error('the thread has ended')));
  }

  /** Whether a transaction was open after the last statement: SQLite ends one by itself after some failures. */
  get isInTransaction(): boolean {
    return this.#isInTransaction;
  }

  /** Runs one statement after all before it. Rejects with StorageFailure, or SqliteError where a statement is wrong. */
  run(sql: string, parameters: readonly unknown[] = []): Promise<Done> {
    if (this.#isOver) return Promise.reject(new StorageFailure('unavailable', { cause: new Error('closed') }));
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, sql, parameters } satisfies ThreadQuestion);
    });
  }

  /** Ends the connection after all that was asked before. */
  async close(): Promise<void> {
    if (!this.#isOver) this.#worker.postMessage('close');
    this.#isOver = true;
    await this.#ended;
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    this.#isInTransaction = answer.isInTransaction;
    if (answer.kind === 'done') waiting?.resolve(answer);
    else waiting?.reject(errorOf(answer.code, answer.message));
  }

  #end(cause: unknown): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.values()) reject(new StorageFailure('unavailable', { cause }));
    this.#waiting.clear();
  }
}

const failingCodes = ['BUSY', 'LOCKED', 'IOERR', 'READONLY', 'CANTOPEN', 'CORRUPT', 'NOTADB', 'PROTOCOL', 'NOMEM', 'PERM'];

/** Failures of the disk become StorageFailure here and only here. */
function errorOf(code: string | undefined, message: string): Error {
  if (code === undefined) return new Error(message);
  const error = new SqliteError(code, message);
  const reason = findReason(code);
  return reason ? new StorageFailure(reason, { cause: error }) : error;
}

function findReason(code: string): StorageFailureReason | undefined {
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return failingCodes.some((failing) => code.startsWith(`SQLITE_${failing}`)) ? 'unavailable' : undefined;
}
