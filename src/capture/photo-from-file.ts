import type { IdPhoto } from '../domain/application/draft';
import { drawPhoto } from './draw-photo';

/** Cameras of today stay below; decoding more could take a tablet's memory. */
export const largestPictureFileBytes = 40_000_000;

export type PhotoFromFileResult =
  | { readonly kind: 'taken'; readonly photo: IdPhoto }
  /** No picture, or a broken one. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'pictureTooSmall'; readonly widthPx: number }
  | { readonly kind: 'fileTooLarge' }
  | { readonly kind: 'failed' };

/**
 * Makes an ID photo of a picture file that somebody brought: upright as its EXIF says, then the same guide and
 * the same file as from the camera. Never rejects.
 */
export async function photoFromFile(file: Blob): Promise<PhotoFromFileResult> {
  if (file.size > largestPictureFileBytes) return { kind: 'fileTooLarge' };
  const bitmap = await decode(file);
  if (!bitmap) return { kind: 'unreadable' };
  try {
    const drawn = await drawPhoto(bitmap, { width: bitmap.width, height: bitmap.height });
    return drawn.kind === 'tooSmall' ? { kind: 'pictureTooSmall', widthPx: drawn.widthPx } : drawn;
  } catch {
    return { kind: 'failed' };
  } finally {
    bitmap.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}
