import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { takePhoto } from '../../support/kiosk/make-application';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const words = ja.photo.review.crop;

/** Opens the cut, changes it, applies it; gives the photo that is shown then. */
async function recut(page: Page, change: () => Promise<void>): Promise<Buffer> {
  await page.getByRole('button', { name: ja.photo.review.adjust }).click();
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await change();
  await page.getByRole('button', { name: words.apply }).click();
  await expect(page.getByRole('heading', { name: ja.photo.review.title })).toBeVisible();
  return getShownPhoto(page);
}

/** Two fingers on the picture that move apart. */
async function spread(page: Page): Promise<void> {
  const box = await page.getByRole('application', { name: words.picture }).boundingBox();
  if (!box) throw new Error('the picture is not shown');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(60) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(63) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** How far two photos are apart, as the mean over all channels, 0–255. */
function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (photos) => {
      const pixels = await Promise.all(
        photos.map(async (photo) => {
          const bytes = Uint8Array.from(atob(photo), (char) => char.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
          const context = new OffscreenCanvas(350, 450).getContext('2d');
          context?.drawImage(bitmap, 0, 0, 350, 450);
          return context?.getImageData(0, 0, 350, 450).data ?? new Uint8ClampedArray();
        }),
      );
      const [first = new Uint8ClampedArray(), second = new Uint8ClampedArray()] = pixels;
      return first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length;
    },
    [one, other].map((photo) => photo.toString('base64')),
  );
}

test('the cut is moved by fingers and by keys, and found again as it was cut by itself', async ({ venue }) => {
  const { page, product, camera } = venue;
  await signInAtCounter(page, product.dataFolder);
  camera.show('portrait');
  await page.getByRole('button', { name: ja.session.home.photoOnly }).click();
  await takePhoto(venue);
  const automatic = await getShownPhoto(page);

  const keyed = await recut(page, async () => {
    await page.getByRole('application', { name: words.picture }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
  });
  expect(await differenceOf(page, keyed, automatic), 'moved by keys').toBeGreaterThan(1);
  const spreadOut = await recut(page, () => spread(page));
  expect(await differenceOf(page, spreadOut, keyed), 'enlarged by fingers').toBeGreaterThan(1);
  const reset = await recut(page, async () => {
    await page.getByRole('button', { name: words.reset }).click();
  });
  const [back, before] = [await differenceOf(page, reset, automatic), await differenceOf(page, spreadOut, automatic)];
  // What was kept around the photo is cut in its own pixels, so the same cut may lie a part of a pixel beside itself.
  expect(back, 'as it was cut by itself').toBeLessThan(before / 5);
  await page.getByRole('button', { name: ja.photo.review.accept }).click();
  await expect(page.getByRole('heading', { name: ja.photoOnly.title })).toBeVisible();
});
