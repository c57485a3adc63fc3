import type { Kysely, Transaction } from 'kysely';
import type { MunicipalityCode } from '../../../domain/campaign/municipality';
import type { EnrolmentCode, PendingStation } from '../../../protocol/enrolment';
import type { EnrolmentAttempt, EnrolmentOutcome, EnrolmentStore } from '../enrolment-store';
import { appendAudit } from './append-audit';
import { readKey, writeKey } from './key-column';
import type { Tables } from './tables';

export function sqliteEnrolments(db: Kysely<Tables>): EnrolmentStore {
  return {
    addCode: (municipality, code, nowMs) =>
      db.transaction().execute((transaction) => addCode(transaction, municipality, code, nowMs)),
    enrol: (municipality, attempt, nowMs) =>
      db.transaction().execute((transaction) => enrol(transaction, municipality, attempt, nowMs)),
    listPending: (municipality) => listPending(db, municipality),
  };
}

async function addCode(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { codeIds, stationCode, expiresAt }: EnrolmentCode,
  nowMs: number,
): Promise<'added' | 'repeated' | 'taken'> {
  const ids = [...new Set(codeIds)].sort();
  const codeKey = ids[0] ?? '';
  const expiresAtMs = Date.parse(expiresAt);
  const taken = await transaction.selectFrom('enrolmentCodeIds').selectAll().where('codeId', 'in', ids).execute();
  if (taken.length > 0) {
    const isSame = await isThisCode(transaction, { codeKey, municipality, stationCode, expiresAtMs }, ids);
    return isSame ? 'repeated' : 'taken';
  }
  await transaction.insertInto('enrolmentCodes').values({ codeKey, municipality, stationCode, expiresAtMs }).execute();
  await transaction
    .insertInto('enrolmentCodeIds')
    .values(ids.map((codeId) => ({ codeId, municipality, codeKey })))
    .execute();
  await appendAudit(transaction, municipality, { kind: 'enrolmentCodeAdded', facts: { codeKey, stationCode } }, nowMs);
  return 'added';
}

/** Whether a code with exactly these facts and exactly these ids is here. */
async function isThisCode(
  transaction: Transaction<Tables>,
  { codeKey, municipality, stationCode, expiresAtMs }: Tables['enrolmentCodes'],
  ids: readonly string[],
): Promise<boolean> {
  const rows = await transaction
    .selectFrom('enrolmentCodes')
    .innerJoin('enrolmentCodeIds', 'enrolmentCodeIds.codeKey', 'enrolmentCodes.codeKey')
    .select(['enrolmentCodeIds.codeId', 'enrolmentCodes.municipality', 'stationCode', 'expiresAtMs'])
    .where('enrolmentCodes.codeKey', '=', codeKey)
    .execute();
  const isSameCode = rows.every(
    (row) =>
      ids.includes(row.codeId) &&
      row.municipality === municipality &&
      row.stationCode === stationCode &&
      row.expiresAtMs === expiresAtMs,
  );
  return rows.length === ids.length && isSameCode;
}

async function enrol(
  transaction: Transaction<Tables>,
  municipality: MunicipalityCode,
  { codeId, stationId, signingKey, agreementKey }: EnrolmentAttempt,
  nowMs: number,
): Promise<EnrolmentOutcome> {
  const code = await transaction
    .selectFrom('enrolmentCodeIds')
    .innerJoin('enrolmentCodes', 'enrolmentCodes.codeKey', 'enrolmentCodeIds.codeKey')
    .leftJoin('enrolments', 'enrolments.codeKey', 'enrolmentCodes.codeKey')
    .select(['enrolmentCodes.codeKey', 'enrolmentCodes.stationCode', 'enrolmentCodes.expiresAtMs', 'enrolments.stationId'])
    .where('enrolmentCodeIds.codeId', '=', codeId)
    .where('enrolmentCodes.municipality', '=', municipality)
    .executeTakeFirst();
  if (!code) return { kind: 'unknown' };
  const { codeKey, stationCode } = code;
  if (code.stationId !== null) return code.stationId === stationId ? { kind: 'repeated', stationCode } : { kind: 'used' };
  if (nowMs >= code.expiresAtMs) return { kind: 'expired' };
  const keys = { signingKey: writeKey(signingKey), agreementKey: writeKey(agreementKey) };
  await transaction
    .insertInto('enrolments')
    .values({ codeKey, municipality, codeId, stationId, stationCode, ...keys, enrolledAtMs: nowMs })
    .execute();
  await transaction
    .insertInto('stationHomes')
    .values({ stationId, municipality })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await appendAudit(transaction, municipality, { kind: 'stationEnrolled', facts: { stationId, stationCode, codeKey } }, nowMs);
  return { kind: 'enrolled', stationCode };
}

async function listPending(db: Kysely<Tables>, municipality: MunicipalityCode): Promise<readonly PendingStation[]> {
  const rows = await db
    .selectFrom('enrolments')
    .leftJoin('stations', (join) =>
      join.onRef('stations.stationId', '=', 'enrolments.stationId').on('stations.municipality', '=', municipality),
    )
    .selectAll('enrolments')
    .where('enrolments.municipality', '=', municipality)
    .where('stations.stationId', 'is', null)
    .orderBy('enrolments.enrolledAtMs')
    .execute();
  const newest = new Map(rows.map((row) => [row.stationId, row]));
  return [...newest.values()].map((row) => ({
    codeId: row.codeId,
    stationId: row.stationId,
    stationCode: row.stationCode,
    signingKey: readKey(row.signingKey),
    agreementKey: readKey(row.agreementKey),
    enrolledAt: new Date(row.enrolledAtMs).toISOString(),
  }));
}
