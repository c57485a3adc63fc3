import type { VoidState } from '../../domain/submission/voiding';
import { type Database, isQuotaError, type Transaction } from '../database';
import type { Entry } from '../entry';
import type { AddVoid, NewVoid, VoidRecord, VoidStore } from './void-store';

/** The voids in the tablet's database. */
export function databaseVoidStore(database: Database): VoidStore {
  const change = (envelopeIds: readonly string[], patchOf: VoidPatch): Promise<boolean> =>
    database.write(['entries', 'voids'], (transaction) => changeVoids(transaction, envelopeIds, patchOf));
  return {
    ...queries(database),
    add: (made) => addVoid(database, made),
    addByOffice: (made) => database.write(['entries', 'voids'], (transaction) => addByOffice(transaction, made)),
    markDelivered: (envelopeId, receipt) =>
      change([envelopeId], ({ state }) => (state === 'delivered' ? undefined : { state: 'delivered', refusal: null, receipt })),
    markRefused: (envelopeId, refusal) =>
      change([envelopeId], ({ state }) => (state === 'waiting' ? { state: 'refused', refusal } : undefined)),
    markWaiting: (envelopeIds) =>
      change(envelopeIds, ({ state }) => (state === 'waiting' ? undefined : { state: 'waiting', refusal: null, receipt: null })),
  };
}

type Queries = Pick<VoidStore, 'find' | 'oldestWaiting' | 'listUndelivered' | 'delivered' | 'figures'>;

function queries(database: Database): Queries {
  return {
    find: (envelopeId) => database.read(['voids'], (transaction) => transaction.objectStore('voids').get(envelopeId)),
    oldestWaiting: (after = 0) =>
      database.read(['voids'], async (transaction) => (await voidsIn(transaction, 'waiting', after, 1))[0]),
    listUndelivered: (limit) =>
      database.read(['voids'], async (transaction) => {
        const states = ['waiting', 'refused'] as const;
        const found = await Promise.all(states.map((state) => voidsIn(transaction, state, 0, limit)));
        return found
          .flat()
          .sort((left, right) => left.sequence - right.sequence)
          .slice(0, limit);
      }),
    delivered: (limit, after = 0) => database.read(['voids'], (transaction) => voidsIn(transaction, 'delivered', after, limit)),
    figures: () =>
      database.read(['voids'], async (transaction) => {
        const voids = transaction.objectStore('voids');
        const count = (state: VoidState): Promise<number> => voids.index('byState').count(rangeOf(state, 0));
        const [voided, waiting, refused] = await Promise.all([voids.count(), count('waiting'), count('refused')]);
        return { voided: voided - refused, waiting, refused };
      }),
  };
}

function rangeOf(state: VoidState, after: number): IDBKeyRange {
  return IDBKeyRange.bound([state, after], [state, Infinity], true);
}

function voidsIn(
  transaction: Transaction<'voids', 'readonly'>,
  state: VoidState,
  after: number,
  limit: number,
): Promise<VoidRecord[]> {
  return transaction.objectStore('voids').index('byState').getAll(rangeOf(state, after), limit);
}

async function addVoid(database: Database, made: NewVoid): Promise<AddVoid> {
  const record: VoidRecord = { ...made, state: 'waiting', refusal: null, receipt: null };
  try {
    return await database.write(['entries', 'voids'], async (transaction): Promise<AddVoid> => {
      const [entries, voids] = [transaction.objectStore('entries'), transaction.objectStore('voids')];
      const present = await voids.get(made.envelopeId);
      // Repeated after the database was closed underneath: it is here already.
      if (present) return present.digest === made.digest ? { kind: 'added', record: present } : { kind: 'notAllowed' };
      const entry = await entries.index('byEnvelope').get(made.envelopeId);
      if (!entry || entry.state === 'removed' || entry.stationId !== made.stationId) return { kind: 'notAllowed' };
      await voids.add(record);
      await entries.put({ ...entry, voidedAtMs: made.voidedAtMs });
      return { kind: 'added', record };
    });
  } catch (error) {
    if (isQuotaError(error)) return { kind: 'storageFull' };
    throw error;
  }
}

async function addByOffice(
  transaction: Transaction<'entries' | 'voids', 'readwrite'>,
  made: readonly NewVoid[],
): Promise<boolean> {
  const [entries, voids] = [transaction.objectStore('entries'), transaction.objectStore('voids')];
  let isChanged = false;
  for (const one of made) {
    const [present, entry] = [await voids.get(one.envelopeId), await entries.index('byEnvelope').get(one.envelopeId)];
    if ((present && present.state !== 'refused') || !entry || !isOf(one, entry)) continue;
    await voids.put({ ...one, state: 'delivered', refusal: null, receipt: null, isByOffice: true });
    await entries.put(marked(entry, one.voidedAtMs));
    isChanged = true;
  }
  return isChanged;
}

function isOf({ stationId, sequence, receptionNumber }: NewVoid, entry: Entry): boolean {
  const isSame = entry.stationId === stationId && entry.sequence === sequence && entry.receptionNumber === receptionNumber;
  return isSame && entry.state !== 'removed';
}

/** A refused void voids nothing: its entry counts as voided only while it waits or is delivered. */
function marked({ voidedAtMs: _, ...entry }: Entry, voidedAtMs: number | undefined): Entry {
  return voidedAtMs === undefined ? entry : { ...entry, voidedAtMs };
}

type VoidPatch = (record: VoidRecord) => Partial<Pick<VoidRecord, 'state' | 'refusal' | 'receipt'>> | undefined;

async function changeVoids(
  transaction: Transaction<'entries' | 'voids', 'readwrite'>,
  envelopeIds: readonly string[],
  patchOf: VoidPatch,
): Promise<boolean> {
  const [entries, voids] = [transaction.objectStore('entries'), transaction.objectStore('voids')];
  let isChanged = false;
  for (const envelopeId of envelopeIds) {
    const record = await voids.get(envelopeId);
    const patch = record && patchOf(record);
    if (!patch) continue;
    await voids.put({ ...record, ...patch });
    const found = await entries.index('byEnvelope').get(envelopeId);
    if (found) await entries.put(marked(found, patch.state === 'refused' ? undefined : record.voidedAtMs));
    isChanged = true;
  }
  return isChanged;
}
