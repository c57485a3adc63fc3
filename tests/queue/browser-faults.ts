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

/** Lets something happen to the transaction when a record is about to be added to a store. */
export function strikeOnAdd(storeName: string, fault: Fault): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...record) {
    if (this.name === storeName) fault(this.transaction);
    return add.apply(this, record);
  });
}

export function outOfRoom(): never {
  throw new DOMException('no room', 'QuotaExceededError');
}
