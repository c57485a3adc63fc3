import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { EpochStore } from '../epoch-store';
import { appendToAll } from './append-audit';
import type { Tables } from './tables';

export function sqliteEpochs(db: Kysely<Tables>): EpochStore {
  const newest = db.selectFrom('epochs').selectAll().orderBy('number', 'desc').limit(1);
  return {
    current: async () => (await newest.executeTakeFirstOrThrow()).epochId,
    begin: (nowMs) =>
      db.transaction().execute(async (transaction) => {
        const { number } = await transaction
          .selectFrom('epochs')
          .select('number')
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow();
        const epoch = { number: number + 1, epochId: randomBytes(16).toString('hex'), begunAtMs: nowMs };
        await transaction.insertInto('epochs').values(epoch).execute();
        const facts = { epoch: epoch.number, epochId: epoch.epochId };
        await appendToAll(transaction, { kind: 'serverRestored', facts }, nowMs);
        return epoch.epochId;
      }),
  };
}
