import { v7 as uuidv7 } from 'uuid';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import type { StationEntry } from '../../../src/protocol/configuration';
import { envelopeMediaType, envelopePath, manifestHeader, stationScheme } from '../../../src/protocol/http';
import type { Manifest } from '../../../src/protocol/manifest';
import { sha256 } from '../../../src/sealing/digest';
import { signManifest } from '../../../src/sealing/manifest';
import { makeStationKeys, publicKeyOf, signerOf, signStationRequest, type StationKeys } from '../../../src/sealing/station-keys';
import { sampleManifest, sampleStationCode } from '../../support/sample-application';

export interface TestStation {
  readonly keys: StationKeys;
  readonly entry: StationEntry;
}

export async function makeStation(): Promise<TestStation> {
  const keys = await makeStationKeys();
  const [signingKey, agreementKey] = await Promise.all([publicKeyOf(keys.signing), publicKeyOf(keys.agreement)]);
  return { keys, entry: { id: keys.stationId, code: sampleStationCode, signingKey, agreementKey, state: 'active' } };
}

export interface TestEnvelope {
  readonly manifest: Manifest;
  readonly manifestJws: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

let lastSequence = 0;

/** An envelope of this station. The server cannot open one, so random bytes serve as the age file. */
export async function makeEnvelope(
  { keys }: TestStation,
  overrides: Partial<Manifest> = {},
  bytes: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(5000)),
): Promise<TestEnvelope> {
  const sequence = overrides.sequence ?? (lastSequence += 1);
  const manifest = sampleManifest({
    envelopeId: uuidv7(),
    stationId: keys.stationId,
    sequence,
    receptionNumber: receptionNumberOf(sampleStationCode, sequence),
    digest: await sha256(bytes),
    size: bytes.byteLength,
    ...overrides,
  });
  return { manifest, manifestJws: await signManifest(manifest, signerOf(keys)), bytes };
}

/** The upload as a tablet sends it. */
export function uploadOf(
  { manifest, manifestJws, bytes }: TestEnvelope,
  headers: Record<string, string> = {},
): [path: string, init: RequestInit & { headers: Record<string, string> }] {
  const all = { 'Content-Type': envelopeMediaType, [manifestHeader]: manifestJws, ...headers };
  return [envelopePath(manifest.envelopeId), { method: 'PUT', headers: all, body: bytes }];
}

/** The Authorization header of a request signed by this station. */
export async function stationAuthorization(
  { keys }: TestStation,
  method: string,
  path: string,
): Promise<{ Authorization: string }> {
  return { Authorization: `${stationScheme} ${await signStationRequest({ method, path }, Date.now(), keys)}` };
}
