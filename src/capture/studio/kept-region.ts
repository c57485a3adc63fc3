import { cutCorners, cutHeightPx, type PhotoCut, photoSizeOf } from '../../domain/photo/crop/photo-cut';
import { type PixelSize, targetPhotoPx } from '../../domain/photo/photo-limits';

/** The part of a picture around a cut, kept so that the cut can still be changed. */
export interface KeptRegion {
  readonly canvas: OffscreenCanvas;
  /** Where it lies in the source, in the source's pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the canvas in a pixel of the source; at most 1. */
  readonly scale: number;
}

/** Kept on each side of the cut, in cut widths. */
const around = 0.45;
/** A 4K picture is kept smaller: enough for cutting somewhat tighter without losing the file's full size. */
const mostCutWidthPx = targetPhotoPx.width * 1.25;

/** Copies the part of a picture around a cut. Pixel for pixel, unless the camera gave far more than the file holds. */
export function keepRegion(picture: CanvasImageSource, frame: PixelSize, cut: PhotoCut): KeptRegion {
  const corners = cutCorners(cut);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const free = cut.widthPx * around;
  const x = Math.max(0, Math.floor(Math.min(...xs) - free));
  const y = Math.max(0, Math.floor(Math.min(...ys) - free));
  const width = Math.min(frame.width, Math.ceil(Math.max(...xs) + free)) - x;
  const height = Math.min(frame.height, Math.ceil(Math.max(...ys) + free)) - y;
  const scale = Math.min(1, mostCutWidthPx / cut.widthPx);
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = contextOf(canvas);
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return { canvas, x, y, width, height, scale };
}

/** Draws a cut out of a kept region: turned, moved and scaled down, nothing else. */
export function drawCut({ canvas, x, y, scale }: KeptRegion, cut: PhotoCut): OffscreenCanvas {
  const size = photoSizeOf(cut);
  const photo = new OffscreenCanvas(size.width, size.height);
  const context = contextOf(photo);
  context.translate(size.width / 2, size.height / 2);
  context.scale(size.width / cut.widthPx, size.height / cutHeightPx(cut));
  context.rotate((-cut.rollDegrees * Math.PI) / 180);
  context.translate(x - cut.centre.x, y - cut.centre.y);
  context.scale(1 / scale, 1 / scale);
  context.drawImage(canvas, 0, 0);
  return photo;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb' });
  if (!context) throw new Error('no canvas in this worker');
  context.imageSmoothingQuality = 'high';
  return context;
}

/** iPadOS keeps a dropped canvas's memory for long; an empty one costs nothing. */
export function emptyCanvas(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}
