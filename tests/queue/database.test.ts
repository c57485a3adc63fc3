import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Database, type DatabaseStatus, DatabaseUnavailable, openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { entryOf } from '../../src/queue/entry';
import { upgradeLadder } from '../../src/queue/upgrade-ladder';
import { countLoadedRecords, followConnections, outOfRoom, strikeOnAdd, damageRecords } from './browser-faults';
import { bytesIn, sealedSample } from './sealed-samples';
import { markDelivered, markSending } from './marks';

const opened: Database[] = [];
const open = (...setting: Parameters<typeof openDatabase>): Database => {
  const database = openDatabase(...setting);
  opened.push(database);
  return database;
};
afterEach(() => {
  vi.restoreAllMocks();
  for (const database of opened.splice(0)) database.close();
});
const newName = (): string => `madoguchi-${uuidv7()}`;
const furtherStep = {
  reason: 'a later version looks entries up by campaign',
  apply: (_database: IDBDatabase, transaction: IDBTransaction) => {
    transaction.objectStore('entries').createIndex('byCampaign', 'campaignId');
  },
};

describe('an application at the moment of seal', () => {
  it('is written wholly or not at all when the tab dies between its two records', async () => {
    const store = databaseQueueStore(open(newName()));
    strikeOnAdd('entries', (transaction) => transaction.abort());
    await expect(store.append(sealedSample(1))).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await store.nextSequence()).toBe(1);
    const sealed = sealedSample(1);
    await store.append(sealed);
    expect((await store.figures()).sealed).toBe(1);
  });

  it.each(['envelopes', 'entries'])('on a full tablet is told so, with nothing half-written (%s)', async (storeName) => {
    const store = databaseQueueStore(open(newName()));
    const sealed = sealedSample(1);
    strikeOnAdd(storeName, outOfRoom);
    expect(await store.append(sealed)).toEqual({ kind: 'storageFull' });
    vi.restoreAllMocks();
    expect(await store.readSealed(sealed.manifest.envelopeId)).toBeUndefined();
    expect(await store.findEntry(sealed.manifest.envelopeId)).toBeUndefined();
    expect(await store.append(sealed)).toMatchObject({ kind: 'appended' });
  });

  it('whose bytes cannot be read is marked all the same, without them, and undoes nobody else’s mark', async () => {
    const store = databaseQueueStore(open(newName()));
    const sealed = [sealedSample(1), sealedSample(2), sealedSample(3)];
    for (const one of sealed) await store.append(one);
    const ids = sealed.map(({ manifest }) => manifest.envelopeId);
    damageRecords('envelopes', ids.slice(1, 2));
    const marked = await markSending(store, ids);
    vi.restoreAllMocks();
    const withSealed = (index: number) => ({ kind: 'changed', sealed: { manifestJws: sealed[index]?.manifestJws } });
    expect(marked).toMatchObject([withSealed(0), { kind: 'changed', sealed: undefined }, withSealed(2)]);
    for (const id of ids) expect((await store.findEntry(id))?.state).toBe('sending');
  });

  it('is durable before it is confirmed: every change is one strict transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = databaseQueueStore(open(newName()));
    const sealed = sealedSample(1);
    const id = sealed.manifest.envelopeId;
    await store.append(sealed);
    await markSending(store, [id]);
    await store.returnInterrupted();
    await markSending(store, [id]);
    await markDelivered(store, [{ envelopeId: id, receiptJws: 'a.b.c', verifiedAtMs: 1 }]);
    await store.markSecured([id]);
    await store.purge(id);
    const writes = transaction.mock.results
      .map(({ value }) => value as IDBTransaction)
      .filter(({ mode }) => mode === 'readwrite');
    expect(writes).toHaveLength(7);
    expect(writes.every(({ durability }) => durability === 'strict')).toBe(true);
  });
});

describe('a database that the browser closes', () => {
  it('is opened again, and nothing is lost', async () => {
    const connections = followConnections();
    const store = databaseQueueStore(open(newName()));
    await store.append(sealedSample(1));
    connections.closeAll();
    expect(await store.append(sealedSample(2))).toMatchObject({ kind: 'appended' });
    expect(await store.nextSequence()).toBe(3);
    expect(connections.opened()).toBe(2);
  });

  it('in the middle of an append is opened again and the append is done once', async () => {
    const connections = followConnections();
    const store = databaseQueueStore(open(newName()));
    let strikes = 0;
    strikeOnAdd('entries', (transaction) => {
      strikes += 1;
      if (strikes > 1) return;
      connections.closeAll();
      transaction.abort();
    });
    expect(await store.append(sealedSample(1))).toMatchObject({ kind: 'appended' });
    expect(await store.figures()).toMatchObject({ sealed: 1, waiting: 1 });
    expect(strikes).toBe(2);
  });
});

