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
  readonly reject: (error: unknown) => void;
}

/** Beside this file, in the source as in the build. */
const threadFile = new URL('./sqlite.worker.mjs', import.meta.url);

/** A connection in a thread of its own, so that no statement ever stops the loop that answers requests. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<unknown>;
  /** Asked in this moment: a message costs the loop more than most statements cost the thread. */
  #asked: ThreadQuestion[] = [];
  #lastId = 0;
  #isInTransaction = false;
  #isOver = false;

  constructor(settings: ThreadSettings) {
    this.#worker = new Worker(threadFile, { workerData: settings });
    this.#worker.on('message', (answers: readonly ThreadAnswer[]) => answers.forEach((answer) => this.#settle(answer)));
    this.#worker.on('error', (error) => this.#end(error));
    this.#ended = once(this.#worker, 'exit').then(() => this.#end(new Error('the thread has ended')));
  }

  /** Whether a transaction was open after the last statement: SQLite ends one by itself after some failures. */
  get isInTransaction(): boolean {
    return this.#isInTransaction;
  }

  /**
   * Runs one statement after all before it; bytes that fill their memory are given away. Rejects with StorageFailure, or
   * SqliteError where a statement is wrong. On the connection that writes, nothing is done after a statement that failed
   * until the write is taken back (`rollback to member`, `rollback`) or another begins.
   */
  run(sql: string, parameters: readonly unknown[] = []): Promise<Done> {
    if (this.#isOver) return Promise.reject(new StorageFailure('unavailable', { cause: new Error('closed') }));
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // Once the loop has nothing left to do of this moment: promises that follow one another may ask for more.
      if (this.#asked.length === 0) process.nextTick(() => this.#post());
      this.#asked.push({ id, sql, parameters });
    });
  }

  /** Ends the connection after all that was asked before. */
  async close(): Promise<void> {
    this.#post();
    if (!this.#isOver) this.#worker.postMessage('close');
    this.#isOver = true;
    await this.#ended;
  }

  #post(): void {
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length === 0) return;
    try {
      this.#worker.postMessage(asked satisfies readonly ThreadQuestion[], asked.flatMap(givenAway));
    } catch (error) {
      // Something that cannot be handed over, such as bytes that are gone.
      for (const { id } of asked) this.#take(id)?.reject(error);
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#take(answer.id);
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

/** A copy, or memory that is shared, costs the machine more than all the rest of taking an envelope's bytes. */
function givenAway({ parameters }: ThreadQuestion): ArrayBuffer[] {
  return parameters.flatMap((parameter) => {
    if (!(parameter instanceof Uint8Array)) return [];
    const { buffer, byteLength } = parameter;
    return buffer instanceof ArrayBuffer && byteLength > 0 && byteLength === buffer.byteLength ? [buffer] : [];
  });
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
