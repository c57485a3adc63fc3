import type { HeadPlace, PicturePoint } from '../judgement/measures';
import { photoLimits, type PixelSize, targetPhotoPx } from '../photo-limits';
import { cutHeightPx, cutMarginPx, type PhotoCut, photoSizeOf } from './photo-cut';

/** Crown to chin and the free space above the crown in print (facts.md: 34 ± 2 and 4 ± 2 mm; a guide, not a law). */
export const headInPrint = { heightMm: 34, aboveMm: 4 } as const;
/** Less is within the measure's error, and turning costs sharpness; more is told to straighten up instead. */
const levelledDegrees = { from: 1.5, to: 8 } as const;

/**
 * The cut that puts a head where the guide wants it: crown to chin 34 mm, 4 mm above, the eyes' middle on the
 * photo's middle line; small tilts levelled. `tiltDegrees` is the head's own, counter-clockwise. It may reach
 * beyond the frame: then the person stands too near or too far aside, and the check "position" says so.
 */
export function cutForHead(head: HeadPlace, tiltDegrees: number): PhotoCut {
  const tilt = Math.abs(tiltDegrees);
  const rollDegrees = tilt >= levelledDegrees.from && tilt <= levelledDegrees.to ? -tiltDegrees : 0;
  const turn = (rollDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const upright = ({ x, y }: PicturePoint): PicturePoint => ({ x: x * cos + y * sin, y: y * cos - x * sin });
  const [eyes, chin, crown] = [upright(head.eyes), upright(head.chin), upright(head.crown)];
  const perMm = (chin.y - crown.y) / headInPrint.heightMm;
  const middle = { x: eyes.x, y: crown.y + (photoLimits.heightMm / 2 - headInPrint.aboveMm) * perMm };
  return {
    centre: { x: middle.x * cos - middle.y * sin, y: middle.x * sin + middle.y * cos },
    widthPx: photoLimits.widthMm * perMm,
    rollDegrees,
  };
}

/** The same cut, moved so that it lies inside the frame; smaller only where the frame itself is. */
export function cutInside(cut: PhotoCut, frame: PixelSize): PhotoCut {
  if (cutMarginPx(cut, frame) >= 0) return cut;
  const turn = (Math.abs(cut.rollDegrees) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const height = cutHeightPx(cut);
  const [wide, high] = [cut.widthPx * cos + height * sin, cut.widthPx * sin + height * cos];
  const shrink = Math.min(1, frame.width / wide, frame.height / high);
  const [halfWide, halfHigh] = [(wide * shrink) / 2, (high * shrink) / 2];
  return {
    ...cut,
    widthPx: cut.widthPx * shrink,
    centre: {
      x: Math.min(Math.max(cut.centre.x, halfWide), frame.width - halfWide),
      y: Math.min(Math.max(cut.centre.y, halfHigh), frame.height - halfHigh),
    },
  };
}

/**
 * The cut that is really made: inside the frame, and loosened where it would hold fewer pixels than the official
 * site accepts. Undefined where even the whole frame holds too few.
 */
export function feasibleCut(cut: PhotoCut, frame: PixelSize): PhotoCut | undefined {
  const loose = cutInside({ ...cut, widthPx: Math.max(cut.widthPx, photoLimits.minEdgePx) }, frame);
  return loose.widthPx >= photoLimits.minEdgePx ? wholePixels(loose) : undefined;
}

/** A cut that is neither turned nor scaled begins on a whole pixel: its pixels are copied, not mixed. */
function wholePixels(cut: PhotoCut): PhotoCut {
  const { width, height } = photoSizeOf(cut);
  if (cut.rollDegrees !== 0 || cut.widthPx >= targetPhotoPx.width + 1) return cut;
  const left = Math.floor(cut.centre.x - cut.widthPx / 2);
  const top = Math.floor(cut.centre.y - cutHeightPx(cut) / 2);
  return { rollDegrees: 0, widthPx: width, centre: { x: left + width / 2, y: top + height / 2 } };
}
