import type { PhotoCut } from '../../../domain/photo/crop/photo-cut';
import type { PixelSize } from '../../../domain/photo/photo-limits';
import { maskEdge, type PersonMask } from '../inference/person-mask';
import { fitPlane, type PlanePoint } from './plane';

export interface Background {
  /** 98th percentile of the gradient, in steps of 255 a pixel of the 256×256 view: lines, edges, patterns. */
  readonly gradient: number;
  /** Spread of the colours around an even slope of light, in steps of 255: objects, cast shadows. */
  readonly spread: number;
}

const isPerson = 0.1;
/** Hair and soft edges reach this far beyond the mask, in its pixels. */
const personReach = 6;
const least = 200;
const gradientShare = 0.98;
/** Looked at on each side beyond the cut, in printed mm, so that a small change of the cut changes nothing. */
const beyondCutMm = 2;

/** Measures what is behind the person, inside the cut and above the chin; undefined where too little shows. */
export function measureBackground(mask: PersonMask, cut: PhotoCut, chinY: number, frame: PixelSize): Background | undefined {
  const smooth = smoothedRgb(mask);
  const points = backgroundPoints(mask, areaOf(cut, chinY, frame));
  if (points.length < least) return undefined;
  const gradients = points.map((at) => gradientAt(smooth, at)).sort((a, b) => a - b);
  return { gradient: gradients[Math.floor(gradients.length * gradientShare)] ?? 0, spread: spreadOf(smooth, points) };
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areaOf(cut: PhotoCut, chinY: number, frame: PixelSize): Area {
  const half = cut.widthPx * (0.5 + beyondCutMm / 35);
  const toX = (x: number): number => Math.round((x / frame.width) * maskEdge);
  const toY = (y: number): number => Math.round((y / frame.height) * maskEdge);
  return {
    left: Math.max(2, toX(cut.centre.x - half)),
    right: Math.min(maskEdge - 3, toX(cut.centre.x + half)),
    top: Math.max(2, toY(cut.centre.y - half * (45 / 35))),
    bottom: Math.min(maskEdge - 3, toY(chinY)),
  };
}

/** Indices of the mask's pixels that show what is behind, well clear of the person. */
function backgroundPoints({ probability }: PersonMask, { left, right, top, bottom }: Area): readonly number[] {
  const points: number[] = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if (!isNearPerson(probability, x, y)) points.push(y * maskEdge + x);
    }
  }
  return points;
}

const nearby = [0, personReach, -personReach].flatMap((dx) => [0, personReach, -personReach].map((dy) => ({ dx, dy })));

function isNearPerson(probability: Float32Array, x: number, y: number): boolean {
  return nearby.some(({ dx, dy }) => {
    const [column, row] = [clamp(x + dx), clamp(y + dy)];
    return (probability[row * maskEdge + column] ?? 0) > isPerson;
  });
}

function clamp(value: number): number {
  return Math.max(0, Math.min(maskEdge - 1, value));
}

/** RGB, each pixel the mean of its 3×3 neighbourhood: the camera's grain is no pattern. */
function smoothedRgb({ raster: { rgba } }: PersonMask): Float32Array {
  const smooth = new Float32Array(maskEdge * maskEdge * 3);
  for (let y = 1; y < maskEdge - 1; y += 1) {
    for (let x = 1; x < maskEdge - 1; x += 1) {
      const at = y * maskEdge + x;
      for (let channel = 0; channel < 3; channel += 1) smooth[3 * at + channel] = meanAround(rgba, 4 * at + channel);
    }
  }
  return smooth;
}

function meanAround(rgba: Uint8ClampedArray, at: number): number {
  const rowOf = (middle: number): number => (rgba[middle - 4] ?? 0) + (rgba[middle] ?? 0) + (rgba[middle + 4] ?? 0);
  return (rowOf(at - 4 * maskEdge) + rowOf(at) + rowOf(at + 4 * maskEdge)) / 9;
}

function gradientAt(smooth: Float32Array, at: number): number {
  let steepest = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const value = (pixel: number): number => smooth[3 * pixel + channel] ?? 0;
    const across = (value(at + 1) - value(at - 1)) / 2;
    const down = (value(at + maskEdge) - value(at - maskEdge)) / 2;
    steepest = Math.max(steepest, Math.hypot(across, down));
  }
  return steepest;
}

/** A wall lit from one side is plain: what counts is what an even slope of light does not explain. */
function spreadOf(smooth: Float32Array, points: readonly number[]): number {
  const spreads = [0, 1, 2].map((channel) => {
    const values = points.map<PlanePoint>((at) => ({
      x: (at % maskEdge) / maskEdge,
      y: Math.floor(at / maskEdge) / maskEdge,
      value: smooth[3 * at + channel] ?? 0,
    }));
    return fitPlane(values).residual;
  });
  return Math.max(...spreads);
}
