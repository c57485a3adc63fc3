/** A landmark in pixels of the picture; `z` in the same unit, smaller is nearer to the camera. */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
