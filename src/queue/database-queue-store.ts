import { isUndelivered } from '../domain/submission/entry-state';
import type { SealedEnvelope } from '../sealing/seal';
import { type Database, isQuotaError, type Transaction, unlessDamaged } from './database';
import { type AppendResult, type Entry, type EntryChange, entryOf, type EnvelopeReceipt } from './entry';
import { changeEntries, changeEntry, type EntryPatch } from './entry-change';
import { entriesIn, entryQueries, findEach } from './entry-queries';
import { databaseInFileStore, takePlace } from './in-file/database-in-file-store';
import { isOnlyReserved } from './in-file/in-file-store';
import { databaseVoidStore } from './voids/database-void-store';
import type { Marked, Marks, QueueStore, Sending } from './queue-store';
import type { EnvelopeRecord, StoreName } from './schema';
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
    mark: (marks) => mark(database, marks),
    markWaiting: (envelopeIds) =>
      changeAll(database, envelopeIds, (entry) =>
        entry.state === 'delivered' || entry.inFile ? undefined : { state: 'waiting', refusal: null },
      ),
    markRefused: (envelopeId, refusal) => change(envelopeId, () => ({ state: 'refused', refusal })),
    markDeliveredByFile: (envelopeId, receipt) => markDeliveredByFile(database, { envelopeId, ...receipt }),
    returnInterrupted: () => database.write(['entries'], returnInterrupted),
    markLacking: async (envelopeIds) => {
      await changeAll(database, envelopeIds, (entry) =>
        entry.state === 'delivered' ? { ...lackingState(entry), deliveredAtMs: null, isSecured: false } : undefined,
      );
    },
    markSecured: async (envelopeIds) => {
      await changeAll(database, envelopeIds, (entry) => (entry.state === 'delivered' ? { isSecured: true } : undefined));
    },
    purge: (envelopeId) => changeAndDrop(database, envelopeId, (entry) => (entry.isSecured ? { state: 'purged' } : undefined)),
    remove: (envelopeId, removal) =>
      changeAndDrop(database, envelopeId, (entry) => (entry.state === 'refused' ? { state: 'removed', removal } : undefined)),
  };
}

function mark(database: Database, { sending, delivered }: Marks): Promise<Marked> {
  const receiptOf = new Map(delivered.map((receipt) => [receipt.envelopeId, receipt]));
  const patch: EntryPatch = (entry) => {
    const receipt = receiptOf.get(entry.envelopeId);
    if (!receipt) return { state: 'sending', attempts: entry.attempts + 1 };
    return entry.state === 'sending' ? deliveredState(receipt) : undefined;
  };
  return database.write(['entries', 'envelopes', 'receipts', 'device'], async (transaction) => {
    const markEntries = async () => {
      // What has arrived comes first: it is nothing to be sent any more.
      const arrived = await changeEntries(transaction, [...receiptOf.keys()], patch);
      const receipts = [...receiptOf.values()].filter((_, index) => arrived[index]?.kind === 'changed');
      const [toSend] = await Promise.all([changeEntries(transaction, sending, patch), keepReceipts(transaction, receipts)]);
      return { arrived, toSend };
    };
    const [{ arrived, toSend }, sealed] = await Promise.all([markEntries(), findSealed(transaction, sending)]);
    const withSealed = toSend.map((change, index): Sending =>
      change.kind === 'unchanged' ? change : { ...change, sealed: sealed[index] },
    );
    return { sending: withSealed, delivered: arrived };
  });
}

/** Undefined where the bytes cannot be read, too. */
function findSealed<Name extends StoreName>(
  transaction: Transaction<Name | 'envelopes', 'readwrite'>,
  envelopeIds: readonly string[],
): ReturnType<typeof findEach<EnvelopeRecord>> {
  const envelopes = transaction.objectStore('envelopes');
  const source = {
    get: (envelopeId: string) => unlessDamaged(envelopes.get(envelopeId)),
    getAll: (range: IDBKeyRange, limit: number) => unlessDamaged(envelopes.getAll(range, limit)),
  };
  return findEach(source, envelopeIds);
}

function markDeliveredByFile(database: Database, receipt: EnvelopeReceipt): Promise<EntryChange> {
  return database.write(['entries', 'receipts', 'device'], async (transaction) => {
    const result = await changeEntry(transaction, receipt.envelopeId, ({ state }) =>
      isUndelivered(state) ? deliveredState(receipt) : undefined,
    );
    if (result.kind === 'changed') await keepReceipts(transaction, [receipt]);
    return result;
  });
}

function deliveredState({ verifiedAtMs }: EnvelopeReceipt): Pick<Entry, 'state' | 'refusal' | 'deliveredAtMs'> {
  return { state: 'delivered', refusal: null, deliveredAtMs: verifiedAtMs };
}

/** With the time of the last delivery. */
async function keepReceipts<Name extends StoreName>(
  transaction: Transaction<Name | 'receipts' | 'device', 'readwrite'>,
  receipts: readonly EnvelopeReceipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  const atMs = Math.max(...receipts.map(({ verifiedAtMs }) => verifiedAtMs));
  await Promise.all([
    ...receipts.map((receipt) => transaction.objectStore('receipts').put(receipt)),
    transaction.objectStore('device').put({ name: 'lastDelivery', atMs }),
  ]);
}

/** What the tablet has is sent again; what lies in a file must be brought again. */
function lackingState({ inFile }: Entry): Pick<Entry, 'state' | 'refusal'> {
  return inFile ? { state: 'refused', refusal: 'kept-in-file' } : { state: 'waiting', refusal: null };
}

/** Changes an entry to a state in which its sealed bytes are not kept, and deletes them, together. */
function changeAndDrop(database: Database, envelopeId: string, patch: EntryPatch): Promise<EntryChange> {
  return database.write(['entries', 'envelopes'], async (transaction) => {
    const result = await changeEntry(transaction, envelopeId, patch);
    if (result.kind === 'changed') await transaction.objectStore('envelopes').delete(envelopeId);
    return result;
  });
}

function changeAll(database: Database, envelopeIds: readonly string[], patch: EntryPatch): Promise<readonly EntryChange[]> {
  return database.write(['entries'], (transaction) => changeEntries(transaction, envelopeIds, patch));
}

async function returnInterrupted(transaction: Transaction<'entries', 'readwrite'>): Promise<number> {
  const interrupted = await entriesIn(transaction, 'sending', 0);
  const envelopeIds = interrupted.map(({ envelopeId }) => envelopeId);
  await changeEntries(transaction, envelopeIds, () => ({ state: 'waiting' }));
  return interrupted.length;
}
