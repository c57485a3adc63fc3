import type { PicturePoint } from '../../domain/photo/judgement/measures';
import { canvasContext } from './canvas-context';
import { reusedMemory } from './reused-memory';

/** Pixels as a canvas gives them: RGBA, row by row, 0–255. */
export interface Raster {
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** How a raster looks at a picture: `centre` of the picture comes to `at` in the raster, turned upright, scaled. */
export interface RasterView {
  readonly width: number;
  readonly height: number;
  readonly centre: PicturePoint;
  readonly at: PicturePoint;
  /** Clockwise tilt in the picture that the raster levels. */
  readonly rollRadians: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

const contexts = new Map<string, OffscreenCanvasRenderingContext2D>();

/** One canvas a size, used again for every picture: a new one each frame would outrun the garbage collector. */
function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const key = `${width}x${height}`;
  const known = contexts.get(key);
  if (known) return known;
  const context = canvasContext({ width, height });
  contexts.set(key, context);
  return context;
}

/** Draws a view of a picture; what lies outside the picture is black. */
export function drawView(picture: CanvasImageSource, view: RasterView): Raster {
  const { width, height, centre, at } = view;
  const context = contextOf(width, height);
  context.resetTransform();
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'medium';
  context.translate(at.x, at.y);
  context.rotate(-view.rollRadians);
  context.scale(view.scaleX, view.scaleY);
  context.translate(-centre.x, -centre.y);
  context.drawImage(picture, 0, 0);
  return { rgba: context.getImageData(0, 0, width, height).data, width, height };
}

/** Where a point of the picture lies in the raster that a view gives. */
export function toRaster({ x, y }: PicturePoint, view: RasterView): PicturePoint {
  const [cos, sin] = [Math.cos(view.rollRadians), Math.sin(view.rollRadians)];
  const [dx, dy] = [(x - view.centre.x) * view.scaleX, (y - view.centre.y) * view.scaleY];
  return { x: view.at.x + dx * cos + dy * sin, y: view.at.y - dx * sin + dy * cos };
}

/** Where a point of the raster lies in the picture. The inverse of `toRaster`. */
export function toPicture({ x, y }: PicturePoint, view: RasterView): PicturePoint {
  const [cos, sin] = [Math.cos(view.rollRadians), Math.sin(view.rollRadians)];
  const [dx, dy] = [x - view.at.x, y - view.at.y];
  return { x: view.centre.x + (dx * cos - dy * sin) / view.scaleX, y: view.centre.y + (dx * sin + dy * cos) / view.scaleY };
}

/** Luma (ITU-R BT.709 weights on the encoded values) of every pixel, 0–255; valid until the next of this size. */
export function lumaOf({ rgba, width, height }: Raster): Float32Array {
  const luma = reusedMemory(`luma ${width}x${height}`, width * height);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 4) {
    luma[pixel] = 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
  }
  return luma;
}

/** RGB as a model takes it: `value * scale + offset` of every channel, pixel by pixel; valid until the next of this size. */
export function tensorOf({ rgba, width, height }: Raster, scale: number, offset: number): Float32Array {
  const values = reusedMemory(`tensor ${width}x${height}`, width * height * 3);
  for (let from = 0, to = 0; to < values.length; from += 4, to += 3) {
    values[to] = (rgba[from] ?? 0) * scale + offset;
    values[to + 1] = (rgba[from + 1] ?? 0) * scale + offset;
    values[to + 2] = (rgba[from + 2] ?? 0) * scale + offset;
  }
  return values;
}
