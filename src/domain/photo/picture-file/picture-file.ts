import { photoLimits, type PixelSize } from '../photo-limits';
import { findJpegFacts } from './jpeg-facts';
import { readPng } from './png-facts';

/** Everything that can be wrong with a file that somebody brings as a photo. */
export const pictureFileProblems = [
  'empty',
  'notAPicture',
  'unsupported',
  'corrupt',
  'animated',
  'cmyk',
  'tooSmall',
  'tooLarge',
  'heicNotHere',
] as const;
export type PictureFileProblem = (typeof pictureFileProblems)[number];

/** Cameras of today stay below; a tablet of 4 GB still has the memory to read it. */
export const largestPictureFileBytes = 60_000_000;
/** More decoded pixels than this, in a picture of 4 bytes a pixel, take a tablet's whole memory. */
const mostPixels = 200_000_000;

export type PictureFormat = 'jpeg' | 'png' | 'heic' | 'webp';

export type PictureFileReading =
  /** `size`: as stored, before any turning; undefined where only the decoder can say. */
  | { readonly kind: 'picture'; readonly format: PictureFormat; readonly size: PixelSize | undefined }
  | { readonly kind: 'refused'; readonly problem: PictureFileProblem };

const refused = (problem: PictureFileProblem): PictureFileReading => ({ kind: 'refused', problem });

/**
 * Reads what a file really is from its own bytes, whatever its name says. Moving pictures and printers' colours
 * (CMYK) are refused: what a decoder makes of them is not what was photographed.
 */
export function readPictureFile(bytes: Uint8Array): PictureFileReading {
  if (bytes.byteLength === 0) return refused('empty');
  if (bytes.byteLength > largestPictureFileBytes) return refused('tooLarge');
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpegFile(bytes);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPngFile(bytes);
  const container = textAt(bytes, 4, 4) === 'ftyp' ? textAt(bytes, 8, 4) : '';
  if (['heic', 'heix', 'heim', 'heis', 'mif1'].includes(container)) return { kind: 'picture', format: 'heic', size: undefined };
  if (['hevc', 'hevx', 'msf1', 'avis'].includes(container)) return refused('animated');
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return readWebp(bytes);
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) return refused('animated');
  return refused(isOtherPicture(bytes, container) ? 'unsupported' : 'notAPicture');
}

function readJpegFile(bytes: Uint8Array): PictureFileReading {
  const facts = findJpegFacts(bytes);
  if (!facts || !facts.isWhole) return refused('corrupt');
  return facts.components === 4 ? refused('cmyk') : sized('jpeg', facts);
}

function readPngFile(bytes: Uint8Array): PictureFileReading {
  const facts = readPng(bytes);
  if (!facts) return refused('corrupt');
  return facts.isAnimated ? refused('animated') : sized('png', facts);
}

/** The flag of animation in the extended format (WebP container specification). */
function readWebp(bytes: Uint8Array): PictureFileReading {
  const isAnimated = textAt(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
  return isAnimated ? refused('animated') : { kind: 'picture', format: 'webp', size: undefined };
}

function sized(format: PictureFormat, { width, height }: PixelSize): PictureFileReading {
  if (Math.min(width, height) < photoLimits.minEdgePx) return refused('tooSmall');
  if (width * height > mostPixels) return refused('tooLarge');
  return { kind: 'picture', format, size: { width, height } };
}

/** TIFF and raw files, BMP, JPEG 2000, JPEG XL, AVIF, PDF, Photoshop: pictures, but none that tablets decode. */
function isOtherPicture(bytes: Uint8Array, container: string): boolean {
  const starts = [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
    [0x42, 0x4d],
    [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50],
    [0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58],
    [0x25, 0x50, 0x44, 0x46],
    [0x38, 0x42, 0x50, 0x53],
  ];
  return starts.some((start) => startsWith(bytes, start)) || container === 'avif' || container === 'crx ';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
