import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import { findNextReceiptKey, findReceiptKey } from '../../../src/server/receipt-key';
import { openStorage } from '../../../src/server/open-storage';
import { inspect } from '../../../src/server/upkeep/inspect';
import { databaseFileIn } from '../../../src/server/upkeep/server-files';
import { findKid } from '../../../src/sealing/jws';
import { sampleMunicipality } from '../../support/sample-application';
import { makeWebFolder, officeWithServer, type OfficeWithServer } from '../support/office-with-server';
import { serveInProcess } from '../support/process/serving-process';
import { QueueingTablet } from '../support/queueing-tablet';

async function receiptKids({ client }: OfficeWithServer): Promise<(string | undefined)[]> {
  const kids: (string | undefined)[] = [];
  for (const { receipt } of (await client.listEnvelopes('')).envelopes) kids.push(findKid(receipt));
  return kids;
}

/** An office whose server runs in a process of its own, with one confirmed tablet. */
async function venue() {
  const place = await officeWithServer();
  const port = Number(new URL(place.server.url).port);
  await place.server.close();
  const webFolder = await makeWebFolder(place.folder);
  const serving = await serveInProcess(place.serverFolder, { webFolder, port });
  const { recipients } = await getOfficeProfile(place.office);
  const tablet = await QueueingTablet.confirmedAt(place, recipients);
  onTestFinished(() => tablet.delivery.stop());
  const rotate = () => place.run(['rotate-receipt-key', '--server', place.serverFolder]);
  const republish = () => place.run(['republish', '--server-public', join(place.serverFolder, 'server-public.json')]);
  return { ...place, serving, tablet, rotate, republish };
}

test('a receipt key rotated with 20 waiting: each arrives once, none refused, each by the key of its time', async () => {
  const place = await venue();
  const { tablet, serverFolder, rotate, republish } = place;
  const before = await findReceiptKey(serverFolder);
  const early = await tablet.seal(2);
  await tablet.run(() => tablet.delivery.start());
  expect(await tablet.states(early)).toEqual(new Set(['delivered']));

  await tablet.delivery.stop();
  const ids = await tablet.seal(20);
  const made = await rotate();
  expect(made.exitCode, made.terminal.shown()).toBe(0);
  const next = await findNextReceiptKey(serverFolder);
  expect(made.terminal.printed[0]).toContain(next?.signer.kid);
  expect((await rotate()).terminal.printed, 'the same again names the same key').toEqual(made.terminal.printed);
  const between = await tablet.seal(1);
  const published = await republish();
  expect(published.terminal.printed[0]).toContain(`with the server key ${next?.signer.kid ?? ''}`);
  expect((await findReceiptKey(serverFolder))?.signer.kid, 'it signs now, without a restart').toBe(next?.signer.kid);

  const ofBefore = await tablet.run(() => tablet.delivery.start());
  expect(ofBefore, 'the tablet still has the configuration of before').toMatchObject({ reason: 'receiptInvalid' });
  expect(await tablet.states([...ids, ...between])).toEqual(new Set(['waiting']));
  expect((await tablet.refresh()).kind).toBe('updated');
  expect(await tablet.run()).toMatchObject({ phase: 'idle' });
  expect(await tablet.states([...early, ...ids, ...between])).toEqual(new Set(['delivered']));
  expect(await tablet.queue.figures()).toMatchObject({ sealed: 23, waiting: 0, refused: 0, delivered: 23 });
  const kids = await receiptKids(place);
  expect(kids).toEqual([...early.map(() => before?.signer.kid), ...[...ids, ...between].map(() => next?.signer.kid)]);
  await place.serving.stop();
  const storage = await openStorage(serverFolder);
  const rotated = (await storage.audit.list(sampleMunicipality)).filter(({ kind }) => kind === 'receiptKeyRotated');
  await storage.close();
  expect(rotated.map(({ facts }) => facts)).toEqual([{ kid: next?.signer.kid }]);
  expect(await inspect(databaseFileIn(serverFolder))).toMatchObject({ faults: [], gaps: [] });
}, 60_000);

test('a new key signs nothing before the office lists it, also after a restart of the server', async () => {
  const place = await venue();
  const { tablet, serverFolder, rotate, republish } = place;
  const before = await findReceiptKey(serverFolder);
  await rotate();
  expect((await place.run(['republish'])).exitCode).toBe(0);
  await place.serving.stop();
  const port = Number(new URL(place.serving.url).port);
  const again = await serveInProcess(serverFolder, { webFolder: await makeWebFolder(place.folder), port });
  const ids = await tablet.seal(1);
  await tablet.run(() => tablet.delivery.start());
  expect(await tablet.states(ids)).toEqual(new Set(['delivered']));
  expect(await receiptKids(place)).toEqual([before?.signer.kid]);
  await republish();
  expect((await findReceiptKey(serverFolder))?.signer.kid).not.toBe(before?.signer.kid);
  expect(await findNextReceiptKey(serverFolder)).toBeUndefined();
  expect(JSON.parse(await readFile(join(serverFolder, 'server-public.json'), 'utf8'))).not.toHaveProperty('key.d');
  await again.stop();
}, 60_000);
