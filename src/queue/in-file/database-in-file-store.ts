import { type Database, isQuotaError, type Transaction } from '../database';
import { type AppendResult, type Entry, entryOf } from '../entry';
import { changeEntry } from '../entry-change';
import { findLastEntry } from '../entry-queries';
import type { StoreName } from '../schema';
import { type InFileStore, isOnlyReserved } from './in-file-store';

/** Entries without envelopes, in the tablet's database. */
export function databaseInFileStore(database: Database): InFileStore {
  return {
    reserve: ({ manifest, manifestJws }) => {
      const inFile = { manifestJws, savedAtMs: null };
      const entry: Entry = { ...entryOf(manifest), state: 'refused', refusal: 'kept-in-file', inFile };
      return orFull(
        database.write(['entries'], async (transaction): Promise<AppendResult> => {
          const place = await takePlace(transaction, entry);
          if (place === 'taken') return { kind: 'sequenceTaken' };
          if (place !== 'free') return { kind: 'appended', entry: place };
          await transaction.objectStore('entries').add(entry);
          return { kind: 'appended', entry };
        }),
      );
    },
    markSaved: (envelopeId, savedAtMs) =>
      orFull(
        database.write(['entries'], (transaction) =>
          changeEntry(transaction, envelopeId, ({ inFile, state }) =>
            inFile?.savedAtMs === null && state !== 'removed' ? { inFile: { ...inFile, savedAtMs } } : undefined,
          ),
        ),
      ),
  };
}

/** The entry of this very envelope where it is here; else whether its number and id are to be had. */
export async function takePlace<Name extends StoreName>(
  transaction: Transaction<Name | 'entries', 'readwrite'>,
  { envelopeId, digest, sequence }: Entry,
): Promise<Entry | 'free' | 'taken'> {
  const present = await transaction.objectStore('entries').index('byEnvelope').get(envelopeId);
  if (present) return present.digest === digest && !isGivenUp(present) ? present : 'taken';
  const last = await findLastEntry(transaction);
  return sequence === (last?.sequence ?? 0) + 1 ? 'free' : 'taken';
}

/** Reserved, and taken away by a supervisor since: it is not to be had again under that number. */
function isGivenUp(entry: Entry): boolean {
  return isOnlyReserved(entry) && entry.state === 'removed';
}

async function orFull<Result>(change: Promise<Result>): Promise<Result | { readonly kind: 'storageFull' }> {
  try {
    return await change;
  } catch (error) {
    if (isQuotaError(error)) return { kind: 'storageFull' };
    throw error;
  }
}
