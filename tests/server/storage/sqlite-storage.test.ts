import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { migrations } from '../../../src/server/storage/sqlite/migrations';
import { openSqliteStorage, type SqliteOptions, startWriter } from '../../../src/server/storage/sqlite/open-sqlite-storage';
import type { Storage } from '../../../src/server/storage/storage';
import type { StorageFailure } from '../../../src/server/storage/storage-failure';
import { sampleMunicipality } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeEnvelope, makeStation } from '../support/station';
import { provision, temporaryFolder } from '../support/test-server';
import { describeStorage } from './storage-contract';

let file = '';

function makeEmpty(): Promise<void> {
  file = join(temporaryFolder(), 'madoguchi.sqlite');
  return Promise.resolve();
}

async function open(options: SqliteOptions = {}): Promise<Storage> {
  const opening = await openSqliteStorage(file, options);
  if (opening.kind !== 'opened') throw new Error(`not opened: ${opening.kind}`);
  onTestFinished(() => opening.storage.close());
  return opening.storage;
}

function damageBytes(envelopeId: string, bytes: Uint8Array | undefined): Promise<void> {
  const database = new BetterSqlite(file);
  if (bytes) database.prepare('update envelope_bytes set bytes = ? where envelope_id = ?').run(bytes, envelopeId);
  else database.prepare('delete from envelope_bytes where envelope_id = ?').run(envelopeId);
  database.close();
  return Promise.resolve();
}

describeStorage('SQLite', { makeEmpty, open, damageBytes });

const issueReceipt = (head: string): Promise<string> => Promise.resolve(`receipt ${head}`);

it('writes through to the disk, also in a database that was in WAL mode before', async () => {
  await makeEmpty();
  await (await open()).close();
  const writer = startWriter(file, {});
  onTestFinished(() => writer.close());
  const full = 2;
  expect((await writer.run('pragma journal_mode')).rows).toEqual([{ journal_mode: 'wal' }]);
  expect((await writer.run('pragma synchronous')).rows).toEqual([{ synchronous: full }]);
  // What a savepoint may have to take back is kept in memory, not in a file beside the log.
  expect((await writer.run('pragma temp_store')).rows).toEqual([{ temp_store: 2 }]);
});

it('knows no envelope without its municipality', async () => {
  await makeEmpty();
  const storage = await open();
  await provision(storage, await makeOffice());
  const { manifest, ...envelope } = await makeEnvelope(await makeStation());
  const foreign = { ...envelope, manifest: { ...manifest, destination: '990027' as typeof manifest.destination } };
  await expect(storage.envelopes.store({ ...foreign, state: 'stored' }, issueReceipt, 1)).rejects.toThrow('FOREIGN KEY');
});

it('fails as full where no page is left, leaves nothing of that envelope, and goes on when there is room', async () => {
  await makeEmpty();
  const office = await makeOffice();
  const roomy = await open();
  await provision(roomy, office);
  const cramped = await open({ maxPages: 40 });
  const envelope = await makeEnvelope(await makeStation(), {}, new Uint8Array(400_000));
  const attempt = cramped.envelopes.store({ ...envelope, bytes: envelope.bytes.slice(), state: 'stored' }, issueReceipt, 1);
  await expect(attempt).rejects.toMatchObject({ reason: 'full' } satisfies Partial<StorageFailure>);
  expect(await cramped.envelopes.find(sampleMunicipality, envelope.manifest.envelopeId)).toBeUndefined();
  expect(await cramped.audit.list(sampleMunicipality)).toHaveLength(1);
  expect((await roomy.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, 1)).kind).toBe('stored');
});

it('takes the bytes for itself, and never stores an envelope whose bytes are gone already', async () => {
  await makeEmpty();
  const storage = await open();
  await provision(storage, await makeOffice());
  const station = await makeStation();
  const [first, second] = [await makeEnvelope(station), await makeEnvelope(station, { sequence: 2 }, new Uint8Array(3000))];
  const bytes = first.bytes.slice();
  await storage.envelopes.store({ ...first, bytes, state: 'stored' }, issueReceipt, 1);
  expect(bytes.byteLength).toBe(0);
  const attempt = storage.envelopes.store({ ...second, bytes, state: 'stored' }, issueReceipt, 1);
  await expect(attempt).rejects.toThrow('the bytes of an envelope are not there');
  expect(await storage.envelopes.find(sampleMunicipality, second.manifest.envelopeId)).toBeUndefined();
  expect(await storage.audit.list(sampleMunicipality)).toHaveLength(2);
});

it('asks its thread three times for an envelope: what is there, what is written, and the commit', async () => {
  await makeEmpty();
  const storage = await open();
  await provision(storage, await makeOffice());
  const envelope = await makeEnvelope(await makeStation());
  const messages = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => messages.mockRestore());
  await storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, 1);
  expect(messages).toHaveBeenCalledTimes(3);
});

it('fails as unavailable while another process holds the lock, and says that it is not usable', async () => {
  await makeEmpty();
  const storage = await open({ lockTimeoutMs: 1 });
  await provision(storage, await makeOffice());
  const other = new BetterSqlite(file);
  other.exec('begin immediate');
  const envelope = await makeEnvelope(await makeStation());
  const attempt = storage.envelopes.store({ ...envelope, state: 'stored' }, issueReceipt, 1);
  await expect(attempt).rejects.toMatchObject({ reason: 'unavailable' } satisfies Partial<StorageFailure>);
  expect(await storage.isUsable()).toBe(false);
  other.close();
  expect(await storage.isUsable()).toBe(true);
  await storage.close();
  expect(await storage.isUsable()).toBe(false);
});

it('refuses to change or remove an audit event, whoever asks', async () => {
  await makeEmpty();
  await provision(await open(), await makeOffice());
  const other = new BetterSqlite(file);
  onTestFinished(() => void other.close());
  expect(() => other.exec('update audit_events set at_ms = 0')).toThrow('append-only');
  expect(() => other.exec('delete from audit_events')).toThrow('append-only');
});

it('leaves a database of a later version alone, and one that is none', async () => {
  await makeEmpty();
  await (await open()).close();
  const later = new BetterSqlite(file);
  later.pragma(`user_version = ${migrations.length + 1}`);
  later.close();
  expect(await openSqliteStorage(file)).toEqual({ kind: 'newer' });
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  writeFileSync(file, 'this is no database, and it is long enough to have a header'.repeat(10));
  expect((await openSqliteStorage(file)).kind).toBe('unusable');
});

it('opens an existing database without running a step twice', async () => {
  await makeEmpty();
  const office = await makeOffice();
  await provision(await open(), office);
  expect((await (await open()).municipalities.find(office.code))?.code).toBe(office.code);
});
