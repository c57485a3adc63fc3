import type { FaceView } from '../face/face-view';
import { meanOf } from './face-light';

/**
 * Luma of the eyes' region over that of the cheeks: dark glasses make it small, whatever the skin. Undefined where
 * either cannot be seen.
 */
export function measureEyeRegion(view: FaceView): number | undefined {
  const eyes = [-1, 1].map((side) => {
    return meanOf(view, { left: side * 0.5 - 0.2, right: side * 0.5 + 0.2, top: -0.12, bottom: 0.14 });
  });
  const cheeks = [-1, 1].map((side) => {
    return meanOf(view, { left: side * 0.5 - 0.15, right: side * 0.5 + 0.15, top: 0.42, bottom: 0.72 });
  });
  const [eye, cheek] = [meanOfBoth(eyes), meanOfBoth(cheeks)];
  return eye === undefined || cheek === undefined ? undefined : eye / Math.max(1, cheek);
}

function meanOfBoth([left, right]: readonly (number | undefined)[]): number | undefined {
  return left === undefined || right === undefined ? undefined : (left + right) / 2;
}
