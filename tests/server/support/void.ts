import { jwsMediaType, voidPath } from '../../../src/protocol/http';
import type { SigningKey } from '../../../src/sealing/jws';
import { signerOf } from '../../../src/sealing/station-keys';
import { signVoid, type SignedVoid, type VoidedEnvelope } from '../../../src/sealing/void/void';
import type { TestStation } from './station';

export const decision = { reason: 'wrongContent', attendantId: 'attendant-1', voidedAt: '2026-11-20T05:00:00.000Z' } as const;

/** A void as a station signs it. */
export function stationVoid({ keys }: TestStation, envelope: VoidedEnvelope): Promise<SignedVoid> {
  return signVoid(envelope, decision, signerOf(keys));
}

/** A void as the office signs it. */
export function officeVoid(key: SigningKey, envelope: VoidedEnvelope): Promise<SignedVoid> {
  return signVoid(envelope, { ...decision, attendantId: null }, key);
}

/** The request that brings a void. */
export function voidRequest({ envelopeId }: VoidedEnvelope, { voidJws }: SignedVoid): [path: string, init: RequestInit] {
  return [voidPath(envelopeId), { method: 'PUT', headers: { 'Content-Type': jwsMediaType }, body: voidJws }];
}

export async function voidOf(station: TestStation, envelope: VoidedEnvelope): Promise<[path: string, init: RequestInit]> {
  return voidRequest(envelope, await stationVoid(station, envelope));
}
