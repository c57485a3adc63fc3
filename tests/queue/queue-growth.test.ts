import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { entryOf } from '../../src/queue/entry';
import type { QueueStore } from '../../src/queue/queue-store';
import { countLoadedRecords, countQuestions, countVisitedKeys } from './browser-faults';
import { markSending } from './marks';
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

describe('marks of many', () => {
  /** Their ids, oldest first. */
  const fill = async (store: QueueStore, count: number): Promise<string[]> => {
    const sealed = Array.from({ length: count }, (_, index) => sealedSample(index + 1));
    for (const one of sealed) await store.append(one);
    return sealed.map(({ manifest }) => manifest.envelopeId);
  };
  const emptyQueue = () => databaseQueueStore(openDatabase(`growth-${uuidv7()}`));

  it('ask the database no more for 30 that follow one another than for 3', async () => {
    const questionsFor = async (count: number): Promise<number> => {
      const store = emptyQueue();
      const ids = await fill(store, count);
      const asked = countQuestions();
      expect((await markSending(store, ids)).map(({ kind }) => kind)).toEqual(ids.map(() => 'changed'));
      vi.restoreAllMocks();
      return asked.questions();
    };
    expect(await questionsFor(30)).toBe(await questionsFor(3));
  });

  it.each([2, 5, 6, 12])('find the first and the last of %i, in any order, each with its own bytes', async (count) => {
    const store = emptyQueue();
    const ids = await fill(store, count);
    const asked = [ids.at(-1) ?? '', 'nobody', ids[0] ?? ''];
    const marked = await markSending(store, asked);
    expect(marked).toMatchObject([
      { entry: { sequence: count }, sealed: { manifestJws: `header.payload${count}.signature` } },
      { kind: 'unchanged', entry: undefined },
      { entry: { sequence: 1 }, sealed: { manifestJws: 'header.payload1.signature' } },
    ]);
  });

  it('read no more than a few others in vain, however many lie between', async () => {
    const store = emptyQueue();
    const ids = await fill(store, 40);
    const loaded = countLoadedRecords();
    await markSending(store, [ids[0] ?? '', ids.at(-1) ?? '']);
    // Of entries and of envelopes, of which two each are wanted.
    expect(loaded.records()).toBe(2 * (2 + 4));
  });
});
