import { addDays, dayInJapan } from '../../../src/domain/calendar/day';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { acceptPhoto, goOn, scanForm, sealApplication, takePhoto } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { typeDigits } from '../../support/kiosk/type-digits';
import { expect, test } from '../../support/venue/journey';

test('a foreign resident is told of a stay that ends soon, and may apply all the same', async ({ venue }) => {
  const { page, product, camera } = venue;
  const stayEndsOn = addDays(dayInJapan(Date.now()), 40);
  await signInAtCounter(page, product.dataFolder, { openingIndex: 1 });
  await scanForm(venue, rin);
  await typeDigits(page, ja.wizard.person.entry, rin.eraDigits);
  await page.getByRole('button', { name: ja.circumstance.choose }).click();
  await page.locator('label', { hasText: ja.circumstance.name.foreignResident }).click();
  await page.locator('label', { hasText: ja.circumstance.name.nameNotes }).click();
  await page.getByRole('dialog').getByText(ja.common.action.ok, { exact: true }).click();
  await goOn(page);
  await goOn(page);

  await page.locator('label', { hasText: ja.details.stay.statuses.midToLongTerm }).click();
  await page.locator('label', { hasText: ja.details.stay.terms.limited }).click();
  await typeDigits(page, ja.details.stay.end, stayEndsOn.replaceAll('-', ''));
  await expect(page.getByRole('alert')).toContainText('在留期間が');
  await page.getByLabel(ja.details.nameNotes.alias).fill('架空 鼯子');
  camera.show('portrait');
  await goOn(page);
  await takePhoto(venue);
  await acceptPhoto(page);
  await expect(page.getByRole('alert'), 'said again before the seal').toContainText('在留期間が');
  await expect(page.getByText(ja.details.stay.statuses.midToLongTerm)).toBeVisible();
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await withTemporaryFolder('office', async (folder) => {
    expect((await fetchAndOpen(product, folder)).get(number)?.application).toMatchObject({
      foreignResident: { status: 'midToLongTerm', term: 'limited', stayEndsOn },
      applicant: { alias: '架空 鼯子' },
    });
  });
});
