import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb';
import type { Schema, StoreName } from './schema';
import { type UpgradeStep, upgradeLadder, usableFrom } from './upgrade-ladder';

/**
 *   closed ─▶ open ─▶ closed (the browser closed it, or another tab wants to upgrade) ─▶ open …
 *      │ ├──▶ blocked ─▶ open      another tab still holds an older version; goes on when that tab lets go
 *      │ ├──▶ newerVersion         the database is of a newer version whose marks say that this code must not use it
 *      │ └──▶ unavailable          private mode, damaged profile, full disk at first start
 */
export type DatabaseStatus = 'closed' | 'open' | 'blocked' | 'newerVersion' | 'unavailable';

export type Transaction<Name extends StoreName, Mode extends IDBTransactionMode> = IDBPTransaction<Schema, Name[], Mode>;

/** The database cannot be used at all. Nothing in it was changed. */
export class DatabaseUnavailable extends Error {
  readonly status: 'newerVersion' | 'unavailable';

  constructor(status: 'newerVersion' | 'unavailable', cause: unknown) {
    super(`database ${status}`, { cause });
    this.name = 'DatabaseUnavailable';
    this.status = status;
  }
}

export interface Database {
  /** Opens it now, to know how it stands; every operation opens it too. */
  open(): Promise<DatabaseStatus>;
  status(): DatabaseStatus;
  /** Called after every change of status; returns how to stop listening. */
  subscribe(listener: (status: DatabaseStatus) => void): () => void;
  read<Name extends StoreName, Result>(
    stores: Name[],
    work: (transaction: Transaction<Name, 'readonly'>) => Promise<Result>,
  ): Promise<Result>;
  /**
   * One strict transaction: fulfilled when it is durable, and wholly undone where `work` throws. `work` is run a
   * second time where the browser closed the database under it, so it must be safe to repeat.
   */
  write<Name extends StoreName, Result>(
    stores: Name[],
    work: (transaction: Transaction<Name, 'readwrite'>) => Promise<Result>,
  ): Promise<Result>;
  close(): void;
}

type Connection = IDBPDatabase<Schema>;

/** The tablet's database. The name and the ladder differ only in tests of upgrades. */
export function openDatabase(name = 'madoguchi', ladder: readonly UpgradeStep[] = upgradeLadder): Database {
  const connector = createConnector(name, ladder);
  const attempt = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const connection = await connector.connect();
    try {
      return await work(connection);
    } catch (error) {
      // iOS answers UnknownError for ever once it has lost its database process.
      if (isUsable(connection) && nameOf(error) !== 'UnknownError') throw error;
      connector.letGo();
      return work(await connector.connect());
    }
  };
  return {
    open: () =>
      connector.connect().then(
        () => connector.status(),
        () => connector.status(),
      ),
    status: () => connector.status(),
    subscribe: (listener) => connector.subscribe(listener),
    read: (stores, work) => attempt((connection) => run(connection.transaction(stores, 'readonly'), work)),
    write: (stores, work) =>
      attempt((connection) => run(connection.transaction(stores, 'readwrite', { durability: 'strict' }), work)),
    close: () => connector.letGo(),
  };
}

interface Connector extends Pick<Database, 'status' | 'subscribe'> {
  connect(): Promise<Connection>;
  letGo(): void;
}

function createConnector(name: string, ladder: readonly UpgradeStep[]): Connector {
  const state = createStatus();
  let current: Promise<Connection> | undefined;

  const letGo = (): void => {
    void current?.then(
      (connection) => connection.close(),
      () => undefined,
    );
    current = undefined;
    state.set('closed');
  };
  const refuse = (error: unknown): never => {
    current = undefined;
    const reason = nameOf(error) === 'VersionError' ? 'newerVersion' : 'unavailable';
    state.set(reason);
    throw new DatabaseUnavailable(reason, error);
  };
  const open = (): Promise<Connection> => {
    const isCurrent = (): boolean => current === opening;
    const opening: Promise<Connection> = openConnection(name, ladder, {
      onBlocked: () => state.set('blocked'),
      onClosed: () => {
        if (isCurrent()) letGo();
      },
    }).then((connection) => {
      if (isCurrent()) state.set('open');
      return connection;
    }, refuse);
    return opening;
  };
  return { ...state, connect: () => (current ??= open()), letGo };
}

