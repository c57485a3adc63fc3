export interface SampleJpeg {
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** 1 grey, 3 colour, 4 CMYK */
  readonly components?: number;
  /** Exact size of the file. */
  readonly byteLength?: number;
  readonly hasExif?: boolean;
  /** Makes the bytes of one file differ from another's. */
  readonly seed?: number;
}

const longestComment = 60_000;

/**
 * A JPEG as the header parser and the photo limits see one: JFIF header, frame header (SOF0), comments up to the
 * wanted size, end marker. It has no scan, so that no picture can be decoded from it; journeys use real photos.
 */
export function sampleJpeg(sample: SampleJpeg = {}): Uint8Array<ArrayBuffer> {
  const { widthPx = 1050, heightPx = 1350, components = 3, byteLength = 24_000, hasExif = false, seed = 1 } = sample;
  const head = [
    [0xff, 0xd8],
    segment(0xe0, [...ascii('JFIF'), 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]),
    hasExif ? segment(0xe1, [...ascii('Exif'), 0, 0]) : [],
    segment(0xc0, [8, ...word(heightPx), ...word(widthPx), components, ...frameComponents(components)]),
  ].flat();
  const comments: number[] = [];
  let left = byteLength - head.length - 2;
  while (left >= 4) {
    const size = left - longestComment < 4 ? left : longestComment;
    comments.push(...commentOf(Math.min(size, 65_000), seed));
    left = byteLength - head.length - 2 - comments.length;
  }
  if (left !== 0) throw new RangeError('this size cannot be made');
  return new Uint8Array([...head, ...comments, 0xff, 0xd9]);
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...word(content.length + 2), ...content];
}

function frameComponents(count: number): number[] {
  return Array.from({ length: count }, (_, index) => [index + 1, 0x11, 0]).flat();
}

function commentOf(size: number, seed: number): number[] {
  let state = seed;
  const content = Array.from({ length: size - 4 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >>> 16) & 0xff;
  });
  return segment(0xfe, content);
}

function word(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
