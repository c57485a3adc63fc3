const startOfImage = 0xd8;
const startOfScan = 0xda;
const app0 = 0xe0;
const adobe = 0xee;
const firstApp = 0xe1;
const lastApp = 0xef;
const comment = 0xfe;
/** FF D8, then JFIF 1.01 without a density or a thumbnail. */
const jfifStart = [0xff, startOfImage, 0xff, app0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const startOfImageBytes = 2;

/**
 * A JPEG with nothing but the picture: one plain JFIF header, no EXIF, colour profile or comment. Browsers
 * differ in what they add (WebKit writes EXIF even for a canvas); the pixels' bytes are not touched.
 * Undefined where the bytes are not a JPEG.
 */
export function plainJpeg(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== startOfImage) return undefined;
  const parts: Uint8Array[] = [Uint8Array.from(jfifStart)];
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = startOfImageBytes;
  while (at + 4 <= jpeg.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === startOfScan) return joined([...parts, jpeg.subarray(at)]);
    const end = at + 2 + view.getUint16(at + 2);
    if (!isMetadata(marker)) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** All application segments and comments, but for Adobe's, which says how the colours are coded. */
function isMetadata(marker: number): boolean {
  if (marker === adobe) return false;
  return marker === app0 || marker === comment || (marker >= firstApp && marker <= lastApp);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