describe('an update of the database', () => {
  it('keeps what waits: every older version upgrades with its envelopes', async () => {
    const name = newName();
    const older = open(name, upgradeLadder.slice(0, 1));
    const sealed = sealedSample(1);
    await databaseQueueStore(older).append(sealed);
    older.close();
    const newest = open(name, [...upgradeLadder, furtherStep]);
    const store = databaseQueueStore(newest);
    expect(await store.listUndelivered(10)).toMatchObject([{ sequence: 1, state: 'waiting' }]);
    expect(await bytesIn(store, sealed.manifest.envelopeId)).toEqual(sealed.bytes);
    expect(await store.append(sealedSample(2))).toMatchObject({ kind: 'appended' });
  });

  it('finds second applications from then on, beside entries that never had a tag', async () => {
    const name = newName();
    const older = open(name, upgradeLadder.slice(0, 2));
    await databaseQueueStore(older).append(sealedSample(1));
    older.close();
    const store = databaseQueueStore(open(name));
    const tag = 't'.repeat(43);
    expect(await store.entriesWithTag([tag])).toEqual([]);
    await store.append(sealedSample(2, { duplicateTag: { tag, keyVersion: 1 } }));
    expect(await store.entriesWithTag([tag])).toMatchObject([{ sequence: 2 }]);
    expect((await store.figures()).sealed).toBe(2);
  });

  it('names a reason for each step', () => {
    expect(upgradeLadder.every(({ reason }) => reason.length > 20)).toBe(true);
  });

  it('by a newer tab makes the older one step aside, and both go on in the one database, nothing lost or doubled', async () => {
    const name = newName();
    const [older, newer] = [open(name), open(name, [...upgradeLadder, furtherStep])];
    await databaseQueueStore(older).append(sealedSample(1));
    expect(await newer.open()).toBe('open');
    const both = [databaseQueueStore(older), databaseQueueStore(newer)] as const;
    expect(await both[0].append(sealedSample(2))).toMatchObject({ kind: 'appended' });
    expect(await both[1].append(sealedSample(2))).toEqual({ kind: 'sequenceTaken' });
    expect(await both[1].append(sealedSample(3))).toMatchObject({ kind: 'appended' });
    for (const store of both) expect(await store.figures()).toMatchObject({ sealed: 3, waiting: 3 });
    expect(older.status()).toBe('open');
  });

  it('by a newer tab after which this version must not go on is said, instead of crashing or holding it up', async () => {
    const name = newName();
    const older = open(name);
    const seen: DatabaseStatus[] = [];
    older.subscribe((status) => seen.push(status));
    await databaseQueueStore(older).append(sealedSample(1));
    const newer = open(name, [...upgradeLadder, { ...furtherStep, endsRollback: true }]);
    expect(await newer.open()).toBe('open');
    const refusal = await databaseQueueStore(older)
      .nextSequence()
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseUnavailable);
    expect(older.status()).toBe('newerVersion');
    expect(seen).toEqual(['open', 'closed', 'newerVersion']);
    expect(await databaseQueueStore(newer).nextSequence()).toBe(2);
  });

  it('can be rolled back: the version before opens what the newer one left, delivers it, and the newer finds it so', async () => {
    const name = newName();
    const ladder = [...upgradeLadder, furtherStep, furtherStep].map((step, index) =>
      index > upgradeLadder.length ? { ...step, apply: () => undefined } : step,
    );
    const newer = open(name, ladder);
    const sealed = sealedSample(1);
    await databaseQueueStore(newer).append(sealed);
    newer.close();
    const rolledBack = open(name);
    const store = databaseQueueStore(rolledBack);
    expect(await bytesIn(store, sealed.manifest.envelopeId)).toEqual(sealed.bytes);
    await markSending(store, [sealed.manifest.envelopeId]);
    await markDelivered(store, [{ envelopeId: sealed.manifest.envelopeId, receiptJws: 'a.b.c', verifiedAtMs: 1 }]);
    expect(await store.append(sealedSample(2))).toMatchObject({ kind: 'appended' });
    rolledBack.close();
    expect(await databaseQueueStore(open(name, ladder)).figures()).toMatchObject({ sealed: 2, waiting: 1, delivered: 1 });
  });

  it('by an unknown hand, without a word on who may use it, is left alone', async () => {
    const name = newName();
    const strange = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 99);
      request.onupgradeneeded = () => request.result.createObjectStore('device', { keyPath: 'name' });
      request.onsuccess = () => resolve(request.result);
    });
    strange.close();
    expect(await open(name).open()).toBe('newerVersion');
  });

  it('waits, visibly, for a tab that does not let go, and goes on when it does', async () => {
    const name = newName();
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    const database = open(
      name,
      [furtherStep, furtherStep].map((step) => ({ ...step, apply: () => undefined })),
    );
    const blocked = new Promise<void>((resolve) => {
      database.subscribe((status) => status === 'blocked' && resolve());
    });
    const opening = database.open();
    await blocked;
    stubborn.close();
    expect(await opening).toBe('open');
  });

  it('tells a browser without a usable database apart', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private mode', 'SecurityError');
    });
    expect(await open(newName()).open()).toBe('unavailable');
  });
});

describe('a queue of 2,000', () => {
  it('is listed, counted and continued without loading an envelope or all entries', async () => {
    const database = open(newName());
    const store = databaseQueueStore(database);
    await database.write(['entries'], async (transaction) => {
      const entries = transaction.objectStore('entries');
      const manifests = Array.from({ length: 2000 }, (_, index) => sealedSample(index + 1).manifest);
      await Promise.all(manifests.map((manifest) => entries.add(entryOf(manifest))));
    });
    const loaded = countLoadedRecords();
    expect(await store.nextSequence()).toBe(2001);
    expect((await store.figures()).waiting).toBe(2000);
    expect((await store.listWaiting(1))[0]?.sequence).toBe(1);
    expect(await store.listUndelivered(20)).toHaveLength(20);
    expect(await store.returnInterrupted()).toBe(0);
    expect(loaded.stores(), 'voids are only counted').toEqual(['entries', 'voids']);
    expect(loaded.records()).toBeLessThanOrEqual(21);
  });
});
