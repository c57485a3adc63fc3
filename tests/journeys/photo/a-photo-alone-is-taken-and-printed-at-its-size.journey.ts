import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { ja } from '../../../src/i18n/ja/ja';
import { takePhoto } from '../../support/kiosk/make-application';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a photo alone is taken, printed at its true size, saved as a PDF, and then forgotten', async ({ venue }) => {
  const { camera, product, tablet } = venue;
  await tablet.context.addInitScript(() => {
    // As on an iPad: the browser's own windows for files and for printing cannot be driven.
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await venue.page.reload();
  const { page } = venue;
  await signInAtCounter(page, product.dataFolder);
  camera.show('portrait');
  await page.getByRole('button', { name: ja.session.home.photoOnly }).click();
  await takePhoto(venue);
  const photo = await getShownPhoto(page);
  await page.getByRole('button', { name: ja.photo.review.accept }).click();
  await expect(page.getByRole('heading', { name: ja.photoOnly.title })).toBeVisible();

  await page.getByRole('button', { name: ja.photoOnly.print }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('img', { name: /35×45/ });
  const box = await sheet.boundingBox();
  const pixelsPerMm = 96 / 25.4;
  expect((box?.width ?? 0) / pixelsPerMm).toBeCloseTo(89, 1);
  expect((box?.height ?? 0) / pixelsPerMm).toBeCloseTo(127, 1);
  await page.emulateMedia({ media: null });

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: ja.photoOnly.savePdf }).click();
  const pdf = readFileSync(await (await saving).path());
  expect(pdf.includes(photo), 'the PDF holds the very bytes that were shown').toBe(true);
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);

  await page.getByRole('button', { name: ja.photoOnly.finish }).click();
  await expect(page.getByRole('button', { name: ja.session.home.next })).toBeVisible();
  await expect(page.getByRole('img', { name: /35×45/ })).toHaveCount(0);
});
