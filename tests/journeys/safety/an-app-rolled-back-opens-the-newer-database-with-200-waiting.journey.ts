import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { parseStationCode } from '../../../src/domain/submission/station-code';
import { upgradeLadder } from '../../../src/queue/upgrade-ladder';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const database = { name: 'madoguchi', version: upgradeLadder.length };

interface Copy {
  readonly envelopeId: string;
  readonly sequence: number;
  readonly receptionNumber: string;
}

/** Facts of the envelopes after the first, as this station would have sealed them. */
function copiesUntil(count: number, first: string): Copy[] {
  const station = parseStationCode(first.split('-')[0] ?? '');
  if (!station) throw new Error('no station in the number');
  return Array.from({ length: count - 1 }, (_, index) => {
    const sequence = index + 2;
    return { envelopeId: uuidv7(), sequence, receptionNumber: receptionNumberOf(station, sequence) };
  });
}

/** Makes more envelopes of the one that waits: bytes, digest, id and number of their own, signed with the tablet's own key. */
function fillQueue(page: Page, copies: readonly Copy[]): Promise<void> {
  return page.evaluate(async (wanted) => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database did not answer'));
      });
    const base64url = (bytes: Uint8Array): string =>
      btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
    const opened = await settled(indexedDB.open('madoguchi'));
    const read = opened.transaction(['entries', 'envelopes', 'station'], 'readonly');
    const [entry] = (await settled(read.objectStore('entries').getAll())) as object[];
    const [first] = (await settled(read.objectStore('envelopes').getAll())) as { manifestJws: string; bytes: ArrayBuffer }[];
    const [station] = (await settled(read.objectStore('station').getAll())) as { keys: { signing: CryptoKeyPair } }[];
    if (!first || !station) throw new Error('nothing to copy');
    const [head = '', body = ''] = first.manifestJws.split('.');
    const text = new TextDecoder().decode(
      Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
    );
    const made: { entry: object; envelope: object }[] = [];
    for (const copy of wanted) {
      const bytes = new Uint8Array([...new Uint8Array(first.bytes), ...crypto.getRandomValues(new Uint8Array(8))]);
      const digest = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
      const facts = { ...copy, digest, size: bytes.byteLength };
      const signed = `${head}.${base64url(utf8(JSON.stringify({ ...(JSON.parse(text) as object), ...facts })))}`;
      const by = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(by, station.keys.signing.privateKey, utf8(signed));
      const manifestJws = `${signed}.${base64url(new Uint8Array(signature))}`;
      made.push({ entry: { ...entry, ...facts }, envelope: { envelopeId: copy.envelopeId, manifestJws, bytes: bytes.buffer } });
    }
    const write = opened.transaction(['entries', 'envelopes'], 'readwrite');
    for (const each of made) {
      write.objectStore('entries').add(each.entry);
      write.objectStore('envelopes').add(each.envelope);
    }
    await new Promise((resolve) => (write.oncomplete = resolve));
    opened.close();
  }, copies);
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
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  const number = await makeChildApplication(venue, rin);
  await returnHome(page);
  await fillQueue(page, copiesUntil(200, number));
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
  await signInAtCounter(page, product.dataFolder);
  await expect(homeFigure(page, 'delivered')).toHaveText('201', { timeout: 120_000 });
  await expect(homeFigure(page, 'waiting')).toHaveText('0');
  const arrived = await listEnvelopes(product);
  expect(arrived[0]?.receptionNumber).toBe(number);
  const verified = await product.command('verify');
  expect(verified.stdout).toContain('0 faults, 0 gaps');
});
