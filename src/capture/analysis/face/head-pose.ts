import type { Landmark } from './landmark';
import { rigidPoints, type Vector } from './canonical-points';
import { fitRotation } from './rotation';

/** Where the head turns, in degrees. All 0: straight into the camera. */
export interface HeadPose {
  /** Positive: turned to the picture's right. */
  readonly yawDegrees: number;
  /** Positive: the chin is down. */
  readonly pitchDegrees: number;
  /** Positive: tilted counter-clockwise as seen. */
  readonly rollDegrees: number;
}

/** Fits the canonical face rigidly to the landmarks that no expression moves (Kabsch, least squares). */
export function headPoseOf(landmarks: readonly Landmark[]): HeadPose | undefined {
  const seen: Vector[] = [];
  for (const { landmark } of rigidPoints) {
    const point = landmarks[landmark];
    if (!point) return undefined;
    // The picture's axes point down and away; the canonical face's up and towards the camera.
    seen.push([point.x, -point.y, -point.z]);
  }
  const rotation = fitRotation(
    rigidPoints.map(({ canonical }) => canonical),
    seen,
  );
  if (!rotation) return undefined;
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  return {
    yawDegrees: degrees(Math.atan2(rotation[0][2], rotation[2][2])),
    pitchDegrees: degrees(Math.asin(Math.max(-1, Math.min(1, -rotation[1][2])))),
    rollDegrees: degrees(Math.atan2(rotation[1][0], rotation[1][1])),
  };
}

/** How far the mesh's fit is believed beside the crown: both err by some degrees a person, but not together. */
const fitWeight = 0.6;

/**
 * Nod from the mesh's fit and from how much of the head shows above the eyes. The fit alone reads −5° to +9° on
 * people who look straight ahead, because faces differ from the canonical one; hair makes the second err elsewhere.
 */
export function nodOf(fitDegrees: number, crownNodDegrees: number | undefined): number {
  if (crownNodDegrees === undefined) return fitDegrees;
  return fitWeight * fitDegrees + (1 - fitWeight) * crownNodDegrees;
}
