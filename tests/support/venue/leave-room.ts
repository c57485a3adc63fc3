import type { Page } from '@playwright/test';

/** Lets the browser have so many bytes left for the app on this page; undefined: as many as it really has. */
export async function leaveRoom(page: Page, bytes: number | undefined): Promise<void> {
  const { origin } = new URL(page.url());
  if (bytes === undefined) return limitStorage(page, origin, undefined);
  const leave = async (): Promise<void> => {
    // Of no room at all none may come back when the browser tidies up what it has.
    await limitStorage(page, origin, bytes === 0 ? 1 : (await usageOf(page, origin)) + bytes);
  };
  await leave();
  // For half a minute a browser goes on believing in the room that it last measured for a database.
  while (await canStore(page, bytes + 128 * 1024)) await leave();
  await leave();
}

/** Lets an origin have so many bytes in all, for as long as this page lives; undefined: as many as there really are. */
async function limitStorage(page: Page, origin: string, quotaSize: number | undefined): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
}

async function usageOf(page: Page, origin: string): Promise<number> {
  const devTools = await page.context().newCDPSession(page);
  const { usage } = await devTools.send('Storage.getUsageAndQuota', { origin });
  await devTools.detach();
  return Math.round(usage);
}

/** Whether the browser takes so much into a database of its own; what it took is given back. */
function canStore(page: Page, bytes: number): Promise<boolean> {
  return page.evaluate(async (size) => {
    const ended = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve) => {
        request.onsuccess = resolve;
        request.onerror = resolve;
      });
    const opening = indexedDB.open('room-for-the-journey');
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
    await ended(opening);
    const database = opening.result;
    const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
    for (let key = 0; key * 65_536 < size; key += 1) {
      transaction.objectStore('bytes').put(crypto.getRandomValues(new Uint8Array(65_536)), key);
    }
    const isStored = await new Promise<boolean>((resolve) => {
      transaction.oncomplete = () => {
        resolve(true);
      };
      transaction.onabort = () => {
        resolve(false);
      };
    });
    database.close();
    await ended(indexedDB.deleteDatabase('room-for-the-journey'));
    return isStored;
  }, bytes);
}
