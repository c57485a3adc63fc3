/** One invented resident in clear, and what else a form of storage needs. All of it passes into the page as JSON. */
export interface ClearRecord {
  readonly text: string;
  readonly photoBase64: string;
  /** The text, compressed, in base64; for bodies that are stored as they came. */
  readonly packedBase64: string;
}

export const clearForms = [
  'flushedValue',
  'smallValue',
  'compressibleValue',
  'photoBuffer',
  'photoBlob',
  'cachedText',
  'cachedGzip',
  'cachedDeflate',
  'cachedBrotli',
  'localStorage',
  'localStorageLatin',
  'sessionStorage',
  'privateFile',
  'historyUrl',
] as const;
export type ClearForm = (typeof clearForms)[number];

/** Runs inside a page: stores each record in its own form, as a careless app would. */
export async function storeInClear(records: Readonly<Record<ClearForm, ClearRecord>>): Promise<void> {
  const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('values');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(opening.error ?? new Error('not opened'));
    };
  });
  const put = (key: string, value: unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
      transaction.objectStore('values').put(value, key);
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('not stored'));
      };
    });

  await put('flushed', JSON.parse(records.flushedValue.text));
  // More than LevelDB holds in memory, so that what is above leaves the log for a table.
  for (let index = 0; index < 160; index += 1) {
    await put(`filler ${String(index)}`, crypto.getRandomValues(new Uint8Array(48_000)));
  }

  await put('small', JSON.parse(records.smallValue.text));
  const padding = 'lorem ipsum dolor sit amet '.repeat(3000);
  await put('compressible', { padding, record: JSON.parse(records.compressibleValue.text) as unknown });
  await put('photo', bytesOf(records.photoBuffer.photoBase64).buffer);
  await put('blob', new Blob([bytesOf(records.photoBlob.photoBase64)]));

  const cache = await caches.open('control');
  await cache.put('/text', new Response(records.cachedText.text));
  await cache.put('/gzip', new Response(bytesOf(records.cachedGzip.packedBase64)));
  await cache.put('/deflate', new Response(bytesOf(records.cachedDeflate.packedBase64)));
  await cache.put('/brotli', new Response(bytesOf(records.cachedBrotli.packedBase64)));

  localStorage.setItem('text', records.localStorage.text);
  localStorage.setItem('photo', records.localStorageLatin.photoBase64);
  sessionStorage.setItem('text', records.sessionStorage.text);

  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle('control', { create: true })).createWritable();
  await file.write(records.privateFile.text);
  await file.close();

  history.pushState(null, '', `/?record=${encodeURIComponent(records.historyUrl.text)}`);
}
