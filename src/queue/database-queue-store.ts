import { isUndelivered } from '../domain/submission/entry-state';
import type { SealedEnvelope } from '../sealing/seal';
import { type Database, isQuotaError, type Transaction } from './database';
import { type AppendResult, type Entry, type EntryChange, entryOf, type StoredReceipt } from './entry';
import { changeEntry, type EntryPatch } from './entry-change';
import { entriesIn, entryQueries } from './entry-queries';
import { databaseInFileStore, takePlace } from './in-file/database-in-file-store';
import { isOnlyReserved } from './in-file/in-file-store';
import { databaseVoidStore } from './voids/database-void-store';
import type { QueueStore } from './queue-store';

/** The queue in the tablet's database. */
export function databaseQueueStore(database: Database): QueueStore {
  const append = (sealed: SealedEnvelope): Promise<AppendResult> => appendTo(database, sealed);
  const [voids, inFile] = [databaseVoidStore(database), databaseInFileStore(database)];
  return { ...entryQueries(database), ...changes(database), append, voids, inFile };
}

async function appendTo(database: Database, sealed: SealedEnvelope): Promise<AppendResult> {
  const { manifest, manifestJws, bytes } = sealed;
  const entry = entryOf(manifest);
  try {
    return await database.write(['entries', 'envelopes'], async (transaction): Promise<AppendResult> => {
      const place = await takePlace(transaction, entry);
      if (place === 'taken') return { kind: 'sequenceTaken' };
      if (place !== 'free' && !(isOnlyReserved(place) && place.state === 'refused')) return { kind: 'appended', entry: place };
      await transaction.objectStore('envelopes').add({ envelopeId: entry.envelopeId, manifestJws, bytes: ownBuffer(bytes) });
      const entries = transaction.objectStore('entries');
      await (place === 'free' ? entries.add(entry) : entries.put(entry));
      return { kind: 'appended', entry };
    });
  } catch (error) {
    if (isQuotaError(error)) return { kind: 'storageFull' };
    throw error;
  }
}

/** The bytes' own buffer: a view into a larger one must not carry the rest of it to disk. */
function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

type Changes = Omit<QueueStore, keyof ReturnType<typeof entryQueries> | 'append' | 'voids' | 'inFile'>;

function changes(database: Database): Changes {
  const change = (envelopeId: string, patch: EntryPatch): Promise<EntryChange> =>
    database.write(['entries'], (transaction) => changeEntry(transaction, envelopeId, patch));
  return {
    markSending: (envelopeId) => change(envelopeId, (entry) => ({ state: 'sending', attempts: entry.attempts + 1 })),
    markWaiting: (envelopeId) =>
      change(envelopeId, (entry) =>
        entry.state === 'delivered' || entry.inFile ? undefined : { state: 'waiting', refusal: null },
      ),
    markRefused: (envelopeId, refusal) => change(envelopeId, () => ({ state: 'refused', refusal })),
    markDelivered: (envelopeId, receipt) => deliver(database, envelopeId, receipt, ({ state }) => state === 'sending'),
    markDeliveredByFile: (envelopeId, receipt) => deliver(database, envelopeId, receipt, ({ state }) => isUndelivered(state)),
    returnInterrupted: () => database.write(['entries'], returnInterrupted),
    markLacking: (envelopeIds) =>
      changeAll(database, envelopeIds, (entry) =>
        entry.state === 'delivered' ? { ...lackingState(entry), deliveredAtMs: null, isSecured: false } : undefined,
      ),
    markSecured: (envelopeIds) =>
      changeAll(database, envelopeIds, (entry) => (entry.state === 'delivered' ? { isSecured: true } : undefined)),
    purge: (envelopeId) => changeAndDrop(database, envelopeId, (entry) => (entry.isSecured ? { state: 'purged' } : undefined)),
    remove: (envelopeId, removal) =>
      changeAndDrop(database, envelopeId, (entry) => (entry.state === 'refused' ? { state: 'removed', removal } : undefined)),
  };
}

/** What the tablet has is sent again; what lies in a file must be brought again. */
function lackingState({ inFile }: Entry): Pick<Entry, 'state' | 'refusal'> {
  return inFile ? { state: 'refused', refusal: 'kept-in-file' } : { state: 'waiting', refusal: null };
}

/** Receipt, state and the time of the last delivery, together. */
function deliver(
  database: Database,
  envelopeId: string,
  receipt: StoredReceipt,
  mayBe: (entry: Entry) => boolean,
): Promise<EntryChange> {
  return database.write(['entries', 'receipts', 'device'], async (transaction) => {
    const patch: EntryPatch = (entry) =>
      mayBe(entry) ? { state: 'delivered', refusal: null, deliveredAtMs: receipt.verifiedAtMs } : undefined;
    const result = await changeEntry(transaction, envelopeId, patch);
    if (result.kind === 'unchanged') return result;
    await transaction.objectStore('receipts').put({ envelopeId, ...receipt });
    await transaction.objectStore('device').put({ name: 'lastDelivery', atMs: receipt.verifiedAtMs });
    return result;
  });
}

/** Changes an entry to a state in which its sealed bytes are not kept, and deletes them, together. */
function changeAndDrop(database: Database, envelopeId: string, patch: EntryPatch): Promise<EntryChange> {
  return database.write(['entries', 'envelopes'], async (transaction) => {
    const result = await changeEntry(transaction, envelopeId, patch);
    if (result.kind === 'changed') await transaction.objectStore('envelopes').delete(envelopeId);
    return result;
  });
}

async function changeAll(database: Database, envelopeIds: readonly string[], patch: EntryPatch): Promise<void> {
  await database.write(['entries'], async (transaction) => {
    for (const envelopeId of envelopeIds) await changeEntry(transaction, envelopeId, patch);
  });
}

async function returnInterrupted(transaction: Transaction<'entries', 'readwrite'>): Promise<number> {
  const interrupted = await entriesIn(transaction, 'sending', 0);
  for (const { envelopeId } of interrupted) await changeEntry(transaction, envelopeId, () => ({ state: 'waiting' }));
  return interrupted.length;
}
