import { sha256 } from '../../sealing/digest';
import type { SealedBytes } from './sealed-bytes';

/** Rejects where the file behind a Blob is gone. */
export async function loadSealed(bytes: SealedBytes): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(bytes instanceof Blob ? await bytes.arrayBuffer() : bytes);
}

/** Whether they can be read and are still those of this SHA-256 (base64url). */
export function areWhole(bytes: SealedBytes, digest: string): Promise<boolean> {
  return loadSealed(bytes)
    .then(sha256)
    .then(
      (found) => found === digest,
      () => false,
    );
}
