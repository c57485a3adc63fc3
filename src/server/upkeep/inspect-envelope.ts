import { createHash } from 'node:crypto';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import { verifyManifest } from '../../sealing/manifest';
import { verifyReceipt } from '../../sealing/receipt';
import { areStepsTold, type Steps } from './inspect-steps';
import type { FaultKind } from './inspection';

/** An envelope's row, and its bytes where they are here. */
export interface EnvelopeRow extends Steps {
  readonly envelopeId: string;
  readonly municipality: string;
  readonly position: number;
  readonly digest: string;
  readonly collectedBy: string;
  readonly stationId: string;
  readonly sequence: number;
  readonly state: 'stored' | 'held';
  readonly manifestJws: string;
  readonly receiptJws: string;
  readonly bytes: Uint8Array | null;
}

/** What an envelope is compared with. */
export interface Surroundings {
  readonly findStationKey: (stationId: string) => PublicKey | undefined;
  readonly serverKeys: Configuration['serverKeys'];
  /** The event at its position, and what others tell of its life. */
  readonly event: { readonly kind: string; readonly facts: Readonly<Record<string, unknown>>; readonly hash: string } | undefined;
  readonly steps: Steps;
}

/** Everything that is wrong with one envelope. */
export async function inspectEnvelope(row: EnvelopeRow, around: Surroundings): Promise<readonly FaultKind[]> {
  const faults: FaultKind[] = isTold(row, around) ? [] : ['eventMissing'];
  if (!(await isManifestItsOwn(row, around))) faults.push('manifestAltered');
  const receipt = await verifyReceipt(row.receiptJws, row, around.serverKeys);
  if (receipt?.auditHead !== around.event?.hash || receipt?.state !== row.state) faults.push('receiptAltered');
  if (!areStepsTold(row, around.steps)) faults.push('stepUntold');
  return [...faults, ...inspectBytes(row)];
}

function isTold({ state, envelopeId, digest }: EnvelopeRow, { event }: Surroundings): boolean {
  const kind = state === 'held' ? 'envelopeHeld' : 'envelopeStored';
  return event?.kind === kind && event.facts['envelopeId'] === envelopeId && event.facts['digest'] === digest;
}

async function isManifestItsOwn(row: EnvelopeRow, { findStationKey }: Surroundings): Promise<boolean> {
  const manifest = await verifyManifest(row.manifestJws, findStationKey);
  return (
    manifest?.envelopeId === row.envelopeId &&
    manifest.digest === row.digest &&
    manifest.sequence === row.sequence &&
    manifest.stationId === row.stationId &&
    manifest.destination === row.municipality
  );
}

function inspectBytes({ bytes, digest, doneAtMs, purgedAtMs }: EnvelopeRow): readonly FaultKind[] {
  if (purgedAtMs === null) {
    if (!bytes) return ['bytesMissing'];
    return createHash('sha256').update(bytes).digest('base64url') === digest ? [] : ['bytesAltered'];
  }
  if (bytes) return ['bytesLeft'];
  return doneAtMs !== null && doneAtMs <= purgedAtMs ? [] : ['purgedBeforeDone'];
}
