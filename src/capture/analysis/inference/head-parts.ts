import { drawView, type RasterView, tensorOf } from '../raster';
import type { FaceFrame } from '../face/face-view';
import type { Model } from './runtime';

export const headPartsInputShape = [1, 256, 256, 3] as const;
const edge = 256;

/** What the model tells apart, in the order of its outputs. */
const parts = ['background', 'hair', 'bodySkin', 'faceSkin', 'clothes', 'other'] as const;
type Part = (typeof parts)[number];

/** The region looked at and where the eyes lie in it, in distances from eyes to chin. */
const regionEdge = 3.4;
const eyesBelowMiddle = 0.15;

export interface Coverings {
  /** Share of the head above the brows that is neither hair nor skin: a hat. */
  readonly head: number;
  /** Share of the face below the eyes that is not skin: a mask, a hand, a scarf. */
  readonly face: number;
}

/** Looks for what covers head or face. Takes some tenths of a second: for a photo taken, not for each frame. */
export async function findCoverings(model: Model, picture: CanvasImageSource, face: FaceFrame): Promise<Coverings> {
  const scale = edge / (regionEdge * face.eyesToChinPx);
  const up = { x: (face.eyes.x - face.chin.x) * eyesBelowMiddle, y: (face.eyes.y - face.chin.y) * eyesBelowMiddle };
  const view: RasterView = {
    width: edge,
    height: edge,
    centre: { x: face.eyes.x + up.x, y: face.eyes.y + up.y },
    at: { x: edge / 2, y: edge / 2 },
    rollRadians: face.rollRadians,
    scaleX: scale,
    scaleY: scale,
  };
  const [scores] = await model.run(tensorOf(drawView(picture, view), 1 / 255, 0));
  return coveringsOf(scores ?? new Float32Array(edge * edge * parts.length));
}

/** Zones in distances from eyes to chin, from the middle between the eyes; y downwards. */
const zones = {
  head: { top: -1.25, bottom: -0.45, halfWidth: 0.7 },
  face: { top: 0.3, bottom: 0.85, halfWidth: 0.32 },
} as const;

export function coveringsOf(scores: Float32Array): Coverings {
  const head = countParts(scores, zones.head);
  const face = countParts(scores, zones.face);
  const person = sumOf(head) - head.background;
  return {
    head: (head.clothes + head.other) / Math.max(1, person),
    face: (face.clothes + face.other) / Math.max(1, sumOf(face)),
  };
}

function sumOf(counts: Readonly<Record<Part, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

interface Zone {
  readonly top: number;
  readonly bottom: number;
  readonly halfWidth: number;
}

function countParts(scores: Float32Array, { top, bottom, halfWidth }: Zone): Record<Part, number> {
  const counts: Record<Part, number> = { background: 0, hair: 0, bodySkin: 0, faceSkin: 0, clothes: 0, other: 0 };
  const toPixel = (lengths: number): number => Math.round((lengths * edge) / regionEdge);
  const eyesY = edge / 2 + toPixel(eyesBelowMiddle);
  const last = edge - 1;
  for (let y = Math.max(0, eyesY + toPixel(top)); y < Math.min(last, eyesY + toPixel(bottom)); y += 1) {
    for (let x = edge / 2 - toPixel(halfWidth); x < edge / 2 + toPixel(halfWidth); x += 1) {
      counts[likeliestPart(scores, (y * edge + x) * parts.length)] += 1;
    }
  }
  return counts;
}

function likeliestPart(scores: Float32Array, at: number): Part {
  let best = 0;
  for (let part = 1; part < parts.length; part += 1) {
    if ((scores[at + part] ?? 0) > (scores[at + best] ?? 0)) best = part;
  }
  return parts[best] ?? 'background';
}
