import { drawHead, type HeadDrawing, type Light, type Stance } from './draw-head';
import type { FaceLook, Rgb } from './face-paint';
import { Canvas } from './raster';

/** Everything that can be different from a good portrait. */
export interface PortraitWish {
  readonly width: number;
  readonly height: number;
  readonly stance: Partial<Stance>;
  readonly look: Partial<FaceLook & { readonly hat: Rgb | undefined }>;
  readonly light: Partial<Light>;
  readonly wall: (x: number, y: number) => Rgb;
  /** A second person beside the first. */
  readonly second: Partial<Stance> | undefined;
  readonly isEmpty: boolean;
  /** Standard deviation of a Gauss blur in pixels. */
  readonly blurPx: number;
  /** Standard deviation of the sensor's noise in steps of 255. */
  readonly noise: number;
}

/** 8-bit RGB, row by row from the top left. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export const fairSkin: Rgb = [232, 190, 164];
export const darkSkin: Rgb = [118, 78, 56];

const goodStance: Stance = { yaw: 0, pitch: 0, roll: 0, middle: [0.5, 0.47], height: 0.52 };
const goodLook = {
  skin: fairSkin,
  hair: [38, 30, 28] as Rgb,
  areEyesClosed: false,
  isMouthOpen: false,
  hasDarkGlasses: false,
  hasMask: false,
  hat: undefined,
};
const plainWall = (_x: number, y: number): Rgb => [222 - y * 6, 228 - y * 6, 232 - y * 6];
const samples = 2;

/** Draws an invented person before a wall: a good ID photo's picture, but for what is wished otherwise. */
export function drawPortrait(wish: Partial<PortraitWish> = {}): RgbPicture {
  const { width = 1080, height = 1440, wall = plainWall, blurPx = 0.55, noise = 1.2 } = wish;
  const canvas = new Canvas(width * samples, height * samples);
  drawWall(canvas, wall, wish.light?.exposure ?? 1);
  const drawing = (stance: Partial<Stance>): HeadDrawing => ({
    stance: { ...goodStance, ...stance },
    look: { ...goodLook, ...wish.look },
    light: { exposure: 1, side: 0, ...wish.light },
  });
  if (!wish.isEmpty) drawHead(canvas, drawing(wish.stance ?? {}));
  if (wish.second) drawHead(canvas, drawing(wish.second));
  const picture = shrink(canvas, width, height);
  return { width, height, rgb: expose(blur(picture, width, height, blurPx), noise) };
}

function drawWall(canvas: Canvas, wall: PortraitWish['wall'], exposure: number): void {
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      const [red, green, blue] = wall(x / canvas.width, y / canvas.height);
      canvas.set(y * canvas.width + x, [red * exposure, green * exposure, blue * exposure]);
    }
  }
}

function shrink(canvas: Canvas, width: number, height: number): Float32Array {
  const small = new Float32Array(width * height * 3);
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      const to = (Math.floor(y / samples) * width + Math.floor(x / samples)) * 3;
      const from = (y * canvas.width + x) * 3;
      for (let part = 0; part < 3; part += 1) {
        small[to + part] = (small[to + part] ?? 0) + (canvas.rgb[from + part] ?? 0) / samples ** 2;
      }
    }
  }
  return small;
}

function blur(picture: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma === 0) return picture;
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * sigma ** 2)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const along = (source: Float32Array, [stepX, stepY]: readonly [0 | 1, 0 | 1]): Float32Array => {
    const result = new Float32Array(source.length);
    for (let offset = -reach; offset <= reach; offset += 1) {
      const weight = (weights[offset + reach] ?? 0) / sum;
      for (let y = 0; y < height; y += 1) {
        const sy = Math.min(height - 1, Math.max(0, y + offset * stepY));
        for (let x = 0; x < width; x += 1) {
          const sx = Math.min(width - 1, Math.max(0, x + offset * stepX));
          const [to, from] = [(y * width + x) * 3, (sy * width + sx) * 3];
          for (let part = 0; part < 3; part += 1)
            result[to + part] = (result[to + part] ?? 0) + (source[from + part] ?? 0) * weight;
        }
      }
    }
    return result;
  };
  return along(along(picture, [1, 0]), [0, 1]);
}

/** Adds the sensor's noise, the same for the same picture, and rounds. It also makes each file's bytes its own. */
function expose(picture: Float32Array, noise: number): Uint8Array {
  let seed = 20170929;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  // Four uniform numbers together are near enough to a normal one.
  const normal = (): number => (random() + random() + random() + random() - 2) * Math.sqrt(3);
  return Uint8Array.from(picture, (value) => Math.max(0, Math.min(255, Math.round(value + normal() * noise))));
}
