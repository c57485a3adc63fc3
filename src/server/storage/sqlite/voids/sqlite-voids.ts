import type { Kysely, Transaction } from 'kysely';
import type { IssueReceipt } from '../../envelope-store';
import type { OfficeVoidPage, VoidOutcome, VoidPage, VoidStore, VoidToStore } from '../../void-store';
import { appendAudit } from '../append-audit';
import type { Tables } from '../tables';

export function sqliteVoids(db: Kysely<Tables>): VoidStore {
  return {
    store: (toStore, issueReceipt, nowMs) =>
      db.transaction().execute((transaction) => storeVoid(transaction, toStore, issueReceipt, nowMs)),
    list: (destination, page) => list(db, destination, page),
    listByOffice: (station, page) => listByOffice(db, station, page),
    async lacking(collectedBy, envelopeIds) {
      if (envelopeIds.length === 0) return [];
      const rows = await db
        .selectFrom('voids')
        .select('envelopeId')
        .where('collectedBy', '=', collectedBy)
        .where('envelopeId', 'in', [...envelopeIds])
        .execute();
      const here = new Set(rows.map(({ envelopeId }) => envelopeId));
      return envelopeIds.filter((id) => !here.has(id));
    },
  };
}

async function storeVoid(
  transaction: Transaction<Tables>,
  { void: voided, voidJws, digest, signerId }: VoidToStore,
  issueReceipt: IssueReceipt,
  nowMs: number,
): Promise<VoidOutcome> {
  const { envelopeId, digest: envelopeDigest, stationId, destination, collectedBy } = voided;
  const first = await transaction
    .selectFrom('voids')
    .select(['digest', 'receiptJws'])
    .where('envelopeId', '=', envelopeId)
    .where('signerId', '=', signerId)
    .executeTakeFirst();
  if (first) return first.digest === digest ? { kind: 'repeated', receiptJws: first.receiptJws } : { kind: 'notAllowed' };
  const envelope = await transaction
    .selectFrom('envelopes')
    .select(['municipality', 'collectedBy', 'stationId', 'sequence', 'digest'])
    .where('envelopeId', '=', envelopeId)
    .executeTakeFirst();
  if (envelope && !isNamed(envelope, voided)) return { kind: 'notAllowed' };
  const facts = { envelopeId, digest, stationId, signerId };
  const event = await appendAudit(transaction, destination, { kind: 'envelopeVoided', facts }, nowMs);
  const receiptJws = await issueReceipt(event.hash);
  const row = { envelopeId, signerId, municipality: destination, position: event.position, collectedBy, stationId };
  const texts = { envelopeDigest, digest, voidJws, receiptJws };
  await transaction
    .insertInto('voids')
    .values({ ...row, ...texts, receivedAtMs: nowMs })
    .execute();
  return { kind: 'stored', receiptJws };
}

type Stored = Pick<Tables['envelopes'], 'municipality' | 'collectedBy' | 'stationId' | 'sequence' | 'digest'>;

/** Whether an envelope that is here is the one that a void names. */
function isNamed(envelope: Stored, { destination, collectedBy, stationId, sequence, digest }: VoidToStore['void']): boolean {
  return (
    envelope.municipality === destination &&
    envelope.collectedBy === collectedBy &&
    envelope.stationId === stationId &&
    envelope.sequence === sequence &&
    envelope.digest === digest
  );
}

async function list(db: Kysely<Tables>, ...[destination, { after, limit }]: Parameters<VoidStore['list']>): Promise<VoidPage> {
  const rows = await db
    .selectFrom('voids')
    .innerJoin('envelopes', (join) =>
      join
        .onRef('envelopes.envelopeId', '=', 'voids.envelopeId')
        .onRef('envelopes.municipality', '=', 'voids.municipality')
        .onRef('envelopes.collectedBy', '=', 'voids.collectedBy')
        .onRef('envelopes.stationId', '=', 'voids.stationId')
        .onRef('envelopes.digest', '=', 'voids.envelopeDigest'),
    )
    .select(['voids.envelopeId', 'voids.voidJws', 'voids.position', 'voids.receivedAtMs', 'envelopes.securedAtMs'])
    .where('voids.municipality', '=', destination)
    .where('voids.position', '>', after)
    .orderBy('voids.position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    voids: page.map(({ envelopeId, voidJws, receivedAtMs, securedAtMs }) => ({
      envelopeId,
      voidJws,
      isAfterSecured: securedAtMs !== null && securedAtMs <= receivedAtMs,
    })),
    next: rows.length > limit ? page.at(-1)?.position : undefined,
  };
}

async function listByOffice(
  db: Kysely<Tables>,
  ...[{ id, collectedBy }, { after, limit }]: Parameters<VoidStore['listByOffice']>
): Promise<OfficeVoidPage> {
  const rows = await db
    .selectFrom('voids')
    .select(['envelopeId', 'voidJws'])
    .where('stationId', '=', id)
    .where('collectedBy', '=', collectedBy)
    .where('signerId', '<>', id)
    .where('envelopeId', '>', after)
    .orderBy('envelopeId')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { voids: page.map(({ voidJws }) => voidJws), next: rows.length > limit ? page.at(-1)?.envelopeId : undefined };
}
