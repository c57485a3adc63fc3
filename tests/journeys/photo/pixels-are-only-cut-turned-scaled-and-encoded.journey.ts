import type { Page } from '@playwright/test';
import { expect, test } from '../../support/studio/studio-journey';
import { type KnownPhoto, type KnownPicture, takeKnownPicture } from '../../support/studio/take-known-picture';

async function expectSameColours(page: Page, wish: KnownPicture): Promise<KnownPhoto> {
  const outcome = await page.evaluate(takeKnownPicture, wish);
  expect(outcome.places.length).toBeGreaterThan(30);
  const worst = Math.max(
    ...outcome.places.flatMap(({ source, photo }) => photo.map((part, at) => Math.abs(part - (source[at] ?? 0)))),
  );
  // What JPEG's own rounding does to a flat block.
  expect(worst).toBeLessThan(4);
  return outcome;
}

test('a cut that is neither turned nor scaled shows every colour where it was, never mirrored', async ({ studio }) => {
  const { cut, widthPx } = await expectSameColours(studio, { width: 1000, height: 1300, pattern: 'blocks' });
  expect(widthPx).toBe(cut.widthPx);
});

test('a large picture is scaled down and keeps its colours', async ({ studio }) => {
  const { widthPx, heightPx } = await expectSameColours(studio, { width: 2400, height: 3200, pattern: 'blocks' });
  expect([widthPx, heightPx]).toEqual([1050, 1350]);
});

test('a camera’s frame shows the colours that a file shows', async ({ studio }) => {
  await expectSameColours(studio, { width: 1000, height: 1300, pattern: 'blocks', isFrame: true });
});

test('a turned cut shows every colour where geometry says', async ({ studio }) => {
  await expectSameColours(studio, { width: 1400, height: 1800, pattern: 'blocks', rollDegrees: 6 });
  await expectSameColours(studio, { width: 1400, height: 1800, pattern: 'blocks', rollDegrees: -3 });
});

test('the finest lines are neither smoothed nor sharpened', async ({ studio }) => {
  const lines: KnownPicture = { width: 1000, height: 1300, pattern: 'lines' };
  const { contrast } = await studio.evaluate(takeKnownPicture, lines);
  expect(contrast.photo / contrast.source).toBeGreaterThan(0.9);
  expect(contrast.photo / contrast.source).toBeLessThan(1.1);
});

test('a small picture is never scaled up', async ({ studio }) => {
  const small: KnownPicture = { width: 620, height: 800, pattern: 'blocks' };
  const { cut, widthPx, heightPx } = await studio.evaluate(takeKnownPicture, small);
  expect(widthPx).toBeLessThanOrEqual(cut.widthPx);
  expect(heightPx).toBeLessThanOrEqual((cut.widthPx * 45) / 35);
});
