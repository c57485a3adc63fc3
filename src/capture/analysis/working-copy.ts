import type { PictureAnalysis, PicturePoint } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';

/** What is measured in place of a picture: the same picture, at most so large. */
export interface WorkingCopy {
  readonly picture: CanvasImageSource;
  readonly frame: PixelSize;
  /** Pixels of the copy in a pixel of the picture. */
  readonly scale: number;
}

/** Enough for every measure of a live frame: the face is looked at with 96 pixels between the eyes. */
const longestEdgePx = 1280;

const contexts: (OffscreenCanvasRenderingContext2D | undefined)[] = [];

/**
 * Copies a live frame once. A video frame is converted from the camera's colours each time it is drawn from, and
 * the measures draw from it six times.
 */
export function copyFrame(picture: CanvasImageSource, frame: PixelSize): WorkingCopy {
  const scale = Math.min(1, longestEdgePx / Math.max(frame.width, frame.height));
  return { ...drawCopy(0, picture, { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) }), scale };
}

/** The same canvas for every frame: a new one each time would outrun the garbage collector. */
function drawCopy(use: number, picture: CanvasImageSource, size: PixelSize): Pick<WorkingCopy, 'picture' | 'frame'> {
  const context = (contexts[use] ??= contextOf(size));
  const { canvas } = context;
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, 0, 0, size.width, size.height);
  return { picture: canvas, frame: size };
}

function contextOf({ width, height }: PixelSize): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas in this worker');
  return context;
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
