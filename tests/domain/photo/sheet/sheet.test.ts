import { describe, expect, it } from 'vitest';
import { type Line, type Paper, papers, rulerMm, sheetFor } from '../../../../src/domain/photo/sheet/sheet';

const names = Object.keys(papers) as Paper[];
const leastBorderMm = 5;
const isInPhoto = ([x, y]: Line['from'], { xMm, yMm }: { xMm: number; yMm: number }): boolean =>
  x > xMm && x < xMm + 35 && y > yMm && y < yMm + 45;

describe.each(names)('a sheet of %s', (paper) => {
  const { widthMm, heightMm, photos, marks, ruler } = sheetFor(paper);

  it('is exactly as large as the paper', () => {
    expect({ widthMm, heightMm }).toEqual(papers[paper]);
  });

  it('holds whole photos inside what every printer prints', () => {
    for (const { xMm, yMm } of photos) {
      expect(Math.min(xMm, yMm, widthMm - xMm - 35, heightMm - yMm - 45)).toBeGreaterThanOrEqual(leastBorderMm);
    }
  });

  it('keeps the photos apart, far enough for two strokes between them', () => {
    for (const [index, one] of photos.entries()) {
      for (const other of photos.slice(index + 1)) {
        const apart = Math.max(Math.abs(one.xMm - other.xMm) - 35, Math.abs(one.yMm - other.yMm) - 45);
        expect(apart).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('marks where to cut without a stroke on a photo', () => {
    expect(marks).toHaveLength(photos.length * 8);
    const ends = [...marks, ...ruler].flatMap(({ from, to }) => [from, to]);
    expect(ends.filter((end) => photos.some((photo) => isInPhoto(end, photo)))).toEqual([]);
  });

  it('carries a ruler of 50 mm on the paper, below the photos', () => {
    const [line] = ruler;
    expect((line?.to[0] ?? 0) - (line?.from[0] ?? 0)).toBe(rulerMm);
    const lowest = Math.max(...photos.map(({ yMm }) => yMm + 45));
    for (const { from, to } of ruler) expect(Math.min(from[1], to[1])).toBeGreaterThan(lowest);
  });
});

it('holds as many photos as fit', () => {
  expect(names.map((paper) => sheetFor(paper).photos.length)).toEqual([4, 4, 25]);
});
