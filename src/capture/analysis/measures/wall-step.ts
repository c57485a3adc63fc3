import { maskEdge } from '../inference/person-mask';
import { pointValues } from './point-values';
import { fitPlane, type Plane } from './plane';

/** Too few points on a side say nothing about its slope. */
const leastOnSide = 25;

interface Side {
  readonly x: number;
  readonly value: number;
  readonly plane: Plane;
}

/**
 * By how much the wall differs on the two sides of a head beyond what light can do, in steps of 255 of the channel where
 * it is most. A door or a cupboard whose edge the head hides shows no line. Light changes within each side as it does
 * across, so that only what the steeper side's slope leaves is told.
 */
export function wallStep(smooth: Float32Array, points: readonly number[], middleX: number): number {
  const [left, right]: [number[], number[]] = [[], []];
  for (const at of points) (at % maskEdge < middleX ? left : right).push(at);
  if (left.length < leastOnSide || right.length < leastOnSide) return 0;
  return Math.max(...[0, 1, 2].map((channel) => stepBetween(sideOf(smooth, left, channel), sideOf(smooth, right, channel))));
}

function sideOf(smooth: Float32Array, points: readonly number[], channel: number): Side {
  const xs = pointValues(points, (at) => at % maskEdge);
  const ys = pointValues(points, (at) => Math.floor(at / maskEdge));
  const values = pointValues(points, (at) => smooth[3 * at + channel] ?? 0);
  return { x: meanOf(xs), value: meanOf(values), plane: fitPlane(xs, ys, values) };
}

function stepBetween(left: Side, right: Side): number {
  const slopes = [left, right].map(({ plane }) => Math.abs(plane.at(1, 0) - plane.at(0, 0)));
  return Math.max(0, Math.abs(right.value - left.value) - Math.max(...slopes) * (right.x - left.x));
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
