import type { PixelSize } from '../photo-limits';

export interface PngFacts extends PixelSize {
  readonly isAnimated: boolean;
}

const headerBytes = 8;

/** Size of a PNG, and whether it moves (an acTL chunk before its data); undefined where its chunks do not end in IEND. */
export function readPng(bytes: Uint8Array): PngFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let facts: PngFacts | undefined;
  for (let at = headerBytes; at + 12 <= bytes.byteLength; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!facts && type !== 'IHDR') return undefined;
    if (type === 'IHDR') facts = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), isAnimated: false };
    if (type === 'acTL' && facts) facts = { ...facts, isAnimated: true };
    if (type === 'IEND') return facts;
  }
  return undefined;
}
