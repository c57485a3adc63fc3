import { photoLimits } from '../photo-limits';
import { type PhotoCut, pixelsPerMm } from './photo-cut';

/** Where crown and chin may be in the print, in mm from its top (facts.md: a guide, not a law). */
export const headBands = { crown: { fromMm: 2, toMm: 6 }, chin: { fromMm: 36, toMm: 40 } } as const;

const mostRollDegrees = 15;

/** Moves the head in the photo by printed mm, to the right and down; the cut goes the other way. */
export function moveHead(cut: PhotoCut, rightMm: number, downMm: number): PhotoCut {
  const turn = (cut.rollDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const perMm = pixelsPerMm(cut);
  const [x, y] = [-rightMm * perMm, -downMm * perMm];
  return { ...cut, centre: { x: cut.centre.x + x * cos - y * sin, y: cut.centre.y + x * sin + y * cos } };
}

/** Makes the head larger (factor > 1) or smaller around the photo's middle; never with fewer pixels than a file needs. */
export function enlargeHead(cut: PhotoCut, factor: number): PhotoCut {
  return { ...cut, widthPx: Math.max(photoLimits.minEdgePx, cut.widthPx / factor) };
}

/** Turns the head clockwise in the photo. */
export function turnHead(cut: PhotoCut, degrees: number): PhotoCut {
  const rollDegrees = Math.max(-mostRollDegrees, Math.min(mostRollDegrees, cut.rollDegrees - degrees));
  return { ...cut, rollDegrees };
}
