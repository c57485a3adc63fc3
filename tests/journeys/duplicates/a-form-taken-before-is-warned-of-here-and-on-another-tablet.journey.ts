import type { Locator, Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { todaysOpenings } from '../../support/kiosk/demo-office';
import {
  acceptPhoto,
  enterBirthDate,
  fillApplication,
  goOn,
  sealApplication,
  takePhoto,
} from '../../support/kiosk/make-application';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki, type VisitingResident } from '../../support/kiosk/residents';
import { withSecondTablet } from '../../support/kiosk/second-tablet';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const warning = (page: Page): Locator => page.getByRole('alertdialog', { name: ja.duplicate.title });

/** The form is scanned again, is warned of, and the reason is given. */
async function giveReason(page: Page, earlierNumber: string, tablet: string, reason: string): Promise<void> {
  await expect(warning(page)).toContainText(earlierNumber);
  await expect(warning(page)).toContainText(tablet);
  await page.locator('label', { hasText: reason }).click();
  await page.getByRole('button', { name: ja.duplicate.goOn }).click();
  await expect(warning(page)).toHaveCount(0);
}

async function finish(counter: Parameters<typeof takePhoto>[0], resident: VisitingResident): Promise<string> {
  const { page, camera } = counter;
  await enterBirthDate(page, resident);
  camera.show('portrait');
  await goOn(page);
  await takePhoto(counter);
  await acceptPhoto(page);
  return sealApplication(page);
}

test('a form that was taken before is warned of on the same tablet without a network', async ({ venue }) => {
  test.setTimeout(120_000);
  const { product, camera, page } = venue;
  await venue.tablet.context.setOffline(true);
  await signInAtCounter(page, product.dataFolder);
  await fillApplication(venue, rin);
  const first = await sealApplication(page);
  await returnHome(page);

  camera.show(rin.form);
  await nextPerson(page).click();
  await expect(warning(page)).toContainText(todaysOpenings(product.dataFolder)[0]?.venue ?? '');
  await expect(warning(page)).not.toContainText(rin.name);
  await page.getByRole('button', { name: ja.duplicate.leave }).click();
  await expect(nextPerson(page)).toBeVisible();

  await nextPerson(page).click();
  await giveReason(page, first, ja.duplicate.thisTablet, ja.duplicate.reason.photoAgain);
  const second = await finish(venue, rin);
  await returnHome(page);
  await venue.tablet.context.setOffline(false);
  await expect(homeFigure(page, 'delivered')).toHaveText('2');
  await withTemporaryFolder('office', async (folder) => {
    const opened = await fetchAndOpen(product, folder);
    expect(opened.get(first)?.application.duplicate).toBeUndefined();
    expect(opened.get(second)?.application.duplicate).toEqual({ reason: 'photoAgain', earlier: [first] });
  });
});

test('a form that another tablet delivered is warned of through the server, which cannot tell whose it is', async ({ venue }) => {
  test.setTimeout(180_000);
  const { product, camera, page } = venue;
  await signInAtCounter(page, product.dataFolder);
  await fillApplication(venue, rin);
  const first = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await withSecondTablet(venue, async (other) => {
    await signInAtCounter(other, product.dataFolder);
    camera.show(tsuki.form);
    await nextPerson(other).click();
    await expect(other.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
    await other.getByRole('button', { name: ja.common.action.cancel }).click();
    await other.getByRole('button', { name: ja.session.leave.leave }).click();

    camera.show(rin.form);
    await nextPerson(other).click();
    await giveReason(other, first, ja.duplicate.otherTablet, ja.duplicate.reason.askedByOffice);
    await finish({ page: other, camera }, rin);
    await returnHome(other);
    await expect(homeFigure(other, 'delivered')).toHaveText('1');
  });
  const tags = (await listEnvelopes(product)).map(({ duplicateTag }) => duplicateTag);
  expect(tags).toHaveLength(2);
  expect(tags[0]).toEqual(tags[1]);
  expect(JSON.stringify(tags)).not.toContain(rin.applicationId);
});
