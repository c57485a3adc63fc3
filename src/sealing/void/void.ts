import type { PublicKey } from '../../protocol/fields';
import type { Manifest } from '../../protocol/manifest';
import { type Void, voidAudience, voidSchema, voidType } from '../../protocol/void/void';
import { sha256 } from '../digest';
import { type SigningKey, signJws, verifyJws } from '../jws';

/** The envelope that is voided, by facts of its manifest. */
export type VoidedEnvelope = Pick<
  Manifest,
  'envelopeId' | 'digest' | 'stationId' | 'sequence' | 'receptionNumber' | 'collectedBy' | 'destination'
>;

export type VoidDecision = Pick<Void, 'reason' | 'attendantId' | 'voidedAt'>;

export interface SignedVoid {
  readonly voidJws: string;
  /** SHA-256 of the JWS as it is sent: what its receipt must name. */
  readonly digest: string;
}

/** Signs the void of an envelope: with the key of the station that issued it, or with the office's configuration key. */
export async function signVoid(envelope: VoidedEnvelope, decision: VoidDecision, key: SigningKey): Promise<SignedVoid> {
  const { envelopeId, digest, stationId, sequence, receptionNumber, collectedBy, destination } = envelope;
  const facts = { envelopeId, digest, stationId, sequence, receptionNumber, collectedBy, destination };
  const { reason, attendantId, voidedAt } = decision;
  const payload: Void = { aud: voidAudience, voidVersion: 1, ...facts, reason, attendantId, voidedAt };
  const voidJws = await signJws(voidSchema.parse(payload), voidType, key);
  return { voidJws, digest: await digestOfVoid(voidJws) };
}

export function digestOfVoid(voidJws: string): Promise<string> {
  return sha256(new TextEncoder().encode(voidJws));
}

export interface VoidKeys {
  readonly findStationKey: (stationId: string) => PublicKey | undefined;
  /** By thumbprint. */
  readonly findOfficeKey: (kid: string) => PublicKey | undefined;
}

export interface VerifiedVoid {
  readonly void: Void;
  readonly by: 'station' | 'office';
}

/** Verifies that a void is signed by the station it names as the envelope's, or by the office. */
export async function verifyVoid(jws: string, keys: VoidKeys): Promise<VerifiedVoid | undefined> {
  const signed: { by: VerifiedVoid['by']; signer: string } = { by: 'station', signer: '' };
  const findKey = (kid: string): PublicKey | undefined => {
    signed.signer = kid;
    const officeKey = keys.findOfficeKey(kid);
    signed.by = officeKey ? 'office' : 'station';
    return officeKey ?? keys.findStationKey(kid);
  };
  const verified = await verifyJws(jws, { typ: voidType, schema: voidSchema, findKey });
  const { by, signer } = signed;
  return verified && (by === 'office' || verified.stationId === signer) ? { void: verified, by } : undefined;
}

/** Whether a void is of exactly this envelope. */
export function isVoidOf(voided: Void, manifest: VoidedEnvelope): boolean {
  const facts = ['envelopeId', 'digest', 'stationId', 'sequence', 'receptionNumber', 'collectedBy', 'destination'] as const;
  return facts.every((fact) => voided[fact] === manifest[fact]);
}
