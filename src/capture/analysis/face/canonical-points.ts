/** Numbers of the face mesh's landmarks that the measures use (MediaPipe's canonical face model, Apache-2.0). */
export const mark = {
  chin: 152,
  foreheadTop: 10,
  noseTip: 1,
  leftEyeOuter: 33,
  leftEyeInner: 133,
  rightEyeOuter: 263,
  rightEyeInner: 362,
  leftFaceEdge: 234,
  rightFaceEdge: 454,
  upperLip: 13,
  lowerLip: 14,
  leftMouthCorner: 61,
  rightMouthCorner: 291,
} as const;

/** The face's outline, clockwise from the top of the forehead. */
export const faceOval: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58,
  132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/**
 * Points of the face that no expression moves, with their place on the canonical face in cm: x to the picture's
 * right, y up, z towards the camera. Mirrored pairs share one line: [left, right, x of the right, y, z].
 */
const middlePoints: readonly (readonly [number, number, number])[] = [
  [1, -1.127, 7.476],
  [4, -0.463, 7.587],
  [5, 0.366, 7.243],
  [195, 1.059, 6.775],
  [197, 1.728, 6.317],
  [6, 2.473, 5.789],
  [168, 3.271, 5.236],
  [8, 4.019, 5.285],
  [9, 4.886, 5.385],
  [151, 6.545, 5.027],
  [10, 8.262, 4.482],
  [199, -7.942, 5.181],
  [152, -9.403, 4.264],
];
const pairedPoints: readonly (readonly [number, number, number, number, number])[] = [
  [33, 263, 4.446, 2.664, 3.173],
  [133, 362, 1.856, 2.585, 3.758],
  [61, 291, 2.456, -4.343, 4.284],
  [127, 356, 7.743, 2.365, -2.005],
  [234, 454, 7.664, 0.673, -2.436],
  [50, 280, 4.766, -0.702, 3.535],
  [101, 330, 3.327, 0.105, 4.114],
  [54, 284, 6.279, 6.615, 1.426],
];

/** A place in space. */
export type Vector = readonly [number, number, number];

export const rigidPoints: readonly { readonly landmark: number; readonly canonical: Vector }[] = [
  ...middlePoints.map(([landmark, y, z]) => ({ landmark, canonical: [0, y, z] as const })),
  ...pairedPoints.flatMap(([left, right, x, y, z]) => [
    { landmark: left, canonical: [-x, y, z] as const },
    { landmark: right, canonical: [x, y, z] as const },
  ]),
];
