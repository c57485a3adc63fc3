import type { PicturePoint } from '../../../domain/photo/judgement/measures';
import type { PixelSize } from '../../../domain/photo/photo-limits';
import { drawView, type RasterView, tensorOf } from '../raster';
import type { Model } from './runtime';

/** A face as the detector sees it, in pixels of the picture. */
export interface DetectedFace {
  /** 0–1 */
  readonly confidence: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The picture's left and right eye: the person's right and left. */
  readonly eyes: readonly [PicturePoint, PicturePoint];
}

/** BlazeFace, short range: 128×128 RGB in −1…1, the picture letterboxed. */
export const detectorInputShape = [1, 128, 128, 3] as const;
const inputEdge = 128;
const leastConfidence = 0.5;
/** Two boxes that overlap by more are the same face. */
const sameFaceOverlap = 0.3;
const valuesPerAnchor = 16;

/** Cell centres of a 16×16 grid with two anchors each and an 8×8 grid with six, in 0–1. */
const anchors: readonly PicturePoint[] = [
  { cells: 16, each: 2 },
  { cells: 8, each: 6 },
].flatMap(({ cells, each }) =>
  Array.from({ length: cells * cells * each }, (_, index) => {
    const cell = Math.floor(index / each);
    return { x: ((cell % cells) + 0.5) / cells, y: (Math.floor(cell / cells) + 0.5) / cells };
  }),
);

/** The picture to look at, which may be a smaller copy of the frame, and its own size. */
interface Seen {
  readonly picture: CanvasImageSource;
  readonly frame: PixelSize;
}

/** Finds the faces in a picture, the surest first, in the pixels of the whole frame. */
export async function detectFaces(model: Model, seen: Seen, frame: PixelSize): Promise<readonly DetectedFace[]> {
  const { picture, frame: size } = seen;
  const scale = inputEdge / Math.max(size.width, size.height);
  const view: RasterView = {
    width: inputEdge,
    height: inputEdge,
    centre: { x: size.width / 2, y: size.height / 2 },
    at: { x: inputEdge / 2, y: inputEdge / 2 },
    rollRadians: 0,
    scaleX: scale,
    scaleY: scale,
  };
  const [boxes, scores] = await model.run(tensorOf(drawView(picture, view), 1 / 127.5, -1));
  return boxes && scores ? decodeFaces(boxes, scores, frame) : [];
}

/** The detector's raw numbers (896 anchors: 16 values and one score each) as faces of the picture. */
export function decodeFaces(boxes: Float32Array, scores: Float32Array, frame: PixelSize): readonly DetectedFace[] {
  const found = anchors.flatMap((anchor, index) => {
    const confidence = 1 / (1 + Math.exp(-(scores[index] ?? 0)));
    if (!(confidence >= leastConfidence)) return [];
    return [faceAt(boxes.subarray(index * valuesPerAnchor, (index + 1) * valuesPerAnchor), anchor, confidence, frame)];
  });
  const faces: DetectedFace[] = [];
  for (const face of found.sort((a, b) => b.confidence - a.confidence)) {
    if (faces.every((other) => overlapOf(face, other) < sameFaceOverlap)) faces.push(face);
  }
  return faces;
}

function faceAt(values: Float32Array, anchor: PicturePoint, confidence: number, frame: PixelSize): DetectedFace {
  const edge = Math.max(frame.width, frame.height);
  const [left, top] = [(edge - frame.width) / 2, (edge - frame.height) / 2];
  const point = (at: number): PicturePoint => ({
    x: ((values[at] ?? 0) / inputEdge + anchor.x) * edge - left,
    y: ((values[at + 1] ?? 0) / inputEdge + anchor.y) * edge - top,
  });
  const centre = point(0);
  const [width, height] = [((values[2] ?? 0) / inputEdge) * edge, ((values[3] ?? 0) / inputEdge) * edge];
  return { confidence, x: centre.x - width / 2, y: centre.y - height / 2, width, height, eyes: [point(4), point(6)] };
}

/** Intersection over union. */
function overlapOf(a: DetectedFace, b: DetectedFace): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}
