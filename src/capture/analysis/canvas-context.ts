import type { PixelSize } from '../../domain/photo/photo-limits';

/** A canvas in this worker whose pixels are read after each drawing, so that they are kept where the processor reads. */
export function canvasContext({ width, height }: PixelSize): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas in this worker');
  return context;
}
