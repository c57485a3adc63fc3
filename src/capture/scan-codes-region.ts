import type { CropRectangle } from '../domain/photo/guide-crop';
import type { PixelSize } from '../domain/photo/photo-limits';

/** Edge of the centred square in which codes are looked for, as a share of the frame's shorter edge. */
export const scanRegionShare = 0.8;

/** The square in the camera's own pixels: what lies outside is never looked at. */
export function scanRegion({ width, height }: PixelSize): CropRectangle {
  const edge = Math.floor(Math.min(width, height) * scanRegionShare);
  return { x: Math.floor((width - edge) / 2), y: Math.floor((height - edge) / 2), width: edge, height: edge };
}
