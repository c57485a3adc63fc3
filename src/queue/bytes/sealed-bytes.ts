import { sha256 } from '../../sealing/digest';

/**
 * An age file as it lies on the tablet. A Blob stays on disk: whoever sends it hands on the handle, and its bytes
 * pass by the page.
 */
export type SealedBytes = ArrayBuffer | Blob;

/** In which of the two forms an age file is kept. */
export type Keeping = (bytes: Uint8Array<ArrayBuffer>) => SealedBytes;

/** In the record, in a buffer of its own: a view into a larger one must not carry the rest of it to disk. */
export const inRecord: Keeping = (bytes) => (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer);

/** In a file of the browser's, which the record names. */
export const inFileOfBrowser: Keeping = (bytes) => new Blob([bytes]);

/**
 * Files only where the browser keeps large buffers in the same files anyway, under the same transaction: Chromium.
 * WebKit has lost the files behind stored Blobs, in one version or another, up to the day this was written.
 *
 * @param vendor `navigator.vendor`
 */
export function keepingOf(vendor: string): Keeping {
  return vendor === 'Google Inc.' ? inFileOfBrowser : inRecord;
}

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
