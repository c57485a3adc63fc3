import { Encrypter } from 'age-encryption';
import { v7 as uuidv7 } from 'uuid';
import type { StationCode } from '../../../src/domain/submission/station-code';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import type { ApplicationDocument } from '../../../src/protocol/application-document';
import type { Manifest } from '../../../src/protocol/manifest';
import { sha256 } from '../../../src/sealing/digest';
import { signManifest } from '../../../src/sealing/manifest';
import { type SealedEnvelope, sealEnvelope } from '../../../src/sealing/seal';
import { signerOf, type StationKeys } from '../../../src/sealing/station-keys';
import { type SignedVoid, signVoid } from '../../../src/sealing/void/void';
import { sampleDocument, sampleSealFacts } from '../../support/sample-application';
import { sampleJpeg } from '../../support/sample-jpeg';

export interface Sealer {
  readonly keys: StationKeys;
  readonly stationCode: StationCode;
  readonly recipients: readonly string[];
}

/** The invented application of a station's nth envelope. */
export function documentOf(
  { keys, stationCode }: Sealer,
  sequence: number,
  overrides: Partial<ApplicationDocument> = {},
): ApplicationDocument {
  const receptionNumber = receptionNumberOf(stationCode, sequence);
  return sampleDocument({ envelopeId: uuidv7(), stationId: keys.stationId, sequence, receptionNumber, ...overrides });
}

/** Seals as the kiosk does. */
export function sealNth(sealer: Sealer, sequence: number, overrides: Partial<ApplicationDocument> = {}): Promise<SealedEnvelope> {
  const document = documentOf(sealer, sequence, overrides);
  const photo = document.photo ? sampleJpeg() : undefined;
  return sealEnvelope({ document, photo, recipients: sealer.recipients, signer: signerOf(sealer.keys), facts: sampleSealFacts });
}

/** The same envelope under a manifest with other facts, signed anew. */
export async function resigned({ keys }: Sealer, sealed: SealedEnvelope, changes: Partial<Manifest>): Promise<SealedEnvelope> {
  const manifest = { ...sealed.manifest, ...changes };
  return { ...sealed, manifest, manifestJws: await signManifest(manifest, signerOf(keys)) };
}

/** An envelope with any bytes inside: encrypted and signed properly, as a station gone bad could. */
export async function sealBytes(sealer: Sealer, sequence: number, contents: Uint8Array): Promise<SealedEnvelope> {
  const encrypter = new Encrypter();
  for (const recipient of sealer.recipients) encrypter.addRecipient(recipient);
  const bytes = new Uint8Array(await encrypter.encrypt(contents));
  const sealed = await sealNth(sealer, sequence);
  return { ...(await resigned(sealer, sealed, { digest: await sha256(bytes), size: bytes.byteLength })), bytes };
}

/** The void of an envelope, by the tablet that sealed it. */
export function stationVoid({ keys }: Sealer, { manifest }: SealedEnvelope): Promise<SignedVoid> {
  const decision = { reason: 'madeTwice', attendantId: 'attendant-1', voidedAt: '2026-11-20T06:00:00.000Z' } as const;
  return signVoid(manifest, decision, signerOf(keys));
}
