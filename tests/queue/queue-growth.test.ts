import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { entryOf } from '../../src/queue/entry';
import type { QueueStore } from '../../src/queue/queue-store';
import { countLoadedRecords, countVisitedKeys } from './browser-faults';
import { sealedSample } from './sealed-samples';

afterEach(() => vi.restoreAllMocks());

/** A tablet's queue with so many waiting, a few of them refused. */
async function queueOf(count: number): Promise<QueueStore> {
  const database = openDatabase(`growth-${uuidv7()}`);
  await database.write(['entries'], async (transaction) => {
    const entries = transaction.objectStore('entries');
    const manifests = Array.from({ length: count }, (_, index) => sealedSample(index + 1).manifest);
    await Promise.all(manifests.map((manifest) => entries.add(entryOf(manifest))));
  });
  return databaseQueueStore(database);
}

/** What a start, the home screen, the lists and the next seal ask of the queue; and how many records that loaded. */
async function recordsLoadedBy(store: QueueStore, sequence: number): Promise<{ records: number; stores: string[] }> {
  const loaded = countLoadedRecords();
  await store.returnInterrupted();
  await store.figures();
  await store.lastEntry();
  await store.lastDeliveryAtMs();
  await store.listWaiting(1);
  await store.listUndelivered(1);
  await store.listRefused(100);
  await store.deliveredEntries(500);
  expect(await store.nextSequence()).toBe(sequence);
  expect(await store.append(sealedSample(sequence))).toMatchObject({ kind: 'appended' });
  const counted = { records: loaded.records(), stores: loaded.stores() };
  vi.restoreAllMocks();
  return counted;
}

it('a week without a network, 2,000 waiting: start, home, lists and seal load no more records than with 20', async () => {
  const few = await recordsLoadedBy(await queueOf(20), 21);
  const many = await recordsLoadedBy(await queueOf(2000), 2001);
  expect(many).toEqual(few);
  expect(many.records).toBeLessThanOrEqual(3);
});

it('counts what waits without going through it: 2,000 cost the home screen no more than 200', async () => {
  const keysVisited = async (store: QueueStore): Promise<number> => {
    const visited = countVisitedKeys();
    await store.figures();
    vi.restoreAllMocks();
    return visited.keys();
  };
  const few = await keysVisited(await queueOf(200));
  expect(await keysVisited(await queueOf(2000))).toBe(few);
});
