import type { Surface } from './canonical-face';

export type Rgb = readonly [red: number, green: number, blue: number];

export interface FaceLook {
  readonly skin: Rgb;
  readonly hair: Rgb;
  readonly areEyesClosed: boolean;
  readonly isMouthOpen: boolean;
  readonly hasDarkGlasses: boolean;
  readonly hasMask: boolean;
}

/** Outlines of features by the canonical face's vertices. */
const outlines = {
  rightEye: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  leftEye: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  rightBrow: [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
  leftBrow: [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
  lips: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  mouth: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
} as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Colour of the face's front, by place in the canonical face: x, y in cm. */
export type FacePaint = (x: number, y: number) => Rgb;

export function paintFace(face: Surface, look: FaceLook): FacePaint {
  const outline = (name: keyof typeof outlines): readonly Point[] =>
    outlines[name].map((index) => ({ x: face.points[index * 3] ?? 0, y: face.points[index * 3 + 1] ?? 0 }));
  const shade = (amount: number): Rgb => mix(look.skin, [60, 25, 20], amount);
  const eyes = [outline('rightEye'), outline('leftEye')].map((eye) => paintEye(eye, look, shade(0.6)));
  const brows = [outline('rightBrow'), outline('leftBrow')];
  const [lips, mouth] = [outline('lips'), outline('mouth')];
  const lipColour = mix(look.skin, [165, 70, 75], 0.6);
  return (x, y) => {
    if (look.hasDarkGlasses && Math.hypot((Math.abs(x) - 3.2) / 2.9, (y - 2.5) / 2) < 1) return [14, 14, 16];
    if (look.hasMask && y < -0.6 - Math.abs(x) * 0.08 && Math.abs(x) < 7) return [225, 232, 236];
    for (const eye of eyes) {
      const colour = eye(x, y);
      if (colour) return colour;
    }
    if (brows.some((brow) => isInside(brow, x, y))) return mix(look.skin, look.hair, 0.85);
    if (look.isMouthOpen && Math.hypot(x / 1.7, (y + 4.3) / 1.1) < 1) return [52, 18, 20];
    if (Math.abs(x) < 2.2 && Math.abs(y - mouthLine(x)) < 0.07) return mix(lipColour, [60, 20, 25], 0.75);
    if (isInside(mouth, x, y) || isInside(lips, x, y)) return lipColour;
    const nostril = Math.hypot((Math.abs(x) - 0.75) / 0.42, (y + 2.15) / 0.24);
    if (nostril < 1) return shade(0.75);
    return mix(look.skin, shade(0.35), Math.max(0, 1 - Math.hypot((Math.abs(x) - 1.45) / 0.35, (y + 1.3) / 0.9)));
  };
}

/** Where closed lips meet. */
function mouthLine(x: number): number {
  return -4.5 + 0.06 * Math.abs(x);
}

/** Colour of an eye at a place; undefined beside it. */
type EyePaint = (x: number, y: number) => Rgb | undefined;

function paintEye(eye: readonly Point[], look: FaceLook, lidShade: Rgb): EyePaint {
  const xs = eye.map((point) => point.x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const middle = { x: (left + right) / 2, y: eye.reduce((sum, point) => sum + point.y, 0) / eye.length };
  const grown = (wide: number, high: number): readonly Point[] =>
    eye.map(({ x, y }) => ({ x: middle.x + (x - middle.x) * wide, y: middle.y + (y - middle.y) * high }));
  // The canonical eyes are half shut: people who look into a camera open theirs wider.
  const [opening, lidEdge] = [grown(1, 1.45), grown(1.1, 1.8)];
  return (x, y) => {
    if (Math.abs(x - middle.x) > right - left || Math.abs(y - middle.y) > 1.5) return undefined;
    if (look.areEyesClosed) {
      const lid = middle.y - 0.25 + 0.12 * (x - middle.x) ** 2;
      return x > left && x < right && Math.abs(y - lid) < 0.06 ? lidShade : undefined;
    }
    if (!isInside(opening, x, y)) return y > middle.y && isInside(lidEdge, x, y) ? [38, 26, 24] : undefined;
    const distance = Math.hypot(x - middle.x, y - middle.y - 0.02);
    if (distance < 0.26) return [12, 10, 10];
    return distance < 0.58 ? [58, 38, 26] : [232, 228, 224];
  };
}

/** Even-odd rule. */
function isInside(polygon: readonly Point[], x: number, y: number): boolean {
  let isIn = false;
  for (let index = 0; index < polygon.length; index += 1) {
    const [a, b] = [polygon[index], polygon[(index + 1) % polygon.length]];
    if (!a || !b || a.y > y === b.y > y) continue;
    if (x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn;
  }
  return isIn;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const between = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share;
  return [between(0), between(1), between(2)];
}
