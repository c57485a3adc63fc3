import type { PicturePoint } from '../judgement/measures';
import { photoLimits, type PixelSize, targetPhotoPx } from '../photo-limits';

/**
 * What is cut out of a picture: a rectangle in 35:45 proportion around `centre`, turned by `rollDegrees`
 * (clockwise as seen), so that a head tilted by as much stands upright in the photo.
 */
export interface PhotoCut {
  readonly centre: PicturePoint;
  readonly widthPx: number;
  readonly rollDegrees: number;
}

export function cutHeightPx(cut: Pick<PhotoCut, 'widthPx'>): number {
  return (cut.widthPx * photoLimits.heightMm) / photoLimits.widthMm;
}

/** Pixels of the source in a printed millimetre. */
export function pixelsPerMm(cut: Pick<PhotoCut, 'widthPx'>): number {
  return cut.widthPx / photoLimits.widthMm;
}

/** The cut's corners in the picture: top left, top right, bottom right, bottom left of the photo. */
export function cutCorners(cut: PhotoCut): readonly PicturePoint[] {
  const turn = (cut.rollDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [halfWidth, halfHeight] = [cut.widthPx / 2, cutHeightPx(cut) / 2];
  const offsets = [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ] as const;
  return offsets.map(([x, y]) => ({ x: cut.centre.x + x * cos - y * sin, y: cut.centre.y + x * sin + y * cos }));
}

/** The least distance of a corner from the frame's border in pixels; negative where one lies outside. */
export function cutMarginPx(cut: PhotoCut, frame: PixelSize): number {
  return Math.min(...cutCorners(cut).map(({ x, y }) => Math.min(x, y, frame.width - x, frame.height - y)));
}

/** Size of the file a cut gives: the target where the source has as much, else the source's own; never larger. */
export function photoSizeOf(cut: PhotoCut): PixelSize {
  if (cut.widthPx >= targetPhotoPx.width) return targetPhotoPx;
  return { width: Math.floor(cut.widthPx), height: Math.floor(cutHeightPx(cut)) };
}
