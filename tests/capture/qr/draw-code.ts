import { create } from 'qrcode';
import type { GreyPicture } from '../../../src/capture/qr/grey-picture';

export interface CodeView {
  readonly payload: string;
  readonly edgePx: number;
  /** Share of the picture's edge that the code takes. */
  readonly share: number;
  readonly turnRad: number;
  /** Shades of paper and ink, 0 black to 255 white. */
  readonly paper: number;
  readonly ink: number;
  /** Standard deviation of the noise of each pixel, in shades. */
  readonly noise: number;
}

/** Numbers from 0 to 1 that are the same on every run (Numerical Recipes' linear congruential generator). */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const quietModules = 4;

/** Draws a QR code on a grey table as a camera would see it. */
export function drawCode({ payload, edgePx, share, turnRad, paper, ink, noise }: CodeView): GreyPicture {
  const { data: modules, size } = create(payload, { errorCorrectionLevel: 'M' }).modules;
  const random = seededNumbers(1);
  const table = paper * 0.8 + ink * 0.2;
  const perPx = (size + 2 * quietModules) / (edgePx * share);
  const [cos, sin] = [Math.cos(turnRad) * perPx, Math.sin(turnRad) * perPx];
  const shadeAt = (x: number, y: number): number => {
    const column = Math.floor(cos * x + sin * y + size / 2);
    const row = Math.floor(cos * y - sin * x + size / 2);
    const isInCode = Math.min(column, row) >= 0 && Math.max(column, row) < size;
    if (isInCode) return modules[row * size + column] ? ink : paper;
    const isPaper = Math.min(column, row) >= -quietModules && Math.max(column, row) < size + quietModules;
    return isPaper ? paper : table;
  };
  const pixels = new Uint8ClampedArray(edgePx * edgePx);
  pixels.forEach((_, at) => {
    // Three evenly distributed numbers are close to a bell curve of standard deviation one half.
    const bell = (random() + random() + random() - 1.5) * 2;
    pixels[at] = shadeAt((at % edgePx) - edgePx / 2, Math.floor(at / edgePx) - edgePx / 2) + bell * noise;
  });
  return { pixels, widthPx: edgePx, heightPx: edgePx };
}
