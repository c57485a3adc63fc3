import { photoChecks } from '../../../src/domain/photo/judgement/checks';
import { ja } from '../../../src/i18n/ja/ja';
import { whenCameraShows } from '../../support/camera/when-camera-shows';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { acceptPhoto, enterBirthDate, goOn, scanForm, sealApplication, takePhoto } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';
import type { Venue } from '../../support/venue/venue';

const words = ja.photo.review;

async function reachPhotoStep(venue: Venue, picture: 'portrait' | 'turnedPortrait'): Promise<void> {
  const { page, camera, product } = venue;
  await signInAtCounter(page, product.dataFolder);
  await scanForm(venue, rin);
  await enterBirthDate(page, rin);
  camera.show(picture);
  await goOn(page);
}

async function sealAndOpen(venue: Venue) {
  const number = await sealApplication(venue.page);
  await returnHome(venue.page);
  await expect(homeFigure(venue.page, 'delivered')).toHaveText('1');
  return withTemporaryFolder(
    'office',
    async (folder) => (await fetchAndOpen(venue.product, folder)).get(number)?.application.photo,
  );
}

test('the coach says what to do, and the shutter waits until it is done', async ({ venue }) => {
  const { page, camera } = venue;
  await reachPhotoStep(venue, 'turnedPortrait');
  const said = page.getByLabel(ja.photo.coach.label);
  await expect(said).toHaveText(ja.photo.coach.instruction.turnLeft);
  await expect(page.getByRole('heading', { name: words.title })).toBeHidden();
  camera.show('portrait');
  await takePhoto(venue);
  await expect(page.getByText(words.allPassed)).toBeVisible();
  await acceptPhoto(page);

  const photo = await sealAndOpen(venue);
  expect(photo?.report).toMatchObject({
    source: 'camera',
    sourcePx: { width: 1920, height: 1080 },
    sitting: 'seated',
    shutter: 'automatic',
    crop: 'automatic',
    takes: 1,
    overrides: [],
  });
  expect(photo?.report?.checks.map(({ check }) => check)).toEqual(photoChecks);
  expect(photo?.report?.checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  expect(Object.keys(photo?.report?.models ?? {})).toContain('faceMesh');
});

test('a photo that fails a check is used all the same, with a reason that the office reads', async ({ venue }) => {
  const { page } = venue;
  await reachPhotoStep(venue, 'turnedPortrait');
  await whenCameraShows(page, 'turnedPortrait');
  await page.getByRole('button', { name: ja.photo.shoot, exact: true }).click();
  await expect(page.getByText(words.check.yaw)).toBeVisible();
  await page.getByRole('button', { name: words.adjust }).click();
  await page.getByRole('button', { name: words.crop.larger }).click();
  await page.getByRole('button', { name: words.crop.apply }).click();
  await page.getByRole('button', { name: words.useAnyway }).click();
  const use = page.getByRole('button', { name: words.override.confirm });
  await expect(use).toBeDisabled();
  await page.getByRole('dialog').locator('label', { hasText: words.override.reason.bedriddenOrParalysis }).click();
  await use.click();
  await expect(page.getByRole('heading', { name: ja.wizard.check.title })).toBeVisible();

  const photo = await sealAndOpen(venue);
  expect(photo?.report).toMatchObject({
    shutter: 'manual',
    crop: 'adjusted',
    overrides: [{ reason: 'bedriddenOrParalysis' }],
  });
  expect(photo?.report?.overrides[0]?.checks).toContain('yaw');
  expect(photo?.report?.overrides[0]?.by).not.toBeNull();
});

test('takes stand side by side, the first can be chosen again, and its cut moved by keys', async ({ venue }) => {
  const { page, camera } = venue;
  await reachPhotoStep(venue, 'portrait');
  await takePhoto(venue);
  const first = await getShownPhoto(page);
  await expect(page.getByRole('button', { name: words.accept })).toBeEnabled();
  camera.show('turnedPortrait');
  await page.getByRole('button', { name: words.retake }).click();
  await expect(page.getByLabel(ja.photo.coach.label)).toHaveText(ja.photo.coach.instruction.turnLeft);
  await page.getByRole('button', { name: ja.photo.shoot, exact: true }).click();
  await expect(page.getByText(words.check.yaw)).toBeVisible();
  expect((await getShownPhoto(page)).equals(first)).toBe(false);

  await page.locator('label', { hasText: ja.photo.review.take.replace('{{number}}', '1') }).click();
  expect((await getShownPhoto(page)).equals(first)).toBe(true);
  await page.getByRole('button', { name: words.adjust }).click();
  await page.getByLabel(words.crop.picture).press('ArrowRight');
  await page.getByRole('button', { name: words.crop.apply }).click();
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  expect((await getShownPhoto(page)).equals(first)).toBe(false);
  await acceptPhoto(page);
  expect((await sealAndOpen(venue))?.report).toMatchObject({ crop: 'adjusted', takes: 1 });
});

test('a reason in the way somebody sits is chosen before, and the coach asks no more for it', async ({ venue }) => {
  const { page } = venue;
  await reachPhotoStep(venue, 'turnedPortrait');
  await expect(page.getByLabel(ja.photo.coach.label)).toHaveText(ja.photo.coach.instruction.turnLeft);
  await page.getByRole('button', { name: ja.photo.coach.sitting.label }).click();
  await page.getByRole('dialog').locator('label', { hasText: ja.photo.coach.sitting.name.lying }).click();
  await page.getByRole('button', { name: ja.common.action.ok, exact: true }).click();
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await acceptPhoto(page);
  const report = (await sealAndOpen(venue))?.report;
  expect(report).toMatchObject({ sitting: 'lying', overrides: [] });
  expect(report?.checks.find(({ check }) => check === 'yaw')?.verdict).toBe('waived');
});
