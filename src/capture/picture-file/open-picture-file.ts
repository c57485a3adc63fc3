import { largestPictureFileBytes, type PictureFileProblem } from '../../domain/photo/picture-file/picture-file';

export type PictureFileOpening =
  { readonly kind: 'opened'; readonly picture: ImageBitmap } | { readonly kind: 'refused'; readonly problem: PictureFileProblem };

/** Opens a picture file that somebody brought, upright as its EXIF says. Never rejects; keeps nothing of the file. */
export async function openPictureFile(file: Blob): Promise<PictureFileOpening> {
  if (file.size === 0) return { kind: 'refused', problem: 'empty' };
  if (file.size > largestPictureFileBytes) return { kind: 'refused', problem: 'tooLarge' };
  try {
    return { kind: 'opened', picture: await createImageBitmap(file, { imageOrientation: 'from-image' }) };
  } catch {
    return { kind: 'refused', problem: 'notAPicture' };
  }
}
