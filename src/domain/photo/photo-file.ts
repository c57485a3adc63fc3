import { type JpegFacts, readJpeg } from './jpeg';
import { photoLimits } from './photo-limits';

/** Everything that can be wrong with a photo file before anybody looks at the face. */
export const photoFileProblems = ['notJpeg', 'tooFewBytes', 'tooManyBytes', 'wrongPixels', 'notColour', 'carriesExif'] as const;
export type PhotoFileProblem = (typeof photoFileProblems)[number];

export type PhotoFileReading =
  { readonly kind: 'acceptable'; readonly facts: JpegFacts } | { readonly kind: 'refused'; readonly problem: PhotoFileProblem };

/** Judges a photo file by the official limits: JPEG in colour, 20 KB–7 MB, 480–6000 px each way, no EXIF. */
export function readPhotoFile(bytes: Uint8Array): PhotoFileReading {
  const facts = readJpeg(bytes);
  if (!facts) return { kind: 'refused', problem: 'notJpeg' };
  const problem = findProblem(bytes.byteLength, facts);
  return problem ? { kind: 'refused', problem } : { kind: 'acceptable', facts };
}

function findProblem(byteLength: number, facts: JpegFacts): PhotoFileProblem | undefined {
  if (byteLength < photoLimits.minBytes) return 'tooFewBytes';
  if (byteLength > photoLimits.maxBytes) return 'tooManyBytes';
  const edges = [facts.widthPx, facts.heightPx];
  if (edges.some((edge) => edge < photoLimits.minEdgePx || edge > photoLimits.maxEdgePx)) return 'wrongPixels';
  if (facts.components !== 3) return 'notColour';
  return facts.hasExif ? 'carriesExif' : undefined;
}
