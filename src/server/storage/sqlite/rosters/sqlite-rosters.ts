import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../../domain/campaign/municipality';
import type { RosterStore, RosterToStore } from '../../roster-store';
import { appendAudit } from '../append-audit';
import type { Tables } from '../tables';

export function sqliteRosters(db: Kysely<Tables>): RosterStore {
  return {
    store: (municipality, roster, nowMs) =>
      db.transaction().execute(async (transaction) => {
        await destroyDue(transaction, municipality, nowMs);
        return store(transaction, municipality, roster, nowMs);
      }),
    find: async (municipality, digest, nowMs) => {
      const query = db.selectFrom('rosters').select('armored').where('municipality', '=', municipality);
      const row = await query.where('digest', '=', digest).where('destroyAtMs', '>', nowMs).executeTakeFirst();
      return row?.armored;
    },
    remove: (municipality, digest, nowMs) =>
      db.transaction().execute(async (transaction) => {
        await destroyDue(transaction, municipality, nowMs);
        return remove(transaction, municipality, digest, nowMs);
      }),
  };
}

async function store(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { digest, armored, destroyAtMs }: RosterToStore,
  nowMs: number,
): Promise<'stored' | 'repeated'> {
  const inserted = await transaction
    .insertInto('rosters')
    .values({ municipality, digest, armored, destroyAtMs })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'digest']).doUpdateSet({ destroyAtMs }).where('rosters.destroyAtMs', '!=', destroyAtMs),
    )
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return 'repeated';
  await appendAudit(transaction, municipality, { kind: 'rosterStored', facts: { digest, destroyAtMs } }, nowMs);
  return 'stored';
}

async function remove(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  digest: string,
  nowMs: number,
): Promise<boolean> {
  const query = transaction.deleteFrom('rosters').where('municipality', '=', municipality).where('digest', '=', digest);
  const { numDeletedRows } = await query.executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await appendAudit(transaction, municipality, { kind: 'rosterDestroyed', facts: { digest } }, nowMs);
  return true;
}

/** Those whose time has come, of this municipality: each write of it clears up. */
async function destroyDue(transaction: Transaction<Tables>, municipality: MunicipalityCode, nowMs: number): Promise<void> {
  const query = transaction.selectFrom('rosters').select('digest').where('municipality', '=', municipality);
  for (const { digest } of await query.where('destroyAtMs', '<=', nowMs).execute()) {
    await remove(transaction, municipality, digest, nowMs);
  }
}
