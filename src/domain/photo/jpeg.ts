/** What the headers of a JPEG file say, as far as the photo rules need it (ITU-T T.81, JFIF 1.02). */
export interface JpegFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 grey, 3 colour (YCbCr), 4 CMYK */
  readonly components: number;
  readonly hasExif: boolean;
  /** JFIF density where it is given in dots per inch. */
  readonly densityDpi: number | undefined;
}

const startOfImage = 0xffd8;
const startOfScan = 0xda;
const endOfImage = 0xd9;
const app0 = 0xe0;
const app1 = 0xe1;
const fill = 0xff;
/** `JFIF` */
const jfif = 0x4a464946;

/** Reads a JPEG's headers; undefined where the bytes are not a whole JPEG. Never throws. */
export function readJpeg(bytes: Uint8Array): JpegFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== startOfImage) return undefined;
  if (view.getUint16(view.byteLength - 2) !== 0xff00 + endOfImage) return undefined;
  let frame: Pick<JpegFacts, 'widthPx' | 'heightPx' | 'components'> | undefined;
  let hasExif = false;
  let densityDpi: number | undefined;
  for (const { marker, at, length } of segments(view)) {
    if (marker === app1) hasExif = true;
    if (marker === app0) densityDpi ??= findDensity(view, at, length);
    if (isStartOfFrame(marker) && length >= 8) {
      frame = { heightPx: view.getUint16(at + 3), widthPx: view.getUint16(at + 5), components: view.getUint8(at + 7) };
    }
  }
  return frame ? { ...frame, hasExif, densityDpi } : undefined;
}

function findDensity(view: DataView, at: number, length: number): number | undefined {
  const isInDotsPerInch = length >= 14 && view.getUint32(at + 2) === jfif && view.getUint8(at + 9) === 1;
  return isInDotsPerInch ? view.getUint16(at + 10) : undefined;
}

interface Segment {
  readonly marker: number;
  /** Offset of the segment's two length bytes. */
  readonly at: number;
  readonly length: number;
}

function* segments(view: DataView): Generator<Segment> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === fill) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === startOfScan || length < 2 || at + 2 + length > view.byteLength) return;
    yield { marker, at: at + 2, length };
    at += 2 + length;
  }
}

function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/**
 * A copy of a JPEG whose JFIF header gives its print density. Only the header's five density bytes change.
 * Throws where the file does not begin with a JFIF header, which every encoder we use writes.
 */
export function withDensity(jpeg: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(jpeg);
  const view = new DataView(copy.buffer);
  const isJfif = copy.byteLength > 20 && view.getUint16(2) === 0xff00 + app0 && view.getUint32(6) === jfif;
  if (!isJfif) throw new TypeError('not a JFIF file');
  view.setUint8(13, 1);
  view.setUint16(14, dpi);
  view.setUint16(16, dpi);
  return copy;
}
