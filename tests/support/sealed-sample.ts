import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { ApplicationDocument } from '../../src/protocol/application-document';
import type { PublicKey } from '../../src/protocol/fields';
import type { Manifest } from '../../src/protocol/manifest';
import { sha256 } from '../../src/sealing/digest';
import { signManifest } from '../../src/sealing/manifest';
import { type OpenRequest } from '../../src/sealing/open';
import { type SealedEnvelope, sealEnvelope } from '../../src/sealing/seal';
import { makeStationKeys, publicKeyOf, signerOf, type StationKeys } from '../../src/sealing/station-keys';
import { sampleDocument, sampleManifest, sampleSealFacts } from './sample-application';
import { sampleJpeg } from './sample-jpeg';

/** An office and an enrolled station, with real keys, and what the office needs to open the station's envelopes. */
export interface SealingParties {
  readonly keys: StationKeys;
  readonly stationKey: PublicKey;
  readonly identity: string;
  readonly recipient: string;
  readonly findStationKey: OpenRequest['findStationKey'];
}

export async function makeParties(): Promise<SealingParties> {
  const keys = await makeStationKeys();
  const stationKey = await publicKeyOf(keys.signing);
  const identity = await generateX25519Identity();
  return {
    keys,
    stationKey,
    identity,
    recipient: await identityToRecipient(identity),
    findStationKey: (stationId) => (stationId === keys.stationId ? stationKey : undefined),
  };
}

/** The sample application, sealed as the kiosk does. */
export function sealSample(
  { keys, recipient }: SealingParties,
  overrides: Partial<ApplicationDocument> = {},
  photo: Uint8Array | undefined = overrides.photo === null ? undefined : sampleJpeg(),
): Promise<SealedEnvelope> {
  const document = sampleDocument({ stationId: keys.stationId, ...overrides });
  return sealEnvelope({ document, photo, recipients: [recipient], signer: signerOf(keys), facts: sampleSealFacts });
}

/** What a station could sign though the kiosk never would: any bytes as contents, any facts on the manifest. */
export async function sealByHand(
  { keys, recipient }: SealingParties,
  contents: Uint8Array,
  overrides: Partial<Manifest> = {},
): Promise<SealedEnvelope> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return signBytes(keys, new Uint8Array(await encrypter.encrypt(contents)), overrides);
}

/** A manifest with the right digest over any bytes. */
export async function signBytes(
  keys: StationKeys,
  bytes: Uint8Array<ArrayBuffer>,
  overrides: Partial<Manifest> = {},
): Promise<SealedEnvelope> {
  const facts = { stationId: keys.stationId, digest: await sha256(bytes), size: bytes.byteLength };
  const manifest = sampleManifest({ ...facts, ...overrides });
  return { manifest, manifestJws: await signManifest(manifest, signerOf(keys)), bytes };
}
