import type { FaceView } from '../face/face-view';

export interface Sharpness {
  /** How steep the face's own edges are: 9 over their width in view pixels, the noise taken off; larger is sharper. */
  readonly sharpness: number;
  /** Standard deviation of the luma's noise on smooth skin, in steps of 255, at the view's size. */
  readonly noise: number;
}

const blockPx = 8;
/** Of the pixels of a block: half. */
const leastMeasured = (blockPx * blockPx) / 2;
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
  const [near, far]: [number[], number[]] = [[], []];
  for (const first of blocksOf(width, height)) {
    let [count, nearSum, farSum] = [0, 0, 0];
    for (let row = first; row < first + blockPx * width; row += width) {
      for (let at = row; at < row + blockPx; at += 1) {
        if (inside[at] !== 1 || inside[at - reach - step] !== 1 || inside[at + reach] !== 1) continue;
        count += 1;
        nearSum += ((luma[at] ?? 0) - (luma[at - step] ?? 0)) ** 2;
        farSum += (((luma[at + reach] ?? 0) - (luma[at - reach - step] ?? 0)) / (2 * reachPx + 1)) ** 2;
      }
    }
    if (count < leastMeasured) continue;
    near.push(nearSum / count);
    far.push(farSum / count);
  }
  const farAbove = sumAbove(far, floorOf(far));
  return farAbove > 0 ? sumAbove(near, floorOf(near)) / farAbove : 0;
}

function sumAbove(energies: readonly number[], floor: number): number {
  return energies.reduce((sum, energy) => sum + Math.max(0, energy - floor), 0);
}

function measureNoise({ luma, inside, width, height }: FaceView): number {
  const energies: number[] = [];
  for (const first of blocksOf(width, height)) {
    let [count, sum] = [0, 0];
    for (let row = first; row < first + blockPx * width; row += width) {
      for (let at = row; at < row + blockPx; at += 1) {
        if (inside[at] !== 1 || inside[at - width] !== 1 || inside[at + width] !== 1) continue;
        const across = (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0);
        const down = (luma[at - width] ?? 0) + (luma[at + width] ?? 0);
        count += 1;
        sum += (4 * (luma[at] ?? 0) - across - down) ** 2;
      }
    }
    if (count >= leastMeasured) energies.push(sum / count);
  }
  return Math.sqrt(floorOf(energies) / laplacianGain);
}

/** What noise alone adds to each block: the smooth blocks' energy, raised from their lower edge to their mean. */
function floorOf(energies: readonly number[]): number {
  const sorted = Float64Array.from(energies).sort();
  return (sorted[Math.floor(sorted.length * smoothShare)] ?? 0) * lowerEdgeToMean;
}

/** The first pixel of every block that lies a block away from the edges. */
function blocksOf(width: number, height: number): readonly number[] {
  const blocks: number[] = [];
  for (let top = blockPx; top + 2 * blockPx <= height; top += blockPx) {
    for (let left = blockPx; left + 2 * blockPx <= width; left += blockPx) blocks.push(top * width + left);
  }
  return blocks;
}
