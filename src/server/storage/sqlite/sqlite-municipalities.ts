import type { Kysely } from 'kysely';
import type { Municipality, MunicipalityStore, Provisioning, ProvisioningOutcome } from '../municipality-store';
import { appendAudit } from './append-audit';
import { readKey, writeKey } from './key-column';
import type { Tables } from './tables';

export function sqliteMunicipalities(db: Kysely<Tables>): MunicipalityStore {
  const all = db.selectFrom('municipalities').select(['municipalities.code', 'municipalities.configurationKey']);
  return {
    provision: (provisioning, nowMs) => provision(db, provisioning, nowMs),
    async find(code) {
      return read(await all.where('code', '=', code).executeTakeFirst());
    },
    async list() {
      return (await all.orderBy('code').execute()).map(read).filter((municipality) => municipality !== undefined);
    },
    async findOfAdministrator(tokenDigest) {
      return read(await all.where('administratorTokenDigest', '=', tokenDigest).executeTakeFirst());
    },
    async findOfStation(stationId) {
      const query = all.innerJoin('stationHomes', 'stationHomes.municipality', 'municipalities.code');
      return read(await query.where('stationHomes.stationId', '=', stationId).executeTakeFirst());
    },
    async findOfEnrolmentCode(codeId) {
      const query = all.innerJoin('enrolmentCodeIds', 'enrolmentCodeIds.municipality', 'municipalities.code');
      return read(await query.where('enrolmentCodeIds.codeId', '=', codeId).executeTakeFirst());
    },
  };
}

type Row = Pick<Tables['municipalities'], 'code' | 'configurationKey'>;

function read(row: Row | undefined): Municipality | undefined {
  return row && { code: row.code, configurationKey: readKey(row.configurationKey) };
}

function provision(db: Kysely<Tables>, provisioning: Provisioning, nowMs: number): Promise<ProvisioningOutcome> {
  const { code, administratorTokenDigest } = provisioning;
  const configurationKey = writeKey(provisioning.configurationKey);
  return db.transaction().execute(async (transaction) => {
    const existing = await transaction.selectFrom('municipalities').selectAll().where('code', '=', code).executeTakeFirst();
    if (!existing) {
      await transaction.insertInto('municipalities').values({ code, configurationKey, administratorTokenDigest }).execute();
      await appendAudit(transaction, code, { kind: 'municipalityProvisioned', facts: { administratorTokenDigest } }, nowMs);
      return { kind: 'provisioned' };
    }
    if (existing.configurationKey !== configurationKey) return { kind: 'otherConfigurationKey' };
    if (existing.administratorTokenDigest === administratorTokenDigest) return { kind: 'unchanged' };
    await transaction.updateTable('municipalities').set({ administratorTokenDigest }).where('code', '=', code).execute();
    await appendAudit(transaction, code, { kind: 'administratorReplaced', facts: { administratorTokenDigest } }, nowMs);
    return { kind: 'provisioned' };
  });
}
