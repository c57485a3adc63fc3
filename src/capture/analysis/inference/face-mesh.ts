import { drawView, type RasterView, tensorOf, toPicture } from '../raster';
import { faceFrameOf } from '../face/face-view';
import type { Landmark } from '../face/landmark';
import type { DetectedFace } from './face-detector';
import type { Model } from './runtime';

export interface FaceMesh {
  /** 468 landmarks of MediaPipe's face mesh. */
  readonly landmarks: readonly Landmark[];
  /** Whether there is a face at all, 0–1. */
  readonly presence: number;
}

export const meshInputShape = [1, 192, 192, 3] as const;
const inputEdge = 192;
/** The region looked at: this many times the detector's box, turned so that the eyes are level. */
const regionShare = 1.5;
const landmarkCount = 468;

/** Lays the mesh over one detected face. */
export async function meshFace(model: Model, picture: CanvasImageSource, face: DetectedFace): Promise<FaceMesh> {
  return meshRegion(model, picture, regionOfFace(face));
}

/** Lays it again over the region that a first mesh found. */
export async function meshAgain(model: Model, picture: CanvasImageSource, { landmarks }: FaceMesh): Promise<FaceMesh> {
  const { rollRadians } = faceFrameOf(landmarks);
  const xs = landmarks.map(({ x }) => x);
  const ys = landmarks.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const edge = Math.max(right - left, bottom - top);
  const scale = inputEdge / (edge * regionShare);
  return meshRegion(model, picture, {
    width: inputEdge,
    height: inputEdge,
    centre: { x: (left + right) / 2, y: (top + bottom) / 2 },
    at: { x: inputEdge / 2, y: inputEdge / 2 },
    rollRadians,
    scaleX: scale,
    scaleY: scale,
  });
}

async function meshRegion(model: Model, picture: CanvasImageSource, view: RasterView): Promise<FaceMesh> {
  const outputs = await model.run(tensorOf(drawView(picture, view), 1 / 255, 0));
  const points = outputs.find(({ length }) => length === landmarkCount * 3);
  const flag = outputs.find(({ length }) => length === 1)?.[0];
  if (!points || flag === undefined) return { landmarks: [], presence: 0 };
  return { landmarks: landmarksOf(points, view), presence: 1 / (1 + Math.exp(-flag)) };
}

function regionOfFace({ x, y, width, height, eyes: [left, right] }: DetectedFace): RasterView {
  const scale = inputEdge / (Math.max(width, height) * regionShare);
  return {
    width: inputEdge,
    height: inputEdge,
    centre: { x: x + width / 2, y: y + height / 2 },
    at: { x: inputEdge / 2, y: inputEdge / 2 },
    rollRadians: Math.atan2(right.y - left.y, right.x - left.x),
    scaleX: scale,
    scaleY: scale,
  };
}

function landmarksOf(points: Float32Array, view: RasterView): readonly Landmark[] {
  return Array.from({ length: landmarkCount }, (_, index) => {
    const at = index * 3;
    const { x, y } = toPicture({ x: points[at] ?? 0, y: points[at + 1] ?? 0 }, view);
    return { x, y, z: (points[at + 2] ?? 0) / view.scaleX };
  });
}
