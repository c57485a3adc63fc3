import type { Transaction } from 'kysely';
import type { EnvelopeToStore, IssueReceipt, StoreOutcome } from '../envelope-store';
import { appendAudit } from './append-audit';
import type { Tables } from './tables';

/** Inserts an envelope or finds the first one, inside one transaction that holds the write lock. */
export async function storeEnvelope(
  transaction: Transaction<Tables>,
  envelope: EnvelopeToStore,
  issueReceipt: IssueReceipt,
  nowMs: number,
): Promise<StoreOutcome> {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = envelope.manifest;
  const facts = { envelopeId, digest, stationId, sequence };
  const rivals = await findRivals(transaction, envelope);
  const first = rivals[0];
  if (first) {
    const isRepeat =
      rivals.length === 1 &&
      first.envelopeId === envelopeId &&
      first.digest === digest &&
      first.municipality === destination &&
      first.collectedBy === collectedBy &&
      first.stationId === stationId &&
      first.sequence === sequence;
    if (isRepeat) return { kind: 'repeated', receiptJws: first.receiptJws };
    await appendAudit(transaction, destination, { kind: 'envelopeConflicted', facts }, nowMs);
    return { kind: 'conflict' };
  }
  const kind = envelope.state === 'held' ? 'envelopeHeld' : 'envelopeStored';
  const event = await appendAudit(transaction, destination, { kind, facts }, nowMs);
  const receiptJws = await issueReceipt(event.hash);
  await insert(transaction, envelope, { position: event.position, receiptJws, receivedAtMs: nowMs });
  return { kind: 'stored', receiptJws };
}

function findRivals(transaction: Transaction<Tables>, { manifest }: EnvelopeToStore) {
  return transaction
    .selectFrom('envelopes')
    .select(['envelopeId', 'digest', 'municipality', 'collectedBy', 'stationId', 'sequence', 'receiptJws'])
    .where((column) =>
      column.or([
        column('envelopeId', '=', manifest.envelopeId),
        column.and({ municipality: manifest.destination, digest: manifest.digest }),
        column.and({ collectedBy: manifest.collectedBy, stationId: manifest.stationId, sequence: manifest.sequence }),
      ]),
    )
    .execute();
}

async function insert(
  transaction: Transaction<Tables>,
  { manifest, manifestJws, bytes, state }: EnvelopeToStore,
  received: Pick<Tables['envelopes'], 'position' | 'receiptJws' | 'receivedAtMs'>,
): Promise<void> {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = manifest;
  await transaction
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
    .execute();
  await transaction.insertInto('envelopeBytes').values({ envelopeId, bytes }).execute();
}
