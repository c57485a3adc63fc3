import type { Page } from '@playwright/test';
import type { Venue } from './venue';

/** Lets the browser have so many bytes left for this app; undefined: as many as it really has. */
export async function leaveRoom({ product, page, tablet }: Venue, bytes: number | undefined): Promise<void> {
  const devTools = await tablet.context.newCDPSession(page);
  const origin = product.url;
  const limit = async (left: number): Promise<void> => {
    const { usage } = await devTools.send('Storage.getUsageAndQuota', { origin });
    // Of no room at all none may come back when the browser tidies up what it has.
    const quotaSize = left === 0 ? 1 : Math.round(usage + left);
    await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  };
  if (bytes === undefined) {
    await devTools.send('Storage.overrideQuotaForOrigin', { origin });
    return;
  }
  await limit(bytes);
  // For half a minute a browser goes on believing in the room that it last measured for a database.
  while (await canStore(page, bytes + 128 * 1024)) await limit(bytes);
  await limit(bytes);
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
