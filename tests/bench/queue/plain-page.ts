import type { UnwatchedTab } from './unwatched-browser';

/** How many bodies, which of them come first, and how large each is. */
export interface Bodies {
  readonly from: number;
  readonly count: number;
  readonly bytes: number;
}

/**
 * A page that sends what it keeps, one plain request after the other: no receipts, no marks, nothing checked. Its bodies lie
 * where a tablet's applications lie, in the browser's database, in the form that is sent fastest.
 */
export class PlainPage {
  readonly #tab: UnwatchedTab;

  constructor(tab: UnwatchedTab) {
    this.#tab = tab;
  }

  show(): Promise<void> {
    return this.#tab.show();
  }

  keep(bodies: Bodies): Promise<void> {
    return this.#tab.evaluate(keepBodies, bodies);
  }

  /** Reads each from the database and sends it; in ms. */
  sendKept(bodies: Bodies): Promise<number> {
    return this.#tab.evaluate(sendKept, bodies);
  }

  /** Sends the same zeros so many times: what fetch alone costs; in ms. */
  sendFromMemory(bodies: Bodies): Promise<number> {
    return this.#tab.evaluate(sendZeros, bodies);
  }
}

// What follows runs in the page, each on its own.

async function keepBodies({ from, count, bytes }: Bodies): Promise<void> {
  const opening = indexedDB.open('plain', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('bodies');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  for (let key = from; key < from + count; key += 1) {
    const body = new Uint8Array(bytes);
    // So many at once are all that may be asked for.
    for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(body.subarray(at, at + 65_536));
    await new Promise<void>((resolve) => {
      const transaction = database.transaction('bodies', 'readwrite');
      transaction.objectStore('bodies').put(new Blob([body]), key);
      transaction.oncomplete = () => resolve();
    });
  }
  database.close();
}

async function sendKept({ from, count }: Bodies): Promise<number> {
  const opening = indexedDB.open('plain', 1);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const startedAtMs = performance.now();
  for (let key = from; key < from + count; key += 1) {
    const body = await new Promise<Blob>((resolve) => {
      const asked = database.transaction('bodies').objectStore('bodies').get(key) as IDBRequest<Blob>;
      asked.onsuccess = () => resolve(asked.result);
    });
    const answer = await fetch('/', { method: 'PUT', body });
    if (answer.status !== 201) throw new Error('the plain server did not take it');
  }
  const tookMs = performance.now() - startedAtMs;
  database.close();
  return tookMs;
}

async function sendZeros({ count, bytes }: Bodies): Promise<number> {
  const body = new Uint8Array(bytes);
  const startedAtMs = performance.now();
  for (let put = 0; put < count; put += 1) {
    const answer = await fetch('/', { method: 'PUT', body });
    if (answer.status !== 201) throw new Error('the plain server did not take it');
  }
  return performance.now() - startedAtMs;
}
