import type { PicturePoint } from '../../../domain/photo/judgement/measures';
import type { Landmark } from './landmark';
import { drawView, lumaOf, type RasterView, toRaster } from '../raster';
import { faceOval, mark } from './canonical-points';

/** Places of one face that everything else is measured from, in pixels of the picture. */
export interface FaceFrame {
  readonly leftEye: PicturePoint;
  readonly rightEye: PicturePoint;
  readonly eyes: PicturePoint;
  readonly chin: PicturePoint;
  /** Tilt of the line through the eyes, clockwise. */
  readonly rollRadians: number;
  readonly betweenEyesPx: number;
  /** From the middle between the eyes to the chin. */
  readonly eyesToChinPx: number;
}

export function faceFrameOf(landmarks: readonly Landmark[]): FaceFrame {
  const at = (index: number): PicturePoint => landmarks[index] ?? { x: 0, y: 0 };
  const leftEye = middleOf(at(mark.leftEyeOuter), at(mark.leftEyeInner));
  const rightEye = middleOf(at(mark.rightEyeOuter), at(mark.rightEyeInner));
  const [eyes, chin] = [middleOf(leftEye, rightEye), at(mark.chin)];
  return {
    leftEye,
    rightEye,
    eyes,
    chin: { x: chin.x, y: chin.y },
    rollRadians: Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x),
    betweenEyesPx: distance(leftEye, rightEye),
    eyesToChinPx: distance(eyes, chin),
  };
}

/** The face upright at one size, whatever its size in the picture: its measures compare between people. */
export interface FaceView {
  readonly view: RasterView;
  readonly width: number;
  readonly height: number;
  /** 0–255 */
  readonly luma: Float32Array;
  /** 1 inside the face's outline. */
  readonly inside: Uint8Array;
}

/** Distance between the eyes in a face view, in its pixels. */
export const viewBetweenEyesPx = 96;
const viewSize = { width: 256, height: 320 } as const;
const viewEyes: PicturePoint = { x: viewSize.width / 2, y: 112 };

export function drawFaceView(picture: CanvasImageSource, landmarks: readonly Landmark[], face: FaceFrame): FaceView {
  const scale = viewBetweenEyesPx / face.betweenEyesPx;
  const view: RasterView = {
    ...viewSize,
    centre: face.eyes,
    at: viewEyes,
    rollRadians: face.rollRadians,
    scaleX: scale,
    scaleY: scale,
  };
  const outline = faceOval.map((index) => toRaster(landmarks[index] ?? face.eyes, view));
  return { ...viewSize, view, luma: lumaOf(drawView(picture, view)), inside: fillOutline(outline, viewSize) };
}

/** Marks the pixels inside a closed outline (even-odd rule). */
export function fillOutline(
  outline: readonly PicturePoint[],
  size: { readonly width: number; readonly height: number },
): Uint8Array {
  const inside = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    const crossings = crossingsOf(outline, y);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil(crossings[pair] ?? 0));
      const to = Math.min(size.width - 1, Math.floor(crossings[pair + 1] ?? -1));
      if (from <= to) inside.fill(1, y * size.width + from, y * size.width + to + 1);
    }
  }
  return inside;
}

function crossingsOf(outline: readonly PicturePoint[], y: number): readonly number[] {
  const crossings = outline.flatMap((a, index) => {
    const b = outline[(index + 1) % outline.length] ?? a;
    return a.y > y === b.y > y ? [] : [a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)];
  });
  return crossings.sort((a, b) => a - b);
}

function middleOf(a: PicturePoint, b: PicturePoint): PicturePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function distance(a: PicturePoint, b: PicturePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