function createStatus(): Pick<Database, 'status' | 'subscribe'> & { set(next: DatabaseStatus): void } {
  const listeners = new Set<(status: DatabaseStatus) => void>();
  let status: DatabaseStatus = 'closed';
  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      if (next === status) return;
      status = next;
      for (const listener of listeners) queueMicrotask(() => listener(next));
    },
  };
}

interface ConnectionEvents {
  readonly onBlocked: () => void;
  readonly onClosed: () => void;
}

type OpenCallbacks = NonNullable<Parameters<typeof openDB<Schema>>[2]>;

async function openConnection(
  name: string,
  ladder: readonly UpgradeStep[],
  { onBlocked, onClosed }: ConnectionEvents,
): Promise<Connection> {
  let connection: Connection | undefined;
  const callbacks: OpenCallbacks = {
    blocked: onBlocked,
    // Running transactions still complete; the newer tab waits for them and not for us.
    blocking: () => {
      connection?.close();
      onClosed();
    },
    terminated: onClosed,
  };
  try {
    connection = await openDB<Schema>(name, ladder.length, { ...callbacks, upgrade: climb(ladder) });
  } catch (error) {
    if (nameOf(error) !== 'VersionError') throw error;
    connection = await openNewer(name, ladder.length, callbacks, error);
  }
  return connection;
}

/** Brings the database to the ladder's height, and writes down which earlier versions may still use it. */
function climb(ladder: readonly UpgradeStep[]): NonNullable<OpenCallbacks['upgrade']> {
  return (database, oldVersion, _newVersion, transaction) => {
    for (const step of ladder.slice(oldVersion)) step.apply(unwrap(database), unwrap(transaction));
    const hasMarks = database.objectStoreNames.contains('device');
    if (hasMarks) void transaction.objectStore('device').put({ name: 'ladder', usableFrom: usableFrom(ladder) });
  };
}

/**
 * A database that a newer version has upgraded, for a version that was rolled back to: the browser opens it only
 * without naming a version, and it is used only where the newer version has left word that this one may.
 */
async function openNewer(name: string, version: number, callbacks: OpenCallbacks, refusal: unknown): Promise<Connection> {
  const connection = await openDB<Schema>(name, undefined, {
    ...callbacks,
    // It has vanished meanwhile: nothing may be made in its place under a version of nobody's.
    upgrade: (_database, _oldVersion, _newVersion, transaction) => transaction.abort(),
  });
  const hasMarks = connection.objectStoreNames.contains('device');
  const mark = hasMarks ? await connection.get('device', 'ladder') : undefined;
  if (mark?.name === 'ladder' && mark.usableFrom <= version) return connection;
  connection.close();
  throw refusal;
}

async function run<Name extends StoreName, Mode extends IDBTransactionMode, Result>(
  transaction: Transaction<Name, Mode>,
  work: (transaction: Transaction<Name, Mode>) => Promise<Result>,
): Promise<Result> {
  const { done } = transaction;
  // It is awaited below; until then a rejection must not count as unhandled.
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    // Without this, what was written before the failure would be committed.
    abort(transaction);
    // A full disk often shows only when the transaction ends.
    await done.catch((failure: unknown) => {
      if (isQuotaError(failure)) throw failure;
    });
    throw error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function isUsable(connection: Connection): boolean {
  try {
    unwrap(connection).transaction(connection.objectStoreNames, 'readonly').abort();
    return true;
  } catch {
    return false;
  }
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error || error instanceof DOMException ? error.name : undefined;
}

/** The answer to one request; undefined where its record is damaged, which is no reason to undo the transaction. */
export async function unlessDamaged<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  unwrap(asked).addEventListener('error', (event) => {
    event.preventDefault();
    // idb takes an error that reaches the transaction for its end.
    event.stopPropagation();
  });
  try {
    return await asked;
  } catch {
    return undefined;
  }
}

/** Whether the browser had no room for what was written. */
export function isQuotaError(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError';
}
