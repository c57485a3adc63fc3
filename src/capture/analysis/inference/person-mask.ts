import type { PixelSize } from '../../../domain/photo/photo-limits';
import { drawView, type Raster, tensorOf } from '../raster';
import type { Model } from './runtime';

export const maskInputShape = [1, 256, 256, 3] as const;
export const maskEdge = 256;

/** The picture squeezed into 256×256, and how surely each of its pixels belongs to a person, 0–1. */
export interface PersonMask {
  readonly probability: Float32Array;
  readonly raster: Raster;
}

/** Parts the person from what is behind. */
export async function maskPerson(model: Model, picture: CanvasImageSource, frame: PixelSize): Promise<PersonMask> {
  const raster = drawSqueezed(picture, frame);
  const [probability] = await model.run(tensorOf(raster, 1 / 255, 0));
  return { probability: probability ?? new Float32Array(maskEdge * maskEdge), raster };
}

/** The whole picture in 256×256, whatever its proportion. */
export function drawSqueezed(picture: CanvasImageSource, frame: PixelSize): Raster {
  return drawView(picture, {
    width: maskEdge,
    height: maskEdge,
    centre: { x: 0, y: 0 },
    at: { x: 0, y: 0 },
    rollRadians: 0,
    scaleX: maskEdge / frame.width,
    scaleY: maskEdge / frame.height,
  });
}
