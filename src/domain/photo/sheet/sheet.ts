import { photoLimits } from '../photo-limits';

/** Papers that photos are printed on; mm, upright. */
export const papers = {
  /** L判 */
  photoL: { widthMm: 89, heightMm: 127 },
  /** はがき */
  postcard: { widthMm: 100, heightMm: 148 },
  a4: { widthMm: 210, heightMm: 297 },
} as const;
export type Paper = keyof typeof papers;

/** In mm from the paper's top left. */
export interface Line {
  readonly from: readonly [xMm: number, yMm: number];
  readonly to: readonly [xMm: number, yMm: number];
}

/** A printed sheet: photos at exactly 35 × 45 mm, where to cut, and a ruler that tells whether the scale is right. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Top left of each photo. */
  readonly photos: readonly { readonly xMm: number; readonly yMm: number }[];
  readonly marks: readonly Line[];
  /** The first line is the ruler itself, the others its strokes every 10 mm. */
  readonly ruler: readonly Line[];
}

/** Home printers leave up to 5 mm unprinted on each side. */
const borderMm = 5;
const gapMm = 5;
const markMm = 2;
const markOffMm = 0.4;
export const rulerMm = 50;
const rulerStripMm = 7;

/** As many photos as the paper holds, in rows from the top, the ruler below them. */
export function sheetFor(paper: Paper): Sheet {
  const { widthMm, heightMm } = papers[paper];
  const { widthMm: photoWidth, heightMm: photoHeight } = photoLimits;
  const columns = countIn(widthMm - 2 * borderMm, photoWidth);
  const rows = countIn(heightMm - 2 * borderMm - rulerStripMm, photoHeight);
  const left = (widthMm - (columns * (photoWidth + gapMm) - gapMm)) / 2;
  const photos = Array.from({ length: columns * rows }, (_, index) => ({
    xMm: left + (index % columns) * (photoWidth + gapMm),
    yMm: borderMm + Math.floor(index / columns) * (photoHeight + gapMm),
  }));
  return { widthMm, heightMm, photos, marks: photos.flatMap(marksAround), ruler: rulerAt(left, heightMm - borderMm) };
}

function countIn(freeMm: number, photoMm: number): number {
  return Math.floor((freeMm + gapMm) / (photoMm + gapMm));
}

/** Two short strokes at each corner, outside the photo. */
function marksAround({ xMm, yMm }: { readonly xMm: number; readonly yMm: number }): readonly Line[] {
  const corners = [
    [xMm, yMm, -1, -1],
    [xMm + photoLimits.widthMm, yMm, 1, -1],
    [xMm, yMm + photoLimits.heightMm, -1, 1],
    [xMm + photoLimits.widthMm, yMm + photoLimits.heightMm, 1, 1],
  ] as const;
  return corners.flatMap(([x, y, right, down]): Line[] => [
    { from: [x + right * markOffMm, y], to: [x + right * (markOffMm + markMm), y] },
    { from: [x, y + down * markOffMm], to: [x, y + down * (markOffMm + markMm)] },
  ]);
}

function rulerAt(xMm: number, yMm: number): readonly Line[] {
  const strokes = [0, 10, 20, 30, 40, rulerMm].map((at): Line => ({
    from: [xMm + at, yMm],
    to: [xMm + at, yMm - (at % rulerMm === 0 ? 3 : 1.5)],
  }));
  return [{ from: [xMm, yMm], to: [xMm + rulerMm, yMm] }, ...strokes];
}
