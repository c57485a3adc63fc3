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

function edgeSteepness(view: FaceView, step: number): number {
  const blocks = blocksOf(view)
    .map((first) => edgesIn(view, first, step))
    .filter(({ count }) => count >= leastMeasured);
  const near = blocks.map((block) => block.near / block.count);
  const far = blocks.map((block) => block.far / block.count);
  const farAbove = sumAbove(far, floorOf(far));
  return farAbove > 0 ? sumAbove(near, floorOf(near)) / farAbove : 0;
}

/** Sums of squares over one block's measured pixels: of neighbours' differences, and of those averaged over the reach. */
function edgesIn({ luma, inside, width }: FaceView, first: number, step: number): Record<'count' | 'near' | 'far', number> {
  const reach = reachPx * step;
  const sums = { count: 0, near: 0, far: 0 };
  for (let pixel = 0; pixel < blockPx * blockPx; pixel += 1) {
    const at = first + Math.floor(pixel / blockPx) * width + (pixel % blockPx);
    if (inside[at] !== 1 || inside[at - reach - step] !== 1 || inside[at + reach] !== 1) continue;
    sums.count += 1;
    sums.near += ((luma[at] ?? 0) - (luma[at - step] ?? 0)) ** 2;
    sums.far += (((luma[at + reach] ?? 0) - (luma[at - reach - step] ?? 0)) / (2 * reachPx + 1)) ** 2;
  }
  return sums;
}

function sumAbove(energies: readonly number[], floor: number): number {
  return energies.reduce((sum, energy) => sum + Math.max(0, energy - floor), 0);
}

function measureNoise(view: FaceView): number {
  const energies = blocksOf(view).map((first) => roughnessIn(view, first));
  return Math.sqrt(floorOf(energies.filter((energy) => energy !== undefined)) / laplacianGain);
}

/** Mean square of the Laplacian over one block; undefined where less than half of it is measured. */
function roughnessIn({ luma, inside, width }: FaceView, first: number): number | undefined {
  let [count, sum] = [0, 0];
  for (let pixel = 0; pixel < blockPx * blockPx; pixel += 1) {
    const at = first + Math.floor(pixel / blockPx) * width + (pixel % blockPx);
    if (inside[at] !== 1 || inside[at - width] !== 1 || inside[at + width] !== 1) continue;
    const beside = (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0) + (luma[at - width] ?? 0) + (luma[at + width] ?? 0);
    count += 1;
    sum += (4 * (luma[at] ?? 0) - beside) ** 2;
  }
  return count >= leastMeasured ? sum / count : undefined;
}

/** What noise alone adds to each block: the smooth blocks' energy, raised from their lower edge to their mean. */
function floorOf(energies: readonly number[]): number {
  const sorted = Float64Array.from(energies).sort();
  return (sorted[Math.floor(sorted.length * smoothShare)] ?? 0) * lowerEdgeToMean;
}

/** The first pixel of every block that lies a block away from the edges. */
function blocksOf({ width, height }: Pick<FaceView, 'width' | 'height'>): readonly number[] {
  const blocks: number[] = [];
  for (let top = blockPx; top + 2 * blockPx <= height; top += blockPx) {
    for (let left = blockPx; left + 2 * blockPx <= width; left += blockPx) blocks.push(top * width + left);
  }
  return blocks;
}
