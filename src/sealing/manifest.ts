import type { PublicKey } from '../protocol/fields';
import { type Manifest, manifestSchema, manifestType } from '../protocol/manifest';
import { readUnverified, type SigningKey, signJws, verifyJws } from './jws';

/** Signs a manifest with the station's key; `kid` is the station's id. */
export function signManifest(manifest: Manifest, key: SigningKey): Promise<string> {
  return signJws(manifest, manifestType, key);
}

/**
 * Verifies a manifest against the keys of known stations (by station id). Undefined where the signature, the
 * type, the shape or the station named inside does not hold.
 */
export async function verifyManifest(
  jws: string,
  findStationKey: (stationId: string) => PublicKey | undefined,
): Promise<Manifest | undefined> {
  let signer: string | undefined;
  const findKey = (kid: string): PublicKey | undefined => {
    signer = kid;
    return findStationKey(kid);
  };
  const manifest = await verifyJws(jws, { typ: manifestType, schema: manifestSchema, findKey });
  return manifest && manifest.stationId === signer ? manifest : undefined;
}

/** What a manifest says, without believing it: whether bytes can be its own shows before anybody is asked. */
export function readUnverifiedManifest(jws: string): Manifest | undefined {
  return readUnverified(jws, manifestSchema);
}
