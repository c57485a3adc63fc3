import type { Transaction } from 'kysely';
import type { EnvelopeToStore, IssueReceipt, StoreOutcome } from '../envelope-store';
import { appendAudit, auditAfter, insertAudit, lastAudit } from './append-audit';
import { insertBytes, lacksBytes, takeReturned } from './life/lost-bytes';
import type { Tables } from './tables';
import { runTogether } from './thread/run-together';

/** Inserts an envelope or finds the first one, inside one transaction that holds the write lock. */
export async function storeEnvelope(
  transaction: Transaction<Tables>,
  envelope: EnvelopeToStore,
  issueReceipt: IssueReceipt,
  nowMs: number,
): Promise<StoreOutcome> {
  const { destination } = envelope.manifest;
  const kind = envelope.state === 'held' ? 'envelopeHeld' : 'envelopeStored';
  const [[last], [rival, ...others]] = await runTogether(transaction, [
    lastAudit(transaction, destination),
    rivalsOf(transaction, envelope),
  ]);
  if (rival) return answerAgain(transaction, envelope, { rival, isOnlyOne: others.length === 0 }, nowMs);
  const event = auditAfter(last, destination, { kind, facts: factsOf(envelope) }, nowMs);
  const receiptJws = await issueReceipt(event.hash);
  await runTogether(transaction, [
    insertRow(transaction, envelope, { position: event.position, receiptJws, receivedAtMs: nowMs }),
    insertAudit(transaction, event),
    insertBytes(transaction, envelope),
  ]);
  return { kind: 'stored', receiptJws };
}

function factsOf({ manifest: { envelopeId, digest, stationId, sequence } }: EnvelopeToStore) {
  return { envelopeId, digest, stationId, sequence };
}

/** Something of it is here already: the same envelope gets its first receipt, another one gets none. */
async function answerAgain(
  transaction: Transaction<Tables>,
  envelope: EnvelopeToStore,
  { rival, isOnlyOne }: { readonly rival: Rival; readonly isOnlyOne: boolean },
  nowMs: number,
): Promise<StoreOutcome> {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = envelope.manifest;
  const isRepeat =
    isOnlyOne &&
    rival.envelopeId === envelopeId &&
    rival.digest === digest &&
    rival.municipality === destination &&
    rival.collectedBy === collectedBy &&
    rival.stationId === stationId &&
    rival.sequence === sequence;
  if (isRepeat) {
    if (await lacksBytes(transaction, rival)) await takeReturned(transaction, envelope, nowMs);
    return { kind: 'repeated', receiptJws: rival.receiptJws };
  }
  await appendAudit(transaction, destination, { kind: 'envelopeConflicted', facts: factsOf(envelope) }, nowMs);
  return { kind: 'conflict' };
}

const rivalColumns = [
  'envelopeId',
  'digest',
  'municipality',
  'collectedBy',
  'stationId',
  'sequence',
  'receiptJws',
  'purgedAtMs',
] as const;
type Rival = Pick<Tables['envelopes'], (typeof rivalColumns)[number]>;

/** Rows that have its id, its digest or its number. */
function rivalsOf(transaction: Transaction<Tables>, { manifest }: EnvelopeToStore) {
  return transaction
    .selectFrom('envelopes')
    .select(rivalColumns)
    .where((column) =>
      column.or([
        column('envelopeId', '=', manifest.envelopeId),
        column.and({ municipality: manifest.destination, digest: manifest.digest }),
        column.and({ collectedBy: manifest.collectedBy, stationId: manifest.stationId, sequence: manifest.sequence }),
      ]),
    );
}

function insertRow(
  transaction: Transaction<Tables>,
  { manifest, manifestJws, state }: EnvelopeToStore,
  received: Pick<Tables['envelopes'], 'position' | 'receiptJws' | 'receivedAtMs'>,
) {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy } = manifest;
  return transaction.insertInto('envelopes').values({
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
  });
}
