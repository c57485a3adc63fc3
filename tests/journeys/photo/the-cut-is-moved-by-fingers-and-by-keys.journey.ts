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
  expect(keyed.equals(automatic)).toBe(false);
  const spreadOut = await recut(page, () => spread(page));
  expect(spreadOut.equals(keyed)).toBe(false);
  const reset = await recut(page, async () => {
    await page.getByRole('button', { name: words.reset }).click();
  });
  expect(reset.equals(automatic), 'the very photo that was cut by itself').toBe(true);
  await page.getByRole('button', { name: ja.photo.review.accept }).click();
  await expect(page.getByRole('heading', { name: ja.photoOnly.title })).toBeVisible();
});
