import type { PixelSize } from '../photo-limits';

export interface JpegFileFacts extends PixelSize {
  /** 1 grey, 3 colour, 4 printers' colours (CMYK or YCCK). */
  readonly components: number;
  /** Whether the file ends where a JPEG ends; phones append more behind it. */
  readonly isWhole: boolean;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Start of frame, whatever the coding; DHT, JPG and DAC lie between them (ITU T.81, table B.1). */
const isStartOfFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** A marker without a length: TEM, RSTn. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Size and colours of a JPEG of any camera; undefined where its segments lead nowhere. */
export function findJpegFacts(bytes: Uint8Array): JpegFileFacts | undefined {
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  let frame: Omit<JpegFileFacts, 'isWhole'> | undefined;
  for (let at = 2; at + 4 <= bytes.byteLength;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    if (isStartOfFrame(marker)) frame = { height: word(at + 5), width: word(at + 7), components: bytes[at + 9] ?? 0 };
    if (marker === startOfScan) return frame && { ...frame, isWhole: hasEnd(bytes, at) };
    at += 2 + word(at + 2);
  }
  return undefined;
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.byteLength - 2; at > from; at -= 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === endOfImage) return true;
  }
  return false;
}
