import type { Rgb } from './face-paint';

export type Vector = readonly [x: number, y: number, z: number];

/** Colour of a surface by the place in its own space, before light. */
export type Paint = (x: number, y: number, z: number) => Rgb;

/** A pixel's corner of a triangle: place on the picture, depth, own place and normal. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly own: Vector;
  readonly normal: Vector;
}

/** An RGB picture of floats with the depth of what it shows. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
  readonly #depth: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rgb = new Float32Array(width * height * 3);
    this.#depth = new Float32Array(width * height).fill(Infinity);
  }

  /** Draws a triangle where nothing nearer is, each pixel by what `colourOf` says of its place and normal. */
  fill(a: Corner, b: Corner, c: Corner, colourOf: (own: Vector, normal: Vector) => Rgb): void {
    const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (Math.abs(area) < 1e-9) return;
    const [left, right] = [Math.max(0, Math.floor(Math.min(a.x, b.x, c.x))), Math.min(this.width - 1, Math.max(a.x, b.x, c.x))];
    const [top, bottom] = [Math.max(0, Math.floor(Math.min(a.y, b.y, c.y))), Math.min(this.height - 1, Math.max(a.y, b.y, c.y))];
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const wb = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
        const wc = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
        const wa = 1 - wb - wc;
        if (wa < -1e-6 || wb < -1e-6 || wc < -1e-6) continue;
        const at = y * this.width + x;
        const depth = wa * a.depth + wb * b.depth + wc * c.depth;
        if (depth >= (this.#depth[at] ?? 0)) continue;
        this.#depth[at] = depth;
        const colour = colourOf(between(a.own, b.own, c.own, wa, wb, wc), between(a.normal, b.normal, c.normal, wa, wb, wc));
        this.set(at, colour);
      }
    }
  }

  set(at: number, [red, green, blue]: Rgb): void {
    this.rgb[at * 3] = red;
    this.rgb[at * 3 + 1] = green;
    this.rgb[at * 3 + 2] = blue;
  }
}

function between(a: Vector, b: Vector, c: Vector, wa: number, wb: number, wc: number): Vector {
  return [wa * a[0] + wb * b[0] + wc * c[0], wa * a[1] + wb * b[1] + wc * c[1], wa * a[2] + wb * b[2] + wc * c[2]];
}
