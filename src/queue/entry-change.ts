import { canBecome } from '../domain/submission/entry-state';
import type { Transaction } from './database';
import type { Entry, EntryChange } from './entry';
import { findEach } from './entry-queries';
import type { StoreName } from './schema';

/** What changes of an entry; undefined where this entry is not to be changed. */
export type EntryPatch = (
  entry: Entry,
) => Partial<Pick<Entry, 'state' | 'attempts' | 'refusal' | 'deliveredAtMs' | 'isSecured' | 'removal' | 'inFile'>> | undefined;

type Writing<Name extends StoreName> = Transaction<Name | 'entries', 'readwrite'>;

/** Changes one entry where the life of an envelope allows it, reading and writing in the caller's transaction. */
export async function changeEntry<Name extends StoreName>(
  transaction: Writing<Name>,
  envelopeId: string,
  patchOf: EntryPatch,
): Promise<EntryChange> {
  const [change] = await changeEntries(transaction, [envelopeId], patchOf);
  return change ?? { kind: 'unchanged', entry: undefined };
}

/** The same for many, with two questions to the database for all of them; what comes twice is changed once. */
export async function changeEntries<Name extends StoreName>(
  transaction: Writing<Name>,
  envelopeIds: readonly string[],
  patchOf: EntryPatch,
): Promise<readonly EntryChange[]> {
  const entries = transaction.objectStore('entries');
  const found = await findEach(entries.index('byEnvelope'), envelopeIds);
  const current = new Map(found.map((entry) => [entry?.envelopeId, entry]));
  const changes = envelopeIds.map((envelopeId): EntryChange => {
    const change = changeOf(current.get(envelopeId), patchOf);
    current.set(envelopeId, change.entry);
    return change;
  });
  await Promise.all(changes.flatMap((change) => (change.kind === 'changed' ? [entries.put(change.entry)] : [])));
  return changes;
}

function changeOf(entry: Entry | undefined, patchOf: EntryPatch): EntryChange {
  const patch = entry && patchOf(entry);
  if (!patch || (patch.state !== undefined && !canBecome(entry.state, patch.state))) return { kind: 'unchanged', entry };
  return { kind: 'changed', entry: { ...entry, ...patch } };
}
