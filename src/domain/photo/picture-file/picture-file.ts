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

/** Cameras of today stay below; decoding more could take a tablet's memory. */
export const largestPictureFileBytes = 60_000_000;
