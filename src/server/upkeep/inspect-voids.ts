import type BetterSqlite from 'better-sqlite3';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { PublicKey } from '../../protocol/fields';
import { findKid, thumbprint } from '../../sealing/jws';
import { verifyReceipt } from '../../sealing/receipt';
import { digestOfVoid, verifyVoid, type VoidKeys } from '../../sealing/void/void';
import type { AuditEvent } from '../storage/audit';
import type { Fault, FaultKind } from './inspection';
import { findStationKey, serverKeyFinder } from './inspection-keys';

interface VoidRow {
  readonly envelopeId: string;
  readonly signerId: string;
  readonly position: number;
  readonly collectedBy: string;
  readonly stationId: string;
  readonly envelopeDigest: string;
  readonly digest: string;
  readonly voidJws: string;
  readonly receiptJws: string;
}

const voidsOf = `select envelope_id as envelopeId, signer_id as signerId, position, collected_by as collectedBy,
  station_id as stationId, envelope_digest as envelopeDigest, digest, void_jws as voidJws, receipt_jws as receiptJws
  from voids where municipality = ? order by position`;

/** The municipality that voids are destined for, the key its office signs with, its audit. */
interface VoidedAt {
  readonly code: MunicipalityCode;
  readonly officeKey: PublicKey;
  readonly events: readonly AuditEvent[];
}

/** Everything that is wrong with a municipality's voids: what was signed, what was answered, what the audit tells. */
export async function inspectVoids(database: BetterSqlite.Database, at: VoidedAt): Promise<readonly Fault[]> {
  const officeId = await thumbprint(at.officeKey);
  const findServerKeys = serverKeyFinder(database);
  const faults: Fault[] = [];
  for (const row of database.prepare<[string], VoidRow>(voidsOf).all(at.code)) {
    const keys: VoidKeys = {
      findOfficeKey: (kid) => (kid === officeId ? at.officeKey : undefined),
      findStationKey: (stationId) => findStationKey(database, row.collectedBy, stationId),
    };
    const event = at.events[row.position - 1];
    const kinds: FaultKind[] = isTold(row, event) ? [] : ['eventMissing'];
    if (!(await isSigned(row, at.code, keys))) kinds.push('voidAltered');
    const receipt = await verifyReceipt(row.receiptJws, row, await findServerKeys(row.collectedBy));
    if (!receipt || receipt.auditHead !== event?.hash) kinds.push('receiptAltered');
    faults.push(...kinds.map((kind) => ({ kind, where: `void of ${row.envelopeId}` })));
  }
  return faults;
}

function isTold({ envelopeId, digest, signerId }: VoidRow, event: AuditEvent | undefined): boolean {
  const facts = event?.kind === 'envelopeVoided' ? event.facts : {};
  return facts['envelopeId'] === envelopeId && facts['digest'] === digest && facts['signerId'] === signerId;
}

async function isSigned(row: VoidRow, code: MunicipalityCode, keys: VoidKeys): Promise<boolean> {
  const signed = (await verifyVoid(row.voidJws, keys))?.void;
  return (
    signed?.envelopeId === row.envelopeId &&
    signed.digest === row.envelopeDigest &&
    signed.stationId === row.stationId &&
    signed.collectedBy === row.collectedBy &&
    signed.destination === code &&
    findKid(row.voidJws) === row.signerId &&
    (await digestOfVoid(row.voidJws)) === row.digest
  );
}
