import { addDays, dayInJapan } from '../../../src/domain/calendar/day';
import { findEraDate } from '../../../src/domain/calendar/era';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { enterBirthDate, fillRepresentative, goOn, scanForm, sealApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a child under one year needs no photo and meets no camera', async ({ venue }) => {
  const { page, product } = venue;
  await signInAtCounter(page, product.dataFolder);
  await scanForm(venue, rin);
  const birthDate = addDays(dayInJapan(Date.now()), -200);
  const { eraYear = 0, month = 0, day = 0 } = findEraDate(birthDate) ?? {};
  const eraDigits = [eraYear, month, day].map((part) => String(part).padStart(2, '0')).join('');
  await page.locator('label', { hasText: ja.common.era.reiwa }).click();
  await enterBirthDate(page, { era: 'reiwa', eraDigits });
  await goOn(page);
  await fillRepresentative(page);

  await expect(page.getByRole('heading', { name: ja.wizard.check.title })).toBeVisible();
  await expect(page.getByText(ja.wizard.check.noPhoto)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: ja.common.steps.photo })).toHaveCount(0);
  await expect(page.locator('video')).toHaveCount(0);
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');
  await withTemporaryFolder('office', async (folder) => {
    const opened = (await fetchAndOpen(product, folder)).get(number);
    expect(opened?.application).toMatchObject({ birthDate, photo: null, certificates: { signature: 'notIssued' } });
    expect(opened?.photo).toBeUndefined();
  });
});
