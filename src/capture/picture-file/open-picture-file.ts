import { photoLimits, type PixelSize } from '../../domain/photo/photo-limits';
import { largestPictureFileBytes, type PictureFileProblem, readPictureFile } from '../../domain/photo/picture-file/picture-file';

export type PictureFileOpening =
  { readonly kind: 'opened'; readonly picture: ImageBitmap } | { readonly kind: 'refused'; readonly problem: PictureFileProblem };

/** As much as the largest camera stream gives; more is decoded smaller, so that 100 megapixels fit into a tablet. */
const longestEdgePx = 4096;

/**
 * Opens a picture file that somebody brought: read by its bytes, upright as its EXIF says, in sRGB. Never rejects;
 * keeps nothing of the file.
 */
export async function openPictureFile(file: Blob): Promise<PictureFileOpening> {
  if (file.size > largestPictureFileBytes) return { kind: 'refused', problem: 'tooLarge' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = readPictureFile(bytes);
    if (reading.kind === 'refused') return reading;
    const picture = await decode(file, reading.size).catch(() => undefined);
    if (!picture) return { kind: 'refused', problem: reading.format === 'heic' ? 'heicNotHere' : 'corrupt' };
    if (Math.min(picture.width, picture.height) >= photoLimits.minEdgePx) return { kind: 'opened', picture };
    picture.close();
    return { kind: 'refused', problem: 'tooSmall' };
  } catch {
    // The card was pulled out while it was being read.
    return { kind: 'refused', problem: 'corrupt' };
  }
}

function decode(file: Blob, size: PixelSize | undefined): Promise<ImageBitmap> {
  const upright: ImageBitmapOptions = { imageOrientation: 'from-image', colorSpaceConversion: 'default' };
  const longest = size ? Math.max(size.width, size.height) : 0;
  if (!size || longest <= longestEdgePx) return createImageBitmap(file, upright);
  // One side alone: the other follows in proportion, whichever way EXIF turns the picture.
  const resizeWidth = Math.round((longestEdgePx * Math.min(size.width, size.height)) / longest);
  return createImageBitmap(file, { ...upright, resizeWidth, resizeQuality: 'high' });
}
