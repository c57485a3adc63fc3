import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropForGuide, guideFor } from '../../../src/domain/photo/guide-crop';
import { photoLimits, targetPhotoPx } from '../../../src/domain/photo/photo-limits';

const frames = fc.record({ width: fc.integer({ min: 1, max: 8000 }), height: fc.integer({ min: 1, max: 8000 }) });

describe('the guide', () => {
  it('lies inside the frame, centred, in 35:45 within one pixel', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { x, y, width, height } = guideFor(frame);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(frame.width);
        expect(y + height).toBeLessThanOrEqual(frame.height);
        expect(Math.abs(frame.width - width - 2 * x)).toBeLessThanOrEqual(1);
        expect(Math.abs(frame.height - height - 2 * y)).toBeLessThanOrEqual(1);
        expect(Math.abs(width - (height * 35) / 45)).toBeLessThanOrEqual(1);
        expect([x, y, width, height].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('fills the frame but for a margin at its tighter edge', () => {
    fc.assert(
      fc.property(
        frames.filter(({ width, height }) => Math.min(width, height) >= 100),
        (frame) => {
          const { width, height } = guideFor(frame);
          expect(Math.max(width / frame.width, height / frame.height)).toBeGreaterThan(0.9);
          expect(Math.max(width / frame.width, height / frame.height)).toBeLessThan(0.95);
        },
      ),
    );
  });
});

describe('the shutter', () => {
  it('takes at least what the official site accepts, never scales up, or says that the camera is too small', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const guide = guideFor(frame);
        const reading = cropForGuide(frame);
        expect(reading.kind).toBe(guide.width >= photoLimits.minEdgePx ? 'crop' : 'cameraTooSmall');
        if (reading.kind === 'cameraTooSmall') return;
        const { source, output } = reading.crop;
        expect(source).toEqual(guide);
        expect(output.width).toBeLessThanOrEqual(source.width);
        expect(output.height).toBeLessThanOrEqual(source.height);
        expect(output.width).toBeLessThanOrEqual(targetPhotoPx.width);
        expect(output.height).toBeLessThanOrEqual(targetPhotoPx.height + 1);
        expect(Math.min(output.width, output.height)).toBeGreaterThanOrEqual(480);
        expect(Math.abs(output.width - (output.height * 35) / 45)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [
      { width: 1920, height: 2560 },
      { width: 1050, height: 1350 },
    ],
    [
      { width: 3840, height: 2160 },
      { width: 1050, height: 1350 },
    ],
    [
      { width: 1920, height: 1080 },
      { width: 772, height: 993 },
    ],
    [
      { width: 1280, height: 720 },
      { width: 515, height: 662 },
    ],
  ])('makes of a frame of %o a file of %o', (frame, output) => {
    expect(cropForGuide(frame)).toMatchObject({ kind: 'crop', crop: { output } });
  });

  it('says how small a small camera is', () => {
    expect(cropForGuide({ width: 640, height: 480 })).toEqual({ kind: 'cameraTooSmall', widthPx: 343 });
  });
});
