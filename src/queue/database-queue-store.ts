import { isUndelivered } from '../domain/submission/entry-state';
import type { SealedEnvelope } from '../sealing/seal';
import { type Database, isQuotaError, type Transaction, unlessDamaged } from './database';
import { type AppendResult, type Entry, type EntryChange, entryOf, type EnvelopeReceipt } from './entry';
import { changeEntries, changeEntry, type EntryPatch } from './entry-change';
import { entriesIn, entryQueries } from './entry-queries';
import { databaseInFileStore, takePlace } from './in-file/database-in-file-store';
import { isOnlyReserved } from './in-file/in-file-store';
import { databaseVoidStore } from './voids/database-void-store';
import type { QueueStore, Sending } from './queue-store';
import { inRecord, type Keeping } from './bytes/sealed-bytes';

/** The queue in the tablet's database; `keep`: how sealed bytes are kept from now on. Both ways are read. */
export function databaseQueueStore(database: Database, keep: Keeping = inRecord): QueueStore {
  const append = (sealed: SealedEnvelope): Promise<AppendResult> => appendTo(database, keep, sealed);
  const [voids, inFile] = [databaseVoidStore(database), databaseInFileStore(database)];
  return { ...entryQueries(database), ...changes(database), append, voids, inFile };
}

async function appendTo(database: Database, keep: Keeping, sealed: SealedEnvelope): Promise<AppendResult> {
  const { manifest, manifestJws, bytes } = sealed;
  const entry = entryOf(manifest);
  const kept = keep(bytes);
  try {
    return await database.write(['entries', 'envelopes'], async (transaction): Promise<AppendResult> => {
      const place = await takePlace(transaction, entry);
      if (place === 'taken') return { kind: 'sequenceTaken' };
      if (place !== 'free' && !(isOnlyReserved(place) && place.state === 'refused')) return { kind: 'appended', entry: place };
      await transaction.objectStore('envelopes').add({ envelopeId: entry.envelopeId, manifestJws, bytes: kept });
      const entries = transaction.objectStore('entries');
      await (place === 'free' ? entries.add(entry) : entries.put(entry));
      return { kind: 'appended', entry };
    });
  } catch (error) {
    if (isQuotaError(error)) return { kind: 'storageFull' };
    throw error;
  }
}

type Changes = Omit<QueueStore, keyof ReturnType<typeof entryQueries> | 'append' | 'voids' | 'inFile'>;

function changes(database: Database): Changes {
  const change = (envelopeId: string, patch: EntryPatch): Promise<EntryChange> =>
    database.write(['entries'], (transaction) => changeEntry(transaction, envelopeId, patch));
  return {
    markSending: (envelopeIds) => markSending(database, envelopeIds),
    markWaiting: (envelopeId) =>
      change(envelopeId, (entry) =>
        entry.state === 'delivered' || entry.inFile ? undefined : { state: 'waiting', refusal: null },
      ),
    markRefused: (envelopeId, refusal) => change(envelopeId, () => ({ state: 'refused', refusal })),
    markDelivered: (receipts) => deliver(database, receipts, ({ state }) => state === 'sending'),
    markDeliveredByFile: async (envelopeId, receipt) => {
      const [result] = await deliver(database, [{ envelopeId, ...receipt }], ({ state }) => isUndelivered(state));
      return result ?? { kind: 'unchanged', entry: undefined };
    },
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

function markSending(database: Database, envelopeIds: readonly string[]): Promise<readonly Sending[]> {
  return database.write(['entries', 'envelopes'], async (transaction) => {
    const patch: EntryPatch = ({ attempts }) => ({ state: 'sending', attempts: attempts + 1 });
    const envelopes = transaction.objectStore('envelopes');
    const results = await changeEntries(transaction, envelopeIds, patch);
    const withSealed = async (change: EntryChange): Promise<Sending> =>
      change.kind === 'unchanged' ? change : { ...change, sealed: await unlessDamaged(envelopes.get(change.entry.envelopeId)) };
    return Promise.all(results.map(withSealed));
  });
}

/** What the tablet has is sent again; what lies in a file must be brought again. */
function lackingState({ inFile }: Entry): Pick<Entry, 'state' | 'refusal'> {
  return inFile ? { state: 'refused', refusal: 'kept-in-file' } : { state: 'waiting', refusal: null };
}

/** Receipts, states and the time of the last delivery, together. */
function deliver(
  database: Database,
  receipts: readonly EnvelopeReceipt[],
  mayBe: (entry: Entry) => boolean,
): Promise<readonly EntryChange[]> {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.envelopeId, receipt]));
  const patch: EntryPatch = (entry) =>
    mayBe(entry)
      ? { state: 'delivered', refusal: null, deliveredAtMs: receiptOf.get(entry.envelopeId)?.verifiedAtMs ?? null }
      : undefined;
  return database.write(['entries', 'receipts', 'device'], async (transaction) => {
    const results = await changeEntries(transaction, [...receiptOf.keys()], patch);
    const taken = [...receiptOf.values()].filter((_, index) => results[index]?.kind === 'changed');
    if (taken.length === 0) return results;
    const atMs = Math.max(...taken.map(({ verifiedAtMs }) => verifiedAtMs));
    await Promise.all([
      ...taken.map((receipt) => transaction.objectStore('receipts').put(receipt)),
      transaction.objectStore('device').put({ name: 'lastDelivery', atMs }),
    ]);
    return results;
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
  await database.write(['entries'], (transaction) => changeEntries(transaction, envelopeIds, patch));
}

async function returnInterrupted(transaction: Transaction<'entries', 'readwrite'>): Promise<number> {
  const interrupted = await entriesIn(transaction, 'sending', 0);
  const envelopeIds = interrupted.map(({ envelopeId }) => envelopeId);
  await changeEntries(transaction, envelopeIds, () => ({ state: 'waiting' }));
  return interrupted.length;
}
