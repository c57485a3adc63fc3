import type { Transaction } from 'kysely';
import type { EnvelopeToStore, IssueReceipt, StoreOutcome } from '../envelope-store';
import { appendAudit, auditAfter, auditRow, insertAudit, lastAudit } from './append-audit';
import { bytesRow, insertBytes, lacksBytes, takeReturned } from './life/lost-bytes';
import type { Tables } from './tables';
import { preparedQuery } from './thread/prepared-query';
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
    lastAudit(transaction, { municipality: destination }),
    rivalsOf(transaction, envelope.manifest),
  ]);
  if (rival) return answerAgain(transaction, envelope, { rival, isOnlyOne: others.length === 0 }, nowMs);
  const event = auditAfter(last, destination, { kind, facts: factsOf(envelope) }, nowMs);
  const receiptJws = await issueReceipt(event.hash);
  await runTogether(transaction, [
    insertEnvelope(transaction, newRow(envelope, { position: event.position, receiptJws, receivedAtMs: nowMs })),
    insertAudit(transaction, auditRow(event)),
    insertBytes(transaction, bytesRow(envelope)),
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
const rivalsOf = preparedQuery(
  (db, { envelopeId, destination, digest, collectedBy, stationId, sequence }: EnvelopeToStore['manifest']) =>
    db
      .selectFrom('envelopes')
      .select(rivalColumns)
      .where((column) =>
        column.or([
          column('envelopeId', '=', envelopeId),
          column.and({ municipality: destination, digest }),
          column.and({ collectedBy, stationId, sequence }),
        ]),
      ),
);

type NewRow = Omit<Tables['envelopes'], 'securedAtMs' | 'releasedAtMs' | 'doneAtMs' | 'purgedAtMs'>;

function newRow(
  { manifest, manifestJws, state }: EnvelopeToStore,
  received: Pick<NewRow, 'position' | 'receiptJws' | 'receivedAtMs'>,
): NewRow {
  const { envelopeId, digest, stationId, sequence, destination, collectedBy, duplicateTag } = manifest;
  const facts = { envelopeId, digest, collectedBy, stationId, sequence, state, manifestJws };
  return { ...facts, ...received, municipality: destination, duplicateTag: duplicateTag?.tag ?? null };
}

const insertEnvelope = preparedQuery((db, row: NewRow) =>
  db.insertInto('envelopes').values({
    envelopeId: row.envelopeId,
    municipality: row.municipality,
    position: row.position,
    digest: row.digest,
    collectedBy: row.collectedBy,
    stationId: row.stationId,
    sequence: row.sequence,
    state: row.state,
    manifestJws: row.manifestJws,
    receiptJws: row.receiptJws,
    receivedAtMs: row.receivedAtMs,
    duplicateTag: row.duplicateTag,
    securedAtMs: null,
    releasedAtMs: null,
    doneAtMs: null,
    purgedAtMs: null,
  }),
);
