import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { inFileOfBrowser } from '../../src/queue/bytes/sealed-bytes';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { describeQueueStore } from './queue-store-contract';
import { sealedSample } from './sealed-samples';
import { markDelivered, markSending } from './marks';

describeQueueStore('the queue in IndexedDB', () => databaseQueueStore(openDatabase(`queue-${uuidv7()}`)));
describeQueueStore('the queue in IndexedDB with its bytes in files', () =>
  databaseQueueStore(openDatabase(`queue-${uuidv7()}`), inFileOfBrowser),
);

it('stores a receipt with the delivery and not before, and keeps it when the bytes are purged', async () => {
  const database = openDatabase(`queue-${uuidv7()}`);
  const store = databaseQueueStore(database);
  const sealed = sealedSample(1);
  const { envelopeId } = sealed.manifest;
  const receipt = { receiptJws: 'header.receipt.signature', verifiedAtMs: 1_700_000_000_000 };
  const receipts = (): Promise<unknown[]> =>
    database.read(['receipts'], (transaction) => transaction.objectStore('receipts').getAll());
  await store.append(sealed);
  await markDelivered(store, [{ envelopeId, ...receipt }]);
  expect(await receipts()).toEqual([]);
  await markSending(store, [envelopeId]);
  await markDelivered(store, [{ envelopeId, ...receipt }]);
  await store.markSecured([envelopeId]);
  expect((await store.purge(envelopeId)).kind).toBe('changed');
  expect(await receipts()).toEqual([{ envelopeId, ...receipt }]);
});
