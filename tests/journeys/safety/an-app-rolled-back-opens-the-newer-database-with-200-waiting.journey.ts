import type { Page } from '@playwright/test';
import { upgradeLadder } from '../../../src/queue/upgrade-ladder';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const database = { name: 'madoguchi', version: upgradeLadder.length };

/** Copies the one envelope that waits until so many do; what is copied has an id and a number of its own. */
function fillQueue(page: Page, count: number): Promise<void> {
  return page.evaluate(async (until) => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database did not answer'));
      });
    const opened = await settled(indexedDB.open('madoguchi'));
    const transaction = opened.transaction(['entries', 'envelopes'], 'readwrite');
    const [entry] = (await settled(transaction.objectStore('entries').getAll())) as { sequence: number }[];
    const [envelope] = (await settled(transaction.objectStore('envelopes').getAll())) as object[];
    for (let sequence = 2; sequence <= until; sequence += 1) {
      const envelopeId = crypto.randomUUID();
      transaction.objectStore('entries').add({ ...entry, envelopeId, sequence });
      transaction.objectStore('envelopes').add({ ...envelope, envelopeId });
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.close();
  }, count);
}

/** What a newer version does at its first start: one more step, and word of who may still use the database. */
function upgradeAsNewerVersion(page: Page): Promise<number> {
  return page.evaluate(async ({ name, version }) => {
    const request = indexedDB.open(name, version + 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('ofTomorrow');
      request.transaction?.objectStore('entries').createIndex('byTomorrow', 'campaignId');
      request.transaction?.objectStore('device').put({ name: 'ladder', usableFrom: 0 });
    };
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(new Error('the newer version could not upgrade'));
    });
    request.result.close();
    return request.result.version;
  }, database);
}

test('an app that was rolled back opens the newer database with 200 waiting, seals one more and delivers', async ({ venue }) => {
  const { product, page } = venue;
  await product.kill();
  await signInAtCounter(page, product.dataFolder);
  const number = await makeChildApplication(venue, rin);
  await returnHome(page);
  await fillQueue(page, 200);
  expect(await upgradeAsNewerVersion(page), 'the open app stepped aside').toBe(database.version + 1);
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  await expect(homeFigure(page, 'waiting')).toHaveText('200');
  const next = await makeChildApplication(venue, tsuki);
  expect(next).toContain('-0201-');
  await returnHome(page);
  await expect(homeFigure(page, 'waiting')).toHaveText('201');
  await product.start();
  await page.reload();
  await expect
    .poll(async () => (await listEnvelopes(product)).map(({ receptionNumber }) => receptionNumber))
    .toEqual(expect.arrayContaining([number]));
});
