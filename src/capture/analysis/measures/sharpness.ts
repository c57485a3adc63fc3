import type { FaceView } from '../face/face-view';

export interface Sharpness {
  /** How steep the face's own edges are: 9 over their width in view pixels, the noise taken off; larger is sharper. */
  readonly sharpness: number;
  /** Standard deviation of the luma's noise on smooth skin, in steps of 255, at the view's size. */
  readonly noise: number;
}

const blockPx = 8;
/** Half the width over which a gradient is averaged to find the edge that a steep or a flat one belongs to. */
const reachPx = 4;
/** Smoothest share of the blocks: skin, whose energy is noise. */
const smoothShare = 0.15;
/** The mean of 64 squared samples scatters by a fifth around its expectation. */
const lowerEdgeToMean = 1.25;
/** Laplacian (4, −1 ×4) of white noise of variance v has the variance 20 v. */
const laplacianGain = 20;

/**
 * Compares the energy of neighbouring pixels' differences with that of differences averaged over nine pixels: the
 * same edge keeps its height when blurred, so only the first falls. Contrast, skin and exposure cancel out. Motion
 * blurs one direction only, so the blurrier of the two counts.
 */
export function measureSharpness(view: FaceView): Sharpness {
  const down = edgeSteepness(view, view.width);
  const across = edgeSteepness(view, 1);
  return { sharpness: Math.min(down, across), noise: measureNoise(view) };
}

function edgeSteepness({ luma, inside, width, height }: FaceView, step: number): number {
  const reach = reachPx * step;
  const isMeasured = (at: number): boolean => inside[at] === 1 && inside[at - reach - step] === 1 && inside[at + reach] === 1;
  const near = energiesOf(width, height, isMeasured, (at) => (luma[at] ?? 0) - (luma[at - step] ?? 0));
  const far = energiesOf(
    width,
    height,
    isMeasured,
    (at) => ((luma[at + reach] ?? 0) - (luma[at - reach - step] ?? 0)) / (2 * reachPx + 1),
  );
  const farSum = sumAbove(far, floorOf(far));
  return farSum > 0 ? sumAbove(near, floorOf(near)) / farSum : 0;
}

function sumAbove(energies: readonly number[], floor: number): number {
  return energies.reduce((sum, energy) => sum + Math.max(0, energy - floor), 0);
}

function measureNoise({ luma, inside, width, height }: FaceView): number {
  const isMeasured = (at: number): boolean => inside[at] === 1 && inside[at - width] === 1 && inside[at + width] === 1;
  const laplacian = (at: number): number =>
    4 * (luma[at] ?? 0) - (luma[at - 1] ?? 0) - (luma[at + 1] ?? 0) - (luma[at - width] ?? 0) - (luma[at + width] ?? 0);
  const energies = energiesOf(width, height, isMeasured, laplacian);
  return Math.sqrt(floorOf(energies) / laplacianGain);
}

/** What noise alone adds to each block: the smooth blocks' energy, raised from their lower edge to their mean. */
function floorOf(energies: readonly number[]): number {
  const sorted = [...energies].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * smoothShare)] ?? 0) * lowerEdgeToMean;
}

/** Mean square of a difference over every block of which at least half is measured. */
function energiesOf(
  width: number,
  height: number,
  isMeasured: (at: number) => boolean,
  differenceAt: (at: number) => number,
): readonly number[] {
  const energies: number[] = [];
  for (let top = blockPx; top + 2 * blockPx <= height; top += blockPx) {
    for (let left = blockPx; left + 2 * blockPx <= width; left += blockPx) {
      let [count, sum] = [0, 0];
      for (let pixel = 0; pixel < blockPx * blockPx; pixel += 1) {
        const at = (top + Math.floor(pixel / blockPx)) * width + left + (pixel % blockPx);
        const difference = isMeasured(at) ? differenceAt(at) : undefined;
        count += difference === undefined ? 0 : 1;
        sum += (difference ?? 0) ** 2;
      }
      if (count * 2 >= blockPx * blockPx) energies.push(sum / count);
    }
  }
  return energies;
}
