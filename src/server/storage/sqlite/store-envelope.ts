import type { Transaction } from 'kysely';
import type { EnvelopeToStore, IssueReceipt, StoreOutcome } from '../envelope-store';
import { appendAudit, insertAudit, nextAudit } from './append-audit';
import { insertBytes, lacksBytes, takeReturned } from './life/lost-bytes';
import type { Tables } from './tables';

/** Inserts an envelope or finds the first one, inside one transaction that holds the write lock. */
export async function storeEnvelope(
  transaction: Transaction<Tables>,
  envelope: EnvelopeToStore,
  issueReceipt: IssueReceipt,
  nowMs: number,
): Promise<StoreOutcome> {
  const { destination } = envelope.manifest;
  const kind = envelope.state === 'held' ? 'envelopeHeld' : 'envelopeStored';
  const event = await nextAudit(transaction, destination, { kind, facts: factsOf(envelope) }, nowMs);
  const receiptJws = await issueReceipt(event.hash);
  const isFirst = await insertRow(transaction, envelope, { position: event.position, receiptJws, receivedAtMs: nowMs });
  if (!isFirst) return answerAgain(transaction, envelope, nowMs);
  // Asked in one moment: one message to the thread, which does one after the other.
  await Promise.all([insertAudit(transaction, event), insertBytes(transaction, envelope)]);
  return { kind: 'stored', receiptJws };
}

function factsOf({ manifest: { envelopeId, digest, stationId, sequence } }: EnvelopeToStore) {
  return { envelopeId, digest, stationId, sequence };
}

/** Something of it is here already: the same envelope gets its first receipt, another one gets none. */
async function answerAgain(transaction: Transaction<Tables>, envelope: EnvelopeToStore, nowMs: number): Promise<StoreOutcome> {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = envelope.manifest;
  const [first, ...others] = await findRivals(transaction, envelope);
  if (!first) throw new Error('an envelope was not inserted, and nothing stands in its way');
  const isRepeat =
    others.length === 0 &&
    first.envelopeId === envelopeId &&
    first.digest === digest &&
    first.municipality === destination &&
    first.collectedBy === collectedBy &&
    first.stationId === stationId &&
    first.sequence === sequence;
  if (isRepeat) {
    if (await lacksBytes(transaction, first)) await takeReturned(transaction, envelope, nowMs);
    return { kind: 'repeated', receiptJws: first.receiptJws };
  }
  await appendAudit(transaction, destination, { kind: 'envelopeConflicted', facts: factsOf(envelope) }, nowMs);
  return { kind: 'conflict' };
}

function findRivals(transaction: Transaction<Tables>, { manifest }: EnvelopeToStore) {
  return transaction
    .selectFrom('envelopes')
    .select(['envelopeId', 'digest', 'municipality', 'collectedBy', 'stationId', 'sequence', 'receiptJws', 'purgedAtMs'])
    .where((column) =>
      column.or([
        column('envelopeId', '=', manifest.envelopeId),
        column.and({ municipality: manifest.destination, digest: manifest.digest }),
        column.and({ collectedBy: manifest.collectedBy, stationId: manifest.stationId, sequence: manifest.sequence }),
      ]),
    )
    .execute();
}

/** False where its id, its digest or its number is taken. */
async function insertRow(
  transaction: Transaction<Tables>,
  { manifest, manifestJws, state }: EnvelopeToStore,
  received: Pick<Tables['envelopes'], 'position' | 'receiptJws' | 'receivedAtMs'>,
): Promise<boolean> {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = manifest;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('envelopes')
    .values({
      envelopeId,
      municipality: destination,
      digest,
      collectedBy,
      stationId,
      sequence,
      state,
      manifestJws,
      securedAtMs: null,
      duplicateTag: manifest.duplicateTag?.tag ?? null,
      releasedAtMs: null,
      doneAtMs: null,
      purgedAtMs: null,
      ...received,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
