import { distance, type FaceFrame } from '../face/face-view';
import type { Landmark } from '../face/landmark';
import { mark } from '../face/canonical-points';

export interface Mouth {
  /** Widest gap between the inner lips over the distance from eyes to chin. */
  readonly gap: number;
  /** Corner to corner over the distance between the eyes as seen from the front. */
  readonly width: number;
}

/** Inner upper and lower lip, opposite each other. */
const lipPairs = [
  [mark.upperLip, mark.lowerLip],
  [82, 87],
  [312, 317],
] as const;

export function measureMouth(landmarks: readonly Landmark[], face: FaceFrame, yawDegrees: number): Mouth {
  const between = (a: number, b: number): number => {
    const [from, to] = [landmarks[a], landmarks[b]];
    return from && to ? distance(from, to) : 0;
  };
  const turned = Math.max(0.3, Math.cos((yawDegrees * Math.PI) / 180));
  return {
    gap: Math.max(...lipPairs.map(([upper, lower]) => between(upper, lower))) / face.eyesToChinPx,
    width: (between(mark.leftMouthCorner, mark.rightMouthCorner) * turned) / face.betweenEyesPx,
  };
}
