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
      return readFound(await all.where('code', '=', code).executeTakeFirst());
    },
    async list() {
      return (await all.orderBy('code').execute()).map(readMunicipality);
    },
    async findOfAdministrator(tokenDigest) {
      return readFound(await all.where('administratorTokenDigest', '=', tokenDigest).executeTakeFirst());
    },
    async findOfEnrolmentCode(codeId) {
      const query = all.innerJoin('enrolmentCodeIds', 'enrolmentCodeIds.municipality', 'municipalities.code');
      return readFound(await query.where('enrolmentCodeIds.codeId', '=', codeId).executeTakeFirst());
    },
  };
}

type Row = Pick<Tables['municipalities'], 'code' | 'configurationKey'>;

export function readMunicipality({ code, configurationKey }: Row): Municipality {
  return { code, configurationKey: readKey(configurationKey) };
}

function readFound(row: Row | undefined): Municipality | undefined {
  return row && readMunicipality(row);
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
