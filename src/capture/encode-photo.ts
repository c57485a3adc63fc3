import { withDensity } from '../domain/photo/jpeg';
import { type PhotoFileProblem, readPhotoFile } from '../domain/photo/photo-file';
import { densityDpi } from '../domain/photo/photo-limits';
import { plainJpeg } from './plain-jpeg';

/** Makes a JPEG of one picture at a quality of 0 to 1; undefined where the browser cannot. */
export type JpegEncoder = (quality: number) => Promise<Uint8Array | undefined>;

const usualQuality = 0.92;
/** A plain wall and a small crop can fall under the least size, a noisy hall over the largest. */
const otherQualities: Readonly<Partial<Record<PhotoFileProblem, readonly number[]>>> = {
  tooFewBytes: [0.95, 0.97, 0.99, 1],
  tooManyBytes: [0.85, 0.75, 0.6, 0.45],
};

interface Attempt {
  readonly file?: Uint8Array<ArrayBuffer>;
  readonly problem?: PhotoFileProblem;
}

/**
 * The photo file that the official limits accept: the usual quality where it fits, else the nearest that
 * does, 35 mm wide in print, without metadata. Undefined where no quality gives an acceptable file.
 */
export async function encodePhoto(encode: JpegEncoder, widthPx: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const attempt = async (quality: number): Promise<Attempt> => {
    const jpeg = await encode(quality);
    const plain = jpeg && plainJpeg(jpeg);
    if (!plain) return {};
    const file = withDensity(plain, densityDpi(widthPx));
    const reading = readPhotoFile(file);
    return reading.kind === 'acceptable' ? { file } : { problem: reading.problem };
  };
  const usual = await attempt(usualQuality);
  if (usual.file || !usual.problem) return usual.file;
  for (const quality of otherQualities[usual.problem] ?? []) {
    const { file } = await attempt(quality);
    if (file) return file;
  }
  return undefined;
}
