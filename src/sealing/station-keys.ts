import { exportJWK } from 'jose';
import { type PublicKey, publicKeyField } from '../protocol/fields';
import {
  type StationRequest,
  stationRequestAudience,
  stationRequestSchema,
  stationRequestType,
} from '../protocol/station-request';
import { type SigningKey, signJws, thumbprint, verifyJws } from './jws';

/** A station's own keys. The private halves are not extractable: they can be used on this tablet, never read. */
export interface StationKeys {
  readonly stationId: string;
  readonly signing: CryptoKeyPair;
  readonly agreement: CryptoKeyPair;
}

/** Makes a station's keys (P-256: ECDSA for signing, ECDH for keys wrapped to it). */
export async function makeStationKeys(): Promise<StationKeys> {
  const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const agreement = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  return { stationId: await thumbprint(await publicKeyOf(signing)), signing, agreement };
}

/** The public half as a JWK with only the members that make its thumbprint. */
export async function publicKeyOf(pair: CryptoKeyPair): Promise<PublicKey> {
  const { kty, crv, x, y } = await exportJWK(pair.publicKey);
  return publicKeyField.parse({ kty, crv, x, y });
}

/** The key as the signing functions take it. */
export function signerOf(keys: StationKeys): SigningKey {
  return { kid: keys.stationId, key: keys.signing.privateKey };
}

/** Signs a request (`GET /api/v1/configuration`) in the station's name. */
export function signStationRequest(
  request: Pick<StationRequest, 'method' | 'path'>,
  nowMs: number,
  keys: StationKeys,
): Promise<string> {
  const payload: StationRequest = { aud: stationRequestAudience, ...request, signedAt: new Date(nowMs).toISOString() };
  return signJws(payload, stationRequestType, signerOf(keys));
}

/** Verifies a station's signed request for exactly this method and path, with the key its station id names. */
export async function verifyStationRequest(
  jws: string,
  expected: Pick<StationRequest, 'method' | 'path'>,
  findStationKey: (stationId: string) => PublicKey | undefined,
): Promise<boolean> {
  const request = await verifyJws(jws, { typ: stationRequestType, schema: stationRequestSchema, findKey: findStationKey });
  return request?.method === expected.method && request.path === expected.path;
}
