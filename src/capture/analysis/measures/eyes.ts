import type { PicturePoint } from '../../../domain/photo/judgement/measures';
import { distance } from '../face/face-view';
import { drawView, lumaOf } from '../raster';

/** One eye looked at closely: upright, 60 pixels from corner to corner. */
export interface EyeMeasures {
  /** Height of the longest dark run (iris and pupil) over the eye's width. */
  readonly opening: number;
  /** How much darker the darkest is than the skin, 0–1. */
  readonly contrast: number;
  /** Where the dark lies, in half eye widths right of the middle. */
  readonly gaze: number;
  /** Luma of the brightest part of the eye, 0–1. */
  readonly white: number;
}

const patch = { width: 72, height: 48, eyeWidthPx: 60 } as const;
/** The part of the patch in which an iris can lie: below the brow, between the corners. */
const field: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> = { left: 12, right: 60, top: 10, bottom: 40 };

export function drawEyePatch(picture: CanvasImageSource, left: PicturePoint, right: PicturePoint): Float32Array {
  const scale = patch.eyeWidthPx / Math.max(1, distance(left, right));
  const { width, height } = patch;
  const raster = drawView(picture, {
    width,
    height,
    centre: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    at: { x: width / 2, y: height / 2 },
    rollRadians: Math.atan2(right.y - left.y, right.x - left.x),
    scaleX: scale,
    scaleY: scale,
  });
  return lumaOf(raster);
}

/** Measures an eye on its patch (luma 0–255). */
export function measureEye(luma: Float32Array): EyeMeasures {
  const smooth = smoothed(luma, patch.width, patch.height);
  const values = fieldValues(smooth);
  const [darkest, skin] = [at(values, 0.01), at(values, 0.85)];
  const threshold = darkest + 0.4 * (skin - darkest);
  const { run, column } = longestDarkRun(smooth, threshold);
  return {
    opening: run / patch.eyeWidthPx,
    contrast: (skin - darkest) / Math.max(1, skin),
    gaze: (column - patch.width / 2) / (patch.eyeWidthPx / 2),
    white: at(values, 0.97) / 255,
  };
}

function fieldValues(luma: Float32Array): readonly number[] {
  const values: number[] = [];
  for (let y = field.top; y < field.bottom; y += 1) {
    for (let x = field.left; x < field.right; x += 1) values.push(luma[y * patch.width + x] ?? 0);
  }
  return values.sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** The longest run of dark pixels down one column: the iris, however the lashes lie. */
function longestDarkRun(luma: Float32Array, threshold: number): { readonly run: number; readonly column: number } {
  let best = { run: 0, column: patch.width / 2 };
  for (let x = field.left + 2; x < field.right - 2; x += 1) {
    let run = 0;
    for (let y = field.top; y < field.bottom + 2; y += 1) {
      run = (luma[y * patch.width + x] ?? 255) < threshold ? run + 1 : 0;
      if (run > best.run) best = { run, column: x };
    }
  }
  return best;
}

/** Mean of each pixel's 3×3 neighbourhood; the border stays 0. */
export function smoothed(luma: Float32Array, width: number, height: number): Float32Array {
  const smooth = new Float32Array(luma.length);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0;
      for (let row = -width; row <= width; row += width) {
        const middle = y * width + x + row;
        sum += (luma[middle - 1] ?? 0) + (luma[middle] ?? 0) + (luma[middle + 1] ?? 0);
      }
      smooth[y * width + x] = sum / 9;
    }
  }
  return smooth;
}
