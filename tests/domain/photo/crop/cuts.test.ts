import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enlargeHead, moveHead, turnHead } from '../../../../src/domain/photo/crop/adjust-cut';
import { cutForHead, cutInside, feasibleCut } from '../../../../src/domain/photo/crop/face-cut';
import { cutHeightPx, cutMarginPx, type PhotoCut, photoSizeOf } from '../../../../src/domain/photo/crop/photo-cut';
import type { HeadPlace, PicturePoint } from '../../../../src/domain/photo/judgement/measures';
import { photoLimits, targetPhotoPx } from '../../../../src/domain/photo/photo-limits';

const frames = fc.record({ width: fc.integer({ min: 640, max: 4096 }), height: fc.integer({ min: 640, max: 4096 }) });
const anyCut = fc.record({
  centre: fc.record({ x: fc.integer({ min: -500, max: 4500 }), y: fc.integer({ min: -500, max: 4500 }) }),
  widthPx: fc.integer({ min: 100, max: 4000 }),
  rollDegrees: fc.double({ min: -8, max: 8, noNaN: true }),
});
const heads = fc.record({
  x: fc.integer({ min: 500, max: 3000 }),
  y: fc.integer({ min: 500, max: 3000 }),
  height: fc.integer({ min: 470, max: 1500 }),
  tilt: fc.double({ min: -8, max: 8, noNaN: true }),
});

/** A head whose line from chin to crown leans by `tilt` counter-clockwise. */
function headOf({ x, y, height, tilt }: { x: number; y: number; height: number; tilt: number }): HeadPlace {
  const lean = (tilt * Math.PI) / 180;
  const along = (share: number): PicturePoint => ({
    x: x - Math.sin(lean) * height * share,
    y: y - Math.cos(lean) * height * share,
  });
  return { chin: along(-0.5), eyes: along(0.02), crown: along(0.5) };
}

/** A point of the picture in printed mm from the photo's top left. */
function inPrint(cut: PhotoCut, { x, y }: PicturePoint): PicturePoint {
  const turn = (cut.rollDegrees * Math.PI) / 180;
  const [dx, dy] = [x - cut.centre.x, y - cut.centre.y];
  const perMm = cut.widthPx / 35;
  return {
    x: 17.5 + (dx * Math.cos(turn) + dy * Math.sin(turn)) / perMm,
    y: 22.5 + (dy * Math.cos(turn) - dx * Math.sin(turn)) / perMm,
  };
}

describe('the cut for a head', () => {
  it('puts crown and chin where the guide wants them, and levels small tilts', () => {
    fc.assert(
      fc.property(heads, (place) => {
        const head = headOf(place);
        const cut = cutForHead(head, place.tilt);
        const [crown, chin, eyes] = [inPrint(cut, head.crown), inPrint(cut, head.chin), inPrint(cut, head.eyes)];
        expect(crown.y).toBeCloseTo(4, 1);
        expect(chin.y).toBeCloseTo(38, 1);
        expect(eyes.x).toBeCloseTo(17.5, 1);
        const leftOver = place.tilt + cut.rollDegrees;
        expect(Math.abs(leftOver)).toBeLessThanOrEqual(1.5);
      }),
    );
  });

  it('levels nothing that it should not: less is the measure’s error, more is told', () => {
    const upright = { x: 1000, y: 1000, height: 600 };
    for (const tilt of [0, 1.4, -1.4, 8.1, -20]) {
      expect(cutForHead(headOf({ ...upright, tilt: 0 }), tilt).rollDegrees).toBe(0);
    }
    expect(cutForHead(headOf({ ...upright, tilt: 5 }), 5).rollDegrees).toBe(-5);
  });
});

describe('a cut that is made', () => {
  it('lies inside the frame and is never larger than it was asked for', () => {
    fc.assert(
      fc.property(anyCut, frames, (cut, frame) => {
        const inside = cutInside(cut, frame);
        expect(cutMarginPx(inside, frame)).toBeGreaterThanOrEqual(-1e-6);
        expect(inside.widthPx).toBeLessThanOrEqual(cut.widthPx);
      }),
    );
  });

  it('holds as many pixels as the official site wants, none of them made up', () => {
    fc.assert(
      fc.property(anyCut, frames, (wished, frame) => {
        const cut = feasibleCut(wished, frame);
        if (!cut) return;
        const { width, height } = photoSizeOf(cut);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(photoLimits.minEdgePx);
        expect(width).toBeLessThanOrEqual(Math.min(cut.widthPx + 1e-6, targetPhotoPx.width));
        expect(height).toBeLessThanOrEqual(Math.min(cutHeightPx(cut) + 1, targetPhotoPx.height));
        expect(Math.abs(width / height - 35 / 45)).toBeLessThan(0.002);
        expect(cutMarginPx(cut, frame)).toBeGreaterThanOrEqual(-1);
      }),
    );
  });

  it('is refused where the whole frame holds too few pixels', () => {
    expect(
      feasibleCut({ centre: { x: 200, y: 200 }, widthPx: 300, rollDegrees: 0 }, { width: 400, height: 400 }),
    ).toBeUndefined();
  });
});

describe('a cut that is adjusted by hand', () => {
  const cut: PhotoCut = { centre: { x: 1000, y: 1000 }, widthPx: 1050, rollDegrees: 4 };

  it('moves the head in the photo by as many mm, whatever the turn', () => {
    const before = inPrint(cut, { x: 900, y: 800 });
    const after = inPrint(moveHead(cut, 3, -2), { x: 900, y: 800 });
    expect(after.x - before.x).toBeCloseTo(3);
    expect(after.y - before.y).toBeCloseTo(-2);
  });

  it('makes the head larger until a file would hold too few pixels', () => {
    expect(enlargeHead(cut, 2).widthPx).toBe(525);
    expect(enlargeHead(cut, 4).widthPx).toBe(480);
  });

  it('turns the head, within reason', () => {
    expect(turnHead(cut, 1).rollDegrees).toBe(3);
    expect(turnHead(cut, -90).rollDegrees).toBe(15);
  });
});
