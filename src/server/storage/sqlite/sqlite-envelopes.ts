import type { Kysely } from 'kysely';
import type { Custody, EnvelopePage, EnvelopeStore, StoredEnvelope } from '../envelope-store';
import { envelopeLife } from './life/envelope-life';
import { giveUpDamaged } from './life/lost-bytes';
import { storeEnvelope } from './store-envelope';
import type { Tables } from './tables';

export function sqliteEnvelopes(db: Kysely<Tables>): EnvelopeStore {
  return {
    store: (envelope, issueReceipt, nowMs) =>
      db.transaction().execute((transaction) => storeEnvelope(transaction, envelope, issueReceipt, nowMs)),
    list: (destination, page) => list(db, destination, page),
    async find(destination, envelopeId) {
      const query = db.selectFrom('envelopes').select(indexColumns).where('municipality', '=', destination);
      const row = await query.where('envelopeId', '=', envelopeId).executeTakeFirst();
      return row && read(row);
    },
    async findBytes(destination, envelopeId) {
      const row = await db
        .selectFrom('envelopes')
        .innerJoin('envelopeBytes', 'envelopeBytes.envelopeId', 'envelopes.envelopeId')
        .select('envelopeBytes.bytes')
        .where('envelopes.municipality', '=', destination)
        .where('envelopes.envelopeId', '=', envelopeId)
        .executeTakeFirst();
      return row && new Uint8Array(row.bytes);
    },
    ...envelopeLife(db),
    giveUpDamaged: (destination, nowMs) => giveUpDamaged(db, destination, nowMs),
    custodyOf: (collectedBy, envelopeIds) => custodyOf(db, collectedBy, envelopeIds),
    listWithTag: (collectedBy, tags, limit) =>
      db
        .selectFrom('envelopes')
        .select('manifestJws')
        .where('collectedBy', '=', collectedBy)
        .where('duplicateTag', 'in', [...tags])
        .orderBy('receivedAtMs', 'desc')
        .orderBy('envelopeId', 'desc')
        .limit(limit)
        .execute(),
  };
}

const indexColumns = [
  'envelopeId',
  'manifestJws',
  'receiptJws',
  'securedAtMs',
  'releasedAtMs',
  'doneAtMs',
  'purgedAtMs',
  'position',
] as const;
type IndexRow = Pick<Tables['envelopes'], (typeof indexColumns)[number]>;

function read({ envelopeId, manifestJws, receiptJws, ...times }: IndexRow): StoredEnvelope {
  return {
    envelopeId,
    manifestJws,
    receiptJws,
    isSecured: times.securedAtMs !== null,
    ...(times.releasedAtMs !== null && { isReleased: true }),
    ...(times.doneAtMs !== null && { isDone: true }),
    ...(times.purgedAtMs !== null && { isPurged: true }),
  };
}

async function list(
  db: Kysely<Tables>,
  ...[destination, { after, limit }]: Parameters<EnvelopeStore['list']>
): Promise<EnvelopePage> {
  const rows = await db
    .selectFrom('envelopes')
    .select(indexColumns)
    .where('municipality', '=', destination)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { envelopes: page.map(read), next: rows.length > limit ? page.at(-1)?.position : undefined };
}

async function custodyOf(
  db: Kysely<Tables>,
  ...[collectedBy, envelopeIds]: Parameters<EnvelopeStore['custodyOf']>
): Promise<Custody> {
  if (envelopeIds.length === 0) return { lacking: [], secured: [] };
  const rows = await db
    .selectFrom('envelopes')
    .leftJoin('envelopeBytes', 'envelopeBytes.envelopeId', 'envelopes.envelopeId')
    .select(['envelopes.envelopeId', 'securedAtMs'])
    .where('collectedBy', '=', collectedBy)
    .where('envelopes.envelopeId', 'in', [...envelopeIds])
    .where((column) => column.or([column('purgedAtMs', 'is not', null), column('envelopeBytes.envelopeId', 'is not', null)]))
    .execute();
  const held = new Map(rows.map((row) => [row.envelopeId, row.securedAtMs !== null]));
  return {
    lacking: envelopeIds.filter((id) => !held.has(id)),
    secured: envelopeIds.filter((id) => held.get(id) === true),
  };
}
