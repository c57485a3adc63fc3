import type { IdPhoto } from '../domain/application/draft';
import { cropForGuide, type PhotoCrop } from '../domain/photo/guide-crop';
import type { PixelSize } from '../domain/photo/photo-limits';
import { encodePhoto } from './encode-photo';

export type DrawPhotoResult =
  | { readonly kind: 'taken'; readonly photo: IdPhoto }
  /** The guide holds fewer pixels than the official site accepts: widthPx of the at least 480. */
  | { readonly kind: 'tooSmall'; readonly widthPx: number }
  | { readonly kind: 'failed' };

/**
 * Cuts the guide out of a picture, scales it down where it is larger than the file should be, and encodes it.
 * Nothing else happens to the pixels: no mirroring, no sharpening, no colour change.
 */
export async function drawPhoto(picture: CanvasImageSource, frame: PixelSize): Promise<DrawPhotoResult> {
  const reading = cropForGuide(frame);
  if (reading.kind === 'cameraTooSmall') return { kind: 'tooSmall', widthPx: reading.widthPx };
  const { width, height } = reading.crop.output;
  const bytes = await drawAndEncode(picture, reading.crop);
  return bytes ? { kind: 'taken', photo: { bytes, widthPx: width, heightPx: height, cameraPx: frame } } : { kind: 'failed' };
}

async function drawAndEncode(
  picture: CanvasImageSource,
  { source, output }: PhotoCrop,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = output.width;
  canvas.height = output.height;
  try {
    const context = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb' });
    if (!context) return undefined;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, source.x, source.y, source.width, source.height, 0, 0, output.width, output.height);
    return await encodePhoto((quality) => Promise.resolve(jpegOf(canvas, quality)), output.width);
  } finally {
    // iPadOS keeps a dropped canvas's memory for long; an empty one costs nothing.
    canvas.width = 0;
    canvas.height = 0;
  }
}

const jpegUrlStart = 'data:image/jpeg;base64,';

/** By data URL, not by Blob: browsers may move Blobs to the disk when memory is short. */
function jpegOf(canvas: HTMLCanvasElement, quality: number): Uint8Array | undefined {
  const url = canvas.toDataURL('image/jpeg', quality);
  if (!url.startsWith(jpegUrlStart)) return undefined;
  return Uint8Array.from(atob(url.slice(jpegUrlStart.length)), (character) => character.charCodeAt(0));
}
