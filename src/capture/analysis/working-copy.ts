import type { PictureAnalysis, PicturePoint } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import { canvasContext } from './canvas-context';
import { framePixels } from './frame-pixels';

/** What is measured in place of a picture: the same picture, at most so large. */
export interface WorkingCopy {
  readonly picture: CanvasImageSource;
  readonly frame: PixelSize;
  /** Pixels of the copy in a pixel of the picture. */
  readonly scale: number;
}

/** Enough for every measure of a live frame: the face is looked at with 96 pixels between the eyes. */
const longestEdgePx = 1280;

let working: OffscreenCanvasRenderingContext2D | undefined;

/**
 * Copies a live frame once. A video frame is converted from the camera's colours each time it is drawn from, and
 * the measures draw from it six times.
 */
export async function copyFrame(picture: CanvasImageSource, frame: PixelSize): Promise<WorkingCopy> {
  const scale = Math.min(1, longestEdgePx / Math.max(frame.width, frame.height));
  const pixels = await framePixels(picture, frame);
  if (pixels && scale === 1) return { picture: pixels, frame, scale };
  const size = { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) };
  return { picture: drawCopy(pixels ?? picture, size), frame: size, scale };
}

/** The same canvas for every frame: a new one each time would outrun the garbage collector. */
function drawCopy(picture: CanvasImageSource, size: PixelSize): OffscreenCanvas {
  const context = (working ??= canvasContext(size));
  const { canvas } = context;
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, 0, 0, size.width, size.height);
  return canvas;
}

/** The analysis of a copy in the pixels of the picture itself. */
export function inPicturePixels({ head, measures }: PictureAnalysis, frame: PixelSize, scale: number): PictureAnalysis {
  const point = ({ x, y }: PicturePoint): PicturePoint => ({ x: x / scale, y: y / scale });
  const { headHeightPx } = measures;
  return {
    frame,
    head: head && { eyes: point(head.eyes), chin: point(head.chin), crown: point(head.crown) },
    measures: { ...measures, headHeightPx: headHeightPx === null ? null : headHeightPx / scale },
  };
}
