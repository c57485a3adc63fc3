import { expect, test } from 'vitest';
import { scanRegion, scanRegionShare } from '../../src/capture/scan-codes-region';

test.each([
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 641, height: 479 },
])('codes are looked for in the centred square, whichever way the tablet is held ($width × $height)', (frame) => {
  const { x, y, width, height } = scanRegion(frame);
  expect(width).toBe(height);
  expect(width).toBe(Math.floor(Math.min(frame.width, frame.height) * scanRegionShare));
  expect(Math.abs(frame.width - width - 2 * x)).toBeLessThanOrEqual(1);
  expect(Math.abs(frame.height - height - 2 * y)).toBeLessThanOrEqual(1);
});

test('a video that has no picture yet has an empty region', () => {
  expect(scanRegion({ width: 0, height: 0 })).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});
