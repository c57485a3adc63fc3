import { readCanonicalFace, type Surface } from './canonical-face';
import { type FaceLook, mix, paintFace, type Rgb } from './face-paint';
import type { Canvas, Corner, Paint, Vector } from './raster';
import { type Ellipsoid, ellipsoid, normalsOf } from './shapes';

/** How a head stands before the camera; degrees as the product's measures say them. */
export interface Stance {
  /** Turned; positive to the picture's right. */
  readonly yaw: number;
  /** Nodded; positive: the chin is down. */
  readonly pitch: number;
  /** Tilted; positive: counter-clockwise as seen. */
  readonly roll: number;
  /** Middle of the head in the picture, in shares of its width and height. */
  readonly middle: readonly [x: number, y: number];
  /** Crown to chin, in shares of the picture's height. */
  readonly height: number;
}

export interface Light {
  /** 1 is well lit. */
  readonly exposure: number;
  /** −1: all from the picture's left, 0: from the front, 1: from the right. */
  readonly side: number;
}

export interface HeadDrawing {
  readonly stance: Stance;
  readonly look: FaceLook & { readonly hat: Rgb | undefined };
  readonly light: Light;
}

interface Part {
  readonly surface: Surface;
  readonly normals: Float32Array;
  readonly paint: Paint;
  /** Whether it turns with the head; shoulders do not. */
  readonly isHead: boolean;
}

const skull: Ellipsoid = { centre: [0, 2.4, -4.6], radii: [7.7, 9.5, 8.6] };
const crown: Ellipsoid = { centre: [0, 5.3, -4.2], radii: [7.9, 8.1, 8.5] };
const headTop = crown.centre[1] + crown.radii[1];
const chin = -9.4;
/** The neck's joint: what the head turns around. */
const joint = [0, -6, -4] as const;
const cameraDistance = 95;

/** Draws an invented head with neck and shoulders onto a canvas that holds the background. */
export function drawHead(canvas: Canvas, { stance, look, light }: HeadDrawing): void {
  const turn = rotationOf(stance);
  const scale = (canvas.height * stance.height * cameraDistance) / (headTop - chin);
  const [middleX, middleY] = [canvas.width * stance.middle[0], canvas.height * stance.middle[1]];
  const lamp = unit([light.side * 1.6, 0.35, 1 - Math.abs(light.side) * 0.75]);
  const project = (own: Vector, normal: Vector, isHead: boolean): Corner => {
    const [x, y, z] = isHead ? add(turn(add(own, joint, -1)), joint, 1) : own;
    const perCm = scale / (cameraDistance - z);
    const place = { x: middleX + x * perCm, y: middleY - (y - (headTop + chin) / 2) * perCm, depth: -z };
    return { ...place, own, normal: isHead ? turn(normal) : normal };
  };
  for (const { surface, normals, paint, isHead } of partsOf(look)) {
    const vertices = Array.from({ length: surface.points.length / 3 }, (_, index) => index);
    const corners = vertices.map((vertex) => project(vectorAt(surface.points, vertex), vectorAt(normals, vertex), isHead));
    const colourOf = (own: Vector, normal: Vector): Rgb => litColour(paint(...own), normal, lamp, light);
    for (let index = 0; index < surface.triangles.length; index += 3) {
      const [a, b, c] = [0, 1, 2].map((offset) => corners[surface.triangles[index + offset] ?? 0]);
      if (a && b && c && isTowards(a, b, c)) canvas.fill(a, b, c, colourOf);
    }
  }
}

/** Whether any corner of a triangle looks at the camera; the back of a head is not seen. */
function isTowards(...corners: readonly Corner[]): boolean {
  return corners.some(({ normal }) => normal[2] > -0.2);
}

function litColour(colour: Rgb, normal: Vector, lamp: Vector, { exposure, side }: Light): Rgb {
  const towards = Math.max(0, normal[0] * lamp[0] + normal[1] * lamp[1] + normal[2] * lamp[2]);
  const ambient = 0.62 - Math.abs(side) * 0.42;
  const amount = (ambient + (1 - ambient) * towards) * exposure;
  return [colour[0] * amount, colour[1] * amount, colour[2] * amount];
}

function partsOf(look: HeadDrawing['look']): readonly Part[] {
  const { skin, hair, hat } = look;
  const face = readCanonicalFace();
  const part = (surface: Surface, paint: Paint, isHead = true): Part => ({ surface, normals: normalsOf(surface), paint, isHead });
  const facePaint = paintFace(face, look);
  const head: Paint = (x, y, z) => (isHair(x, y, z) ? strand(hair, x, y, z) : skin);
  const ear = mix(skin, [120, 50, 40], 0.15);
  const parts = [
    part(face, (x, y, z) => (isHair(x, y, z) ? strand(hair, x, y, z) : facePaint(x, y))),
    part(ellipsoid(skull), head),
    part(ellipsoid(crown), head),
    part(ellipsoid({ centre: [-7.8, 1, -3.4], radii: [0.8, 2.6, 1.6] }), () => ear),
    part(ellipsoid({ centre: [7.8, 1, -3.4], radii: [0.8, 2.6, 1.6] }), () => ear),
    part(ellipsoid({ centre: [0, -11, -4.5], radii: [5.4, 9, 5.2] }), () => mix(skin, [70, 30, 20], 0.22), false),
    part(ellipsoid({ centre: [0, -28, -6], radii: [23, 13.5, 9] }), () => [58, 74, 104], false),
  ];
  if (hat) parts.push(part(ellipsoid({ centre: [0, 8.4, -3.2], radii: [9.2, 7.2, 10.4] }), () => hat));
  return parts;
}

/** Short hair: an uneven line over the forehead, lower at the temples and behind the ears. */
function isHair(x: number, y: number, z: number): boolean {
  const uneven = 0.25 * Math.sin(x * 5.3) + 0.2 * Math.sin(x * 11.7 + 1);
  const line = z > 0 ? 7.4 - (Math.abs(x) / 7) ** 4 * 2.4 : 5 + Math.max(-3, z) * 1.4;
  return y > line + uneven;
}

/** Hair is many lines of slightly different brightness. */
function strand(hair: Rgb, x: number, y: number, z: number): Rgb {
  const around = Math.atan2(x, z + 4) * 40;
  const brightness = 1 + 0.35 * Math.sin(around * 3.1 + y * 0.8) * Math.sin(around * 1.7 + 2) + 0.25 * Math.sin(around * 7.3 + y);
  return [hair[0] * brightness, hair[1] * brightness, hair[2] * brightness];
}

/** Around the neck's joint: first nodded, then turned, then tilted. */
function rotationOf({ yaw, pitch, roll }: Stance): (vector: Vector) => Vector {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [cy, sy] = [Math.cos(radians(yaw)), Math.sin(radians(yaw))];
  const [cp, sp] = [Math.cos(radians(pitch)), Math.sin(radians(pitch))];
  const [cr, sr] = [Math.cos(radians(roll)), Math.sin(radians(roll))];
  return ([x, y, z]) => {
    const [y1, z1] = [y * cp - z * sp, y * sp + z * cp];
    const [x2, z2] = [x * cy + z1 * sy, -x * sy + z1 * cy];
    return [x2 * cr - y1 * sr, x2 * sr + y1 * cr, z2];
  };
}

function add(a: Vector, b: Vector, times: number): Vector {
  return [a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times];
}

function vectorAt(numbers: Float32Array, vertex: number): Vector {
  return [numbers[vertex * 3] ?? 0, numbers[vertex * 3 + 1] ?? 0, numbers[vertex * 3 + 2] ?? 0];
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
