import { forceCloseDatabase } from 'fake-indexeddb';
import { vi } from 'vitest';

/** Follows every connection that is opened, to close them as a browser does when it reclaims a page's storage. */
export function followConnections(): { closeAll(): void; opened(): number } {
  const connections: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  });
  return {
    closeAll: () => {
      for (const connection of connections) forceCloseDatabase(connection as never);
    },
    opened: () => connections.length,
  };
}

type Fault = (transaction: IDBTransaction) => void;

interface Adding {
  readonly add: (this: IDBObjectStore, ...record: Parameters<IDBObjectStore['add']>) => IDBRequest<IDBValidKey>;
}

/** Lets something happen to the transaction when a record is about to be added to a store. */
export function strikeOnAdd(storeName: string, fault: Fault): void {
  const { add } = IDBObjectStore.prototype as Adding;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...record) {
    if (this.name === storeName) fault(this.transaction);
    return add.apply(this, record);
  });
}

interface Getting {
  readonly get: (this: IDBObjectStore, query: IDBValidKey | IDBKeyRange) => IDBRequest<unknown>;
  readonly getAll: (this: IDBObjectStore, ...query: Parameters<IDBObjectStore['getAll']>) => IDBRequest<unknown[]>;
}

/** These records can be found and not read: a request for one of them, or for several with it, fails as a browser's does. */
export function damageRecords(storeName: string, keys: readonly string[]): void {
  const { get, getAll } = IDBObjectStore.prototype as Getting;
  // What is already there cannot be added: a request that fails, and undoes its transaction unless that is stopped.
  const fail = (store: IDBObjectStore, key: string) => store.add({ [String(store.keyPath)]: key }) as IDBRequest;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, query) {
    const damaged = this.name === storeName ? keys.find((key) => key === query) : undefined;
    return damaged === undefined ? get.call(this, query) : fail(this, damaged);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...query) {
    const [range] = query;
    const isAsked = (key: string) => !(range instanceof IDBKeyRange) || range.includes(key);
    const damaged = this.name === storeName ? keys.find(isAsked) : undefined;
    return damaged === undefined ? getAll.apply(this, query) : fail(this, damaged);
  });
}

export function outOfRoom(): never {
  throw new DOMException('no room', 'QuotaExceededError');
}

interface Loading {
  readonly getAll: (this: unknown, ...query: Parameters<IDBIndex['getAll']>) => IDBRequest<unknown[]>;
}

interface Transacting {
  readonly transaction: (this: IDBDatabase, ...request: Parameters<IDBDatabase['transaction']>) => IDBTransaction;
}

/** Counts the records that leave the database by `getAll` (everything else gives one at most), and names the stores. */
export function countLoadedRecords(): { stores(): string[]; records(): number } {
  const stores = new Set<string>();
  let records = 0;
  for (const source of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    const { getAll } = source as Loading;
    vi.spyOn(source, 'getAll').mockImplementation(function (this: unknown, ...query) {
      const request = getAll.apply(this, query);
      request.addEventListener('success', () => (records += request.result.length));
      return request;
    });
  }
  const { transaction } = IDBDatabase.prototype as Transacting;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, ...rest) {
    for (const store of typeof names === 'string' ? [names] : names) stores.add(store);
    return transaction.call(this, names, ...rest);
  });
  return { stores: () => [...stores], records: () => records };
}

interface Counting {
  readonly count: (this: IDBIndex, ...query: Parameters<IDBIndex['count']>) => IDBRequest<number>;
  readonly getAllKeys: (this: IDBIndex, ...query: Parameters<IDBIndex['getAllKeys']>) => IDBRequest<unknown[]>;
}

/** Counts the keys that indexes are gone through for: a browser counts by looking at each. */
export function countVisitedKeys(): { keys(): number } {
  let keys = 0;
  const { count, getAllKeys } = IDBIndex.prototype as Counting;
  vi.spyOn(IDBIndex.prototype, 'count').mockImplementation(function (this: IDBIndex, ...query) {
    const request = count.apply(this, query);
    request.addEventListener('success', () => (keys += request.result));
    return request;
  });
  vi.spyOn(IDBIndex.prototype, 'getAllKeys').mockImplementation(function (this: IDBIndex, ...query) {
    const request = getAllKeys.apply(this, query) as IDBRequest<IDBValidKey[]>;
    request.addEventListener('success', () => (keys += request.result.length));
    return request;
  });
  return { keys: () => keys };
}

/** Counts what the database is asked for by key or by range, one question for each whatever it brings. */
export function countQuestions(): { questions(): number } {
  const asked = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((source) => [
    vi.spyOn(source, 'get'),
    vi.spyOn(source, 'getAll'),
  ]);
  return { questions: () => asked.reduce((sum, { mock }) => sum + mock.calls.length, 0) };
}
