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
  const blocks = blockSums(width, height, (at) => {
    if (inside[at - reach - step] !== 1 || inside[at + reach] !== 1 || inside[at] !== 1) return undefined;
    const near = (luma[at] ?? 0) - (luma[at - step] ?? 0);
    const far = ((luma[at + reach] ?? 0) - (luma[at - reach - step] ?? 0)) / (2 * reachPx + 1);
    return [near * near, far * far];
  });
  const [nearFloor, farFloor] = [floorOf(blocks.map(([near]) => near)), floorOf(blocks.map(([, far]) => far))];
  const near = blocks.reduce((sum, [value]) => sum + Math.max(0, value - nearFloor), 0);
  const far = blocks.reduce((sum, [, value]) => sum + Math.max(0, value - farFloor), 0);
  return far > 0 ? near / far : 0;
}

function measureNoise({ luma, inside, width, height }: FaceView): number {
  const blocks = blockSums(width, height, (at) => {
    if (inside[at - width] !== 1 || inside[at + width] !== 1 || inside[at] !== 1) return undefined;
    const around = (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0) + (luma[at - width] ?? 0) + (luma[at + width] ?? 0);
    const laplacian = 4 * (luma[at] ?? 0) - around;
    return [laplacian * laplacian, 0];
  });
  return Math.sqrt(floorOf(blocks.map(([energy]) => energy)) / laplacianGain);
}

/** What noise alone adds to each block: the smooth blocks' energy, raised from their lower edge to their mean. */
function floorOf(energies: readonly number[]): number {
  const sorted = [...energies].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * smoothShare)] ?? 0) * lowerEdgeToMean;
}

type Energies = readonly [number, number];

/** Mean energies of every block that lies at least half inside. */
function blockSums(width: number, height: number, energyAt: (at: number) => Energies | undefined): readonly Energies[] {
  const blocks: Energies[] = [];
  for (let top = blockPx; top + 2 * blockPx <= height; top += blockPx) {
    for (let left = blockPx; left + 2 * blockPx <= width; left += blockPx) {
      const block = blockMean(top, left, width, energyAt);
      if (block) blocks.push(block);
    }
  }
  return blocks;
}

function blockMean(
  top: number,
  left: number,
  width: number,
  energyAt: (at: number) => Energies | undefined,
): Energies | undefined {
  let [count, first, second] = [0, 0, 0];
  for (let y = top; y < top + blockPx; y += 1) {
    for (let x = left; x < left + blockPx; x += 1) {
      const energies = energyAt(y * width + x);
      if (!energies) continue;
      count += 1;
      first += energies[0];
      second += energies[1];
    }
  }
  return count * 2 >= blockPx * blockPx ? [first / count, second / count] : undefined;
}
