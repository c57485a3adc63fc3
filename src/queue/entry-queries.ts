import type { Day } from '../domain/calendar/day';
import { type EntryState, isUndelivered, entryStates } from '../domain/submission/entry-state';
import { sequenceOf } from '../domain/submission/reception-number';
import type { Database, Transaction } from './database';
import type { Entry } from './entry';
import { countByState, countOpening } from './figures/count-entries';
import { isOnlyReserved } from './in-file/in-file-store';
import type { QueueStore } from './queue-store';
import type { StoreName } from './schema';

type Queries = Pick<
  QueueStore,
  | 'nextSequence'
  | 'readSealed'
  | 'findEntry'
  | 'findNumbered'
  | 'lastEntry'
  | 'listWaiting'
  | 'listUndelivered'
  | 'listRefused'
  | 'deliveredEntries'
  | 'entriesWithTag'
  | 'countRowsOn'
  | 'figures'
  | 'openingFigures'
  | 'lastDeliveryAtMs'
>;

const undeliveredStates = entryStates.filter(isUndelivered);

/** Everything the queue is asked without changing it. */
export function entryQueries(database: Database): Queries {
  return {
    nextSequence: async () => ((await database.read(['entries'], findLastEntry))?.sequence ?? 0) + 1,
    lastEntry: () => database.read(['entries'], findLastGiven),
    findEntry: (envelopeId) =>
      database.read(['entries'], (transaction) => transaction.objectStore('entries').index('byEnvelope').get(envelopeId)),
    findNumbered: (receptionNumber) =>
      database.read(['entries'], async (transaction) => {
        const entry = await transaction.objectStore('entries').get(sequenceOf(receptionNumber));
        return entry?.receptionNumber === receptionNumber ? entry : undefined;
      }),
    readSealed: (envelopeId) =>
      database.read(['envelopes'], (transaction) => transaction.objectStore('envelopes').get(envelopeId)),
    listWaiting: (limit, after = 0) =>
      database.read(['entries'], (transaction) => entriesIn(transaction, 'waiting', after, limit)),
    deliveredEntries: (limit, after = 0) =>
      database.read(['entries'], (transaction) => entriesIn(transaction, 'delivered', after, limit)),
    listUndelivered: (limit) =>
      database.read(['entries'], async (transaction) => {
        const byState = await Promise.all(undeliveredStates.map((state) => entriesIn(transaction, state, 0, limit)));
        return byState
          .flat()
          .sort((left, right) => left.sequence - right.sequence)
          .slice(0, limit);
      }),
    entriesWithTag: (tags) => database.read(['entries'], (transaction) => entriesWithTag(transaction, tags)),
    listRefused: (limit) => database.read(['entries'], (transaction) => entriesIn(transaction, 'refused', 0, limit)),
    countRowsOn: (day) => database.read(['entries'], (transaction) => entriesOn(transaction, day)),
    figures: () => database.read(['entries', 'voids'], countByState),
    openingFigures: (day, openingId) =>
      database.read(['entries', 'voids'], (transaction) => countOpening(transaction, day, openingId)),
    lastDeliveryAtMs: () =>
      database.read(['device'], async (transaction) => {
        const record = await transaction.objectStore('device').get('lastDelivery');
        return record?.name === 'lastDelivery' ? record.atMs : undefined;
      }),
  };
}

/** The entry with the highest number, by cursor: no other record is touched. */
export async function findLastEntry<Name extends StoreName, Mode extends IDBTransactionMode>(
  transaction: Transaction<Name | 'entries', Mode>,
): Promise<Entry | undefined> {
  return (await transaction.objectStore('entries').openCursor(null, 'prev'))?.value;
}

async function findLastGiven(transaction: Transaction<'entries', 'readonly'>): Promise<Entry | undefined> {
  let cursor = await transaction.objectStore('entries').openCursor(null, 'prev');
  while (cursor && isOnlyReserved(cursor.value)) cursor = await cursor.continue();
  return cursor?.value;
}

/** Up to `limit` entries of a state with a number above `after`, in order of their numbers. */
export function entriesIn<Name extends StoreName, Mode extends IDBTransactionMode>(
  transaction: Transaction<Name | 'entries', Mode>,
  state: EntryState,
  after: number,
  limit?: number,
): Promise<Entry[]> {
  const range = IDBKeyRange.bound([state, after], [state, Infinity], true);
  return transaction.objectStore('entries').index('byState').getAll(range, limit);
}

async function entriesWithTag(transaction: Transaction<'entries', 'readonly'>, tags: readonly string[]): Promise<Entry[]> {
  const index = transaction.objectStore('entries').index('byDuplicateTag');
  const found = await Promise.all([...new Set(tags)].map((tag) => index.getAll(tag)));
  return found
    .flat()
    .filter(({ state }) => state !== 'removed')
    .sort((left, right) => left.sequence - right.sequence);
}

async function entriesOn(transaction: Transaction<'entries', 'readonly'>, day: Day): Promise<Entry[]> {
  // An array sorts after every number and string, so [day, []] ends all keys of that day.
  const rows = await transaction
    .objectStore('entries')
    .index('byDay')
    .getAll(IDBKeyRange.bound([day], [day, []]));
  return rows.sort((left, right) => left.sequence - right.sequence);
}

/** A store or an index whose keys are envelopes' ids. */
interface ByEnvelope<Value> {
  get(envelopeId: string): Promise<Value | undefined>;
  /** Undefined where one of them cannot be read. */
  getAll(range: IDBKeyRange, limit: number): Promise<readonly Value[] | undefined>;
}

/** Others that may lie between those asked for, such as go meanwhile: a range brings no more records than all of these. */
const mostBetween = 4;

/**
 * What there is of each envelope, in the order of the ids. One question for all of them, because a question costs more than a
 * record and ids that were made one after the other are neighbours; what that leaves open is asked for alone.
 */
export async function findEach<Value extends { readonly envelopeId: string }>(
  source: ByEnvelope<Value>,
  envelopeIds: readonly string[],
): Promise<readonly (Value | undefined)[]> {
  const [first, ...others] = [...envelopeIds].sort();
  const last = others.at(-1);
  if (first === undefined || last === undefined) return Promise.all(envelopeIds.map((envelopeId) => source.get(envelopeId)));
  const limit = envelopeIds.length + mostBetween;
  const near = await source.getAll(IDBKeyRange.bound(first, last), limit);
  const found = new Map(near?.map((record) => [record.envelopeId, record]));
  const isAll = near !== undefined && near.length < limit;
  return Promise.all(
    envelopeIds.map(async (envelopeId) => found.get(envelopeId) ?? (isAll ? undefined : source.get(envelopeId))),
  );
}
