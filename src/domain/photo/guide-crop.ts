import type { PhotoCut } from './crop/photo-cut';
import { photoLimits, type PixelSize, targetPhotoPx } from './photo-limits';

/** A rectangle in the camera's own pixels. */
export interface CropRectangle extends PixelSize {
  readonly x: number;
  readonly y: number;
}

export interface PhotoCrop {
  readonly source: CropRectangle;
  /** Size of the file: never larger than the source rectangle. */
  readonly output: PixelSize;
}

export type PhotoCropReading =
  | { readonly kind: 'crop'; readonly crop: PhotoCrop }
  /** Even the whole guide holds fewer pixels than the official site accepts. */
  | { readonly kind: 'cameraTooSmall'; readonly widthPx: number };

/** Share of the frame that the guide leaves free at its tighter edge, so that nobody stands on the border. */
const guideMargin = 0.04;

/** The guide in 35:45 proportion, as large as the camera's frame allows, centred. */
export function guideFor(frame: PixelSize): CropRectangle {
  const free = 1 - 2 * guideMargin;
  const unit = Math.min((frame.width * free) / photoLimits.widthMm, (frame.height * free) / photoLimits.heightMm);
  const width = Math.floor(unit * photoLimits.widthMm);
  const height = Math.floor(unit * photoLimits.heightMm);
  return { x: Math.floor((frame.width - width) / 2), y: Math.floor((frame.height - height) / 2), width, height };
}

/** The guide as a cut. */
export function cutOfGuide(frame: PixelSize): PhotoCut {
  const { x, y, width, height } = guideFor(frame);
  return { centre: { x: x + width / 2, y: y + height / 2 }, widthPx: width, rollDegrees: 0 };
}

/** What the shutter takes from a frame: the guide, scaled down to the target size where it is larger, never up. */
export function cropForGuide(frame: PixelSize): PhotoCropReading {
  const source = guideFor(frame);
  if (Math.min(source.width, source.height) < photoLimits.minEdgePx) {
    return { kind: 'cameraTooSmall', widthPx: source.width };
  }
  const output = source.width > targetPhotoPx.width ? targetPhotoPx : { width: source.width, height: source.height };
  return { kind: 'crop', crop: { source, output } };
}
