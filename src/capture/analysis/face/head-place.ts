import type { HeadPlace, PicturePoint } from '../../../domain/photo/judgement/measures';
import type { PixelSize } from '../../../domain/photo/photo-limits';
import { maskEdge, type PersonMask } from '../inference/person-mask';
import type { FaceFrame } from './face-view';

/** Crown to chin over eyes to chin. Less is a mask gone wrong; more is hair, of which so much belongs to the head. */
const crownShares = { least: 1.75, usual: 2.05, most: 2.4 } as const;
const isPerson = 0.5;
/** Share of the head's columns that must be person for a row to belong to the head. */
const rowShare = 0.15;
const columns = 25;
/** Width looked at, in eye-to-chin lengths: the upper head without ears. */
const widthShare = 0.9;
const stepShare = 0.01;

export interface FoundHead {
  readonly place: HeadPlace;
  /** Crown to chin over eyes to chin as found, in degrees of a nod from the usual; undefined where it was not found. */
  readonly crownNodDegrees: number | undefined;
}

/** A nod of one degree shows so much more of the head above the eyes (an ellipsoid of a head's proportions). */
const sharePerDegree = 0.012;
/** Beyond, it is hair. */
const mostNodDegrees = 20;

/** Eyes and chin by the mesh, crown by the person mask along the face's own axis. */
export function findHead(face: FaceFrame, mask: PersonMask, frame: PixelSize): FoundHead {
  const found = crownShareOf(face, mask, frame);
  const isHead = found !== undefined && found >= crownShares.least;
  const place = placeOf(face, isHead ? Math.min(found, crownShares.most) : crownShares.usual);
  if (!isHead) return { place, crownNodDegrees: undefined };
  const nod = (found - crownShares.usual) / sharePerDegree;
  return { place, crownNodDegrees: Math.max(-mostNodDegrees, Math.min(mostNodDegrees, nod)) };
}

function placeOf(face: FaceFrame, share: number): HeadPlace {
  const up = upOf(face);
  const height = share * face.eyesToChinPx;
  return { eyes: face.eyes, chin: face.chin, crown: { x: face.chin.x + up.x * height, y: face.chin.y + up.y * height } };
}

/** From the chin through the eyes: the direction "up" of this head, of length 1. */
function upOf({ eyes, chin, eyesToChinPx }: FaceFrame): PicturePoint {
  return { x: (eyes.x - chin.x) / eyesToChinPx, y: (eyes.y - chin.y) / eyesToChinPx };
}

/** Crown to chin over eyes to chin; undefined where the person does not end inside the picture. */
function crownShareOf(face: FaceFrame, { probability }: PersonMask, frame: PixelSize): number | undefined {
  const up = upOf(face);
  const right = { x: -up.y, y: up.x };
  const isPersonAt = (share: number, side: number): boolean | undefined => {
    const along = share * face.eyesToChinPx;
    const across = side * widthShare * face.eyesToChinPx;
    const x = Math.floor(((face.chin.x + up.x * along + right.x * across) / frame.width) * maskEdge);
    const y = Math.floor(((face.chin.y + up.y * along + right.y * across) / frame.height) * maskEdge);
    if (x < 0 || y < 0 || x >= maskEdge || y >= maskEdge) return undefined;
    return (probability[y * maskEdge + x] ?? 0) > isPerson;
  };
  for (let share = 1.2; share < 3; share += stepShare) {
    const row = Array.from({ length: columns }, (_, index) => isPersonAt(share, index / (columns - 1) - 0.5));
    if (row.every((is) => is === undefined)) return undefined;
    if (row.filter((is) => is === true).length < rowShare * columns) return share;
  }
  return undefined;
}
