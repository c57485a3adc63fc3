import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { acceptPhoto, enterBirthDate, goOn, scanForm, sealApplication, takePhoto } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a card made anew says why and what it costs, and is counted apart', async ({ venue }) => {
  const { page, product, camera } = venue;
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  await scanForm(venue, rin);
  await enterBirthDate(page, rin);
  await page.locator('label', { hasText: ja.common.kindHint.reissue }).click();
  await goOn(page);
  await expect(page.getByRole('alert')).toContainText(ja.wizard.choices.kindReasonNeeded);
  await page.locator('label', { hasText: ja.wizard.kindReason.lost }).click();
  await expect(page.getByText(/1,000円/)).toBeVisible();
  await expect(page.getByText(ja.choices.express.lost, { exact: false }), 'a quicker way at the counter').toBeVisible();
  camera.show('portrait');
  await goOn(page);
  await takePhoto(venue);
  await acceptPhoto(page);
  await expect(page.getByText(/1,000円/)).toBeVisible();
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await page.getByRole('button', { name: ja.session.home.counts }).click();
  await expect(page.getByRole('table', { name: ja.counts.by.kind })).toContainText(ja.common.kind.reissue);
  await withTemporaryFolder('office', async (folder) => {
    const application = (await fetchAndOpen(product, folder)).get(number)?.application;
    expect(application).toMatchObject({ kind: 'reissue', kindReason: 'lost' });
  });
});
