import { receiptAudience } from '../../protocol/receipt';
import { type Void, voidSchema } from '../../protocol/void/void';
import { findKid, readUnverified, thumbprint } from '../../sealing/jws';
import { signReceipt } from '../../sealing/receipt';
import { digestOfVoid, verifyVoid, type VoidKeys } from '../../sealing/void/void';
import type { Services } from '../services';
import type { Storage } from '../storage/storage';
import type { VoidOutcome } from '../storage/void-store';

type NotSigned = { readonly kind: 'invalid' | 'unknownStation' | 'pendingStation' };

/**
 * Takes a void by the issuing station or by the office its envelope is destined for. A revoked station may still void
 * what it sealed: that keeps an application from being handed over and can do no more, and who signed is on record.
 */
export async function receiveVoid(
  voidJws: string,
  envelopeId: string,
  { storage, receiptKeys, nowMs }: Pick<Services, 'storage' | 'receiptKeys' | 'nowMs'>,
): Promise<VoidOutcome | NotSigned> {
  const signed = await verifySigner(voidJws, storage);
  if (signed.kind !== 'signed') return signed;
  const { signerId, void: verified } = signed;
  if (verified.envelopeId !== envelopeId) return { kind: 'invalid' };
  const digest = await digestOfVoid(voidJws);
  const receivedAtMs = nowMs();
  const { stationId } = verified;
  const facts = { envelopeId, digest, stationId, receivedAt: new Date(receivedAtMs).toISOString(), state: 'stored' as const };
  return storage.voids.store(
    { void: verified, voidJws, digest, signerId },
    (auditHead) => signReceipt({ aud: receiptAudience, ...facts, auditHead }, receiptKeys.signer),
    receivedAtMs,
  );
}

async function verifySigner(
  voidJws: string,
  storage: Storage,
): Promise<NotSigned | { readonly kind: 'signed'; readonly signerId: string; readonly void: Void }> {
  const signerId = findKid(voidJws);
  const claimed = readUnverified(voidJws, voidSchema);
  const destination = claimed && (await storage.municipalities.find(claimed.destination));
  const isServedHere = destination && (await storage.municipalities.find(claimed.collectedBy)) !== undefined;
  if (signerId === undefined || !isServedHere) return { kind: 'invalid' };
  const keys = await keysOf(signerId, destination.configurationKey, storage);
  if ('kind' in keys) return keys;
  const verified = await verifyVoid(voidJws, keys);
  const isOfItsOwn = verified && (keys.collectedBy === undefined || verified.void.collectedBy === keys.collectedBy);
  return isOfItsOwn ? { kind: 'signed', signerId, void: verified.void } : { kind: 'invalid' };
}

async function keysOf(
  signerId: string,
  officeKey: Parameters<typeof thumbprint>[0],
  storage: Storage,
): Promise<NotSigned | (VoidKeys & { readonly collectedBy: string | undefined })> {
  const nobody = (): undefined => undefined;
  if (signerId === (await thumbprint(officeKey))) {
    return { findOfficeKey: () => officeKey, findStationKey: nobody, collectedBy: undefined };
  }
  const caller = await storage.configurations.findStation(signerId);
  if (!caller) return { kind: 'unknownStation' };
  if (caller.station.state === 'pending') return { kind: 'pendingStation' };
  const { signingKey } = caller.station;
  return { findOfficeKey: nobody, findStationKey: () => signingKey, collectedBy: caller.municipality.code };
}
