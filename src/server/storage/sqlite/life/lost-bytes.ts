import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../../domain/campaign/municipality';
import type { EnvelopeToStore } from '../../envelope-store';
import { appendAudit } from '../append-audit';
import type { Tables } from '../tables';
import { preparedQuery } from '../thread/prepared-query';

/** As the port has it. */
export async function giveUpDamaged(db: Kysely<Tables>, municipality: MunicipalityCode, nowMs: number): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const lost: string[] = [];
    for (const { envelopeId, digest } of await unpurged(transaction, municipality)) {
      if (await hasBytes(transaction, envelopeId, digest)) continue;
      await transaction.deleteFrom('envelopeBytes').where('envelopeId', '=', envelopeId).execute();
      await appendAudit(transaction, municipality, { kind: 'envelopeBytesLost', facts: { envelopeId, digest } }, nowMs);
      lost.push(envelopeId);
    }
    return lost;
  });
}

function unpurged(transaction: Transaction<Tables>, municipality: MunicipalityCode) {
  return transaction
    .selectFrom('envelopes')
    .select(['envelopeId', 'digest'])
    .where('municipality', '=', municipality)
    .where('purgedAtMs', 'is', null)
    .orderBy('position')
    .execute();
}

/** One at a time: each may have 8 MiB. */
async function hasBytes(transaction: Transaction<Tables>, envelopeId: string, digest: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('envelopeBytes')
    .select('bytes')
    .where('envelopeId', '=', envelopeId)
    .executeTakeFirst();
  return row !== undefined && createHash('sha256').update(row.bytes).digest('base64url') === digest;
}

/** Whether a row's bytes are gone though nobody took them away. */
export async function lacksBytes(
  transaction: Transaction<Tables>,
  { envelopeId, purgedAtMs }: Pick<Tables['envelopes'], 'envelopeId' | 'purgedAtMs'>,
): Promise<boolean> {
  if (purgedAtMs !== null) return false;
  const query = transaction.selectFrom('envelopeBytes').select('envelopeId').where('envelopeId', '=', envelopeId);
  return (await query.executeTakeFirst()) === undefined;
}

/** Takes the bytes of an envelope whose row is here without them. */
export async function takeReturned(transaction: Transaction<Tables>, envelope: EnvelopeToStore, nowMs: number): Promise<void> {
  const { envelopeId, digest, destination } = envelope.manifest;
  await transaction.executeQuery(insertBytes(transaction, bytesRow(envelope)));
  await appendAudit(transaction, destination, { kind: 'envelopeBytesReturned', facts: { envelopeId, digest } }, nowMs);
}

export const insertBytes = preparedQuery((db, { envelopeId, bytes }: Tables['envelopeBytes']) =>
  db.insertInto('envelopeBytes').values({ envelopeId, bytes }),
);

/** Throws where they have been stored already: whoever stores bytes gives them away. */
export function bytesRow({ manifest: { envelopeId, size }, bytes }: EnvelopeToStore): Tables['envelopeBytes'] {
  if (bytes.byteLength !== size) throw new Error('the bytes of an envelope are not there');
  return { envelopeId, bytes };
}
