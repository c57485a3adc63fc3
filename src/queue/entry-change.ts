import { canBecome } from '../domain/submission/entry-state';
import type { Transaction } from './database';
import type { Entry, EntryChange } from './entry';
import type { StoreName } from './schema';

/** What changes of an entry; undefined where this entry is not to be changed. */
export type EntryPatch = (
  entry: Entry,
) => Partial<Pick<Entry, 'state' | 'attempts' | 'refusal' | 'deliveredAtMs' | 'isSecured' | 'removal' | 'inFile'>> | undefined;

/** Changes one entry where the life of an envelope allows it, reading and writing in the caller's transaction. */
export async function changeEntry<Name extends StoreName>(
  transaction: Transaction<Name | 'entries', 'readwrite'>,
  envelopeId: string,
  patchOf: EntryPatch,
): Promise<EntryChange> {
  const entries = transaction.objectStore('entries');
  const entry = await entries.index('byEnvelope').get(envelopeId);
  const patch = entry && patchOf(entry);
  if (!patch || (patch.state !== undefined && !canBecome(entry.state, patch.state))) return { kind: 'unchanged', entry };
  const changed: Entry = { ...entry, ...patch };
  await entries.put(changed);
  return { kind: 'changed', entry: changed };
}
