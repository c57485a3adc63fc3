import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { Manifest } from '../../protocol/manifest';
import { type Receipt, receiptAudience } from '../../protocol/receipt';
import { findKid } from '../../sealing/jws';
import { verifyManifest } from '../../sealing/manifest';
import { signReceipt } from '../../sealing/receipt';
import type { Services } from '../services';
import type { StoreOutcome } from '../storage/envelope-store';

/** An envelope whose manifest holds, before any byte of the body was read. */
export interface AcceptedManifest {
  readonly kind: 'accepted';
  readonly manifest: Manifest;
  readonly manifestJws: string;
  readonly state: Receipt['state'];
}

export type ManifestOutcome =
  AcceptedManifest | { readonly kind: 'invalid' } | { readonly kind: 'unknownStation' } | { readonly kind: 'pendingStation' };

const invalid: ManifestOutcome = { kind: 'invalid' };

/** Judges the manifest of an upload: signer, signature, and that it is for this id and for municipalities served here. */
export async function acceptManifest(
  manifestJws: string,
  envelopeId: string,
  storage: Services['storage'],
): Promise<ManifestOutcome> {
  const stationId = findKid(manifestJws);
  if (stationId === undefined) return invalid;
  const caller = await storage.configurations.findStation(stationId);
  if (!caller) return { kind: 'unknownStation' };
  const { station, municipality } = caller;
  const manifest = await verifyManifest(manifestJws, (id) => (id === station.id ? station.signingKey : undefined));
  if (!manifest || manifest.envelopeId !== envelopeId || manifest.collectedBy !== municipality.code) return invalid;
  if (station.state === 'pending') return { kind: 'pendingStation' };
  const isOwn = manifest.destination === municipality.code;
  if (!isOwn && !(await isServedHere(manifest.destination, storage))) return invalid;
  return { kind: 'accepted', manifest, manifestJws, state: station.state === 'revoked' ? 'held' : 'stored' };
}

async function isServedHere(code: MunicipalityCode, storage: Services['storage']): Promise<boolean> {
  return (await storage.municipalities.find(code)) !== undefined;
}

/**
 * Stores bytes whose size and digest are known to be the manifest's. The receipt it returns is that of a completed
 * transaction.
 */
export async function storeVerified(
  { manifest, manifestJws, state }: AcceptedManifest,
  bytes: Uint8Array,
  { storage, receiptKeys, nowMs }: Pick<Services, 'storage' | 'receiptKeys' | 'nowMs'>,
): Promise<StoreOutcome> {
  const { envelopeId, digest, stationId } = manifest;
  const receivedAtMs = nowMs();
  const receivedAt = new Date(receivedAtMs).toISOString();
  const issueReceipt = (auditHead: string): Promise<string> =>
    signReceipt({ aud: receiptAudience, envelopeId, digest, stationId, receivedAt, state, auditHead }, receiptKeys.signer);
  return storage.envelopes.store({ manifest, manifestJws, bytes, state }, issueReceipt, receivedAtMs);
}
