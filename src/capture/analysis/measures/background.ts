import type { PhotoCut } from '../../../domain/photo/crop/photo-cut';
import type { PixelSize } from '../../../domain/photo/photo-limits';
import { maskEdge, type PersonMask } from '../inference/person-mask';
import { reusedMemory } from '../reused-memory';
import { pointValues } from './point-values';
import { fitPlane } from './plane';
import { wallStep } from './wall-step';

export interface Background {
  /** 98th percentile of the gradient, in steps of 255 a pixel of the 256×256 view: lines, edges, patterns. */
  readonly gradient: number;
  /** Spread of the colours around an even slope of light, in steps of 255: objects, cast shadows, a door's other colour. */
  readonly spread: number;
}

const isPerson = 0.1;
/** Hair and soft edges reach this far beyond the mask, in its pixels. */
const personReach = 6;
const least = 50;
/** Neighbouring pixels of a smoothed view tell the same. */
const pointStep = 2;
const gradientShare = 0.98;
/** Looked at on each side beyond the cut, in printed mm, so that a small change of the cut changes nothing. */
const beyondCutMm = 2;

/** Measures what is behind the person, inside the cut and above the chin; undefined where too little shows. */
export function measureBackground(mask: PersonMask, cut: PhotoCut, chinY: number, frame: PixelSize): Background | undefined {
  const area = areaOf(cut, chinY, frame);
  const smooth = smoothedRgb(mask, area);
  const points = backgroundPoints(mask, area);
  if (points.length < least) return undefined;
  const gradients = pointValues(points, (at) => gradientAt(smooth, at)).sort();
  // Beside the head, not above it, where the edge between two walls may show.
  const beside = points.filter((at) => Math.floor(at / maskEdge) > (area.top + area.bottom) / 2);
  const step = wallStep(smooth, beside, (cut.centre.x / frame.width) * maskEdge);
  return {
    gradient: gradients[Math.floor(gradients.length * gradientShare)] ?? 0,
    spread: Math.max(spreadOf(smooth, points), step / 2),
  };
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
  for (let y = top; y <= bottom; y += pointStep) {
    for (let x = left; x <= right; x += pointStep) {
      if (!isNearPerson(probability, x, y)) points.push(y * maskEdge + x);
    }
  }
  return points;
}

function isNearPerson(probability: Float32Array, x: number, y: number): boolean {
  for (let row = y - personReach; row <= y + personReach; row += personReach) {
    for (let column = x - personReach; column <= x + personReach; column += personReach) {
      if ((probability[clamp(row) * maskEdge + clamp(column)] ?? 0) > isPerson) return true;
    }
  }
  return false;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value >= maskEdge ? maskEdge - 1 : value;
}

/** RGB of an area and a pixel around it, each the mean of its 3×3 neighbourhood: the camera's grain is no pattern. */
function smoothedRgb({ raster: { rgba } }: PersonMask, { left, right, top, bottom }: Area): Float32Array {
  const smooth = reusedMemory('smooth', maskEdge * maskEdge * 3);
  const rowBytes = 4 * maskEdge;
  const columns = new Float32Array(rowBytes);
  for (let y = top - 1; y <= bottom + 1; y += 1) {
    const row = y * rowBytes;
    for (let at = 4 * (left - 2); at < 4 * (right + 3); at += 1) {
      columns[at] = (rgba[row + at - rowBytes] ?? 0) + (rgba[row + at] ?? 0) + (rgba[row + at + rowBytes] ?? 0);
    }
    for (let x = left - 1; x <= right + 1; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const at = 4 * x + channel;
        smooth[3 * (y * maskEdge + x) + channel] = ((columns[at - 4] ?? 0) + (columns[at] ?? 0) + (columns[at + 4] ?? 0)) / 9;
      }
    }
  }
  return smooth;
}

function gradientAt(smooth: Float32Array, at: number): number {
  let steepest = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const here = 3 * at + channel;
    const across = ((smooth[here + 3] ?? 0) - (smooth[here - 3] ?? 0)) / 2;
    const down = ((smooth[here + 3 * maskEdge] ?? 0) - (smooth[here - 3 * maskEdge] ?? 0)) / 2;
    steepest = Math.max(steepest, across * across + down * down);
  }
  return Math.sqrt(steepest);
}

/** A wall lit from one side is plain: what counts is what an even slope of light does not explain. */
function spreadOf(smooth: Float32Array, points: readonly number[]): number {
  const xs = pointValues(points, (at) => (at % maskEdge) / maskEdge);
  const ys = pointValues(points, (at) => Math.floor(at / maskEdge) / maskEdge);
  const spreads = [0, 1, 2].map((channel) =>
    fitPlane(
      xs,
      ys,
      pointValues(points, (at) => smooth[3 * at + channel] ?? 0),
    ),
  );
  return Math.max(...spreads.map(({ residual }) => residual));
}
