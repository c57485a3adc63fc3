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
