import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { getDemoAttendant } from '../../support/kiosk/demo-office';
import { acceptPhoto, enterBirthDate, goOn, scanForm, sealApplication, takePhoto } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { enterPin } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a retired driver shows other documents at the licence centre, where nobody had prepared an opening', async ({ venue }) => {
  const { page, product, camera } = venue;
  const attendant = getDemoAttendant(product.dataFolder, 'attendant');
  await page.getByRole('button', { name: ja.session.signIn.adHoc }).click();
  await page.getByLabel(ja.adHoc.venue).fill('見本運転免許センター');
  await page.locator('label', { hasText: ja.touchpoint.licenceReturn }).click();
  await page.getByRole('button', { name: ja.adHoc.make }).click();
  await page.locator('label', { hasText: attendant.name }).click();
  await enterPin(page, attendant.pin);

  await scanForm(venue, rin);
  await enterBirthDate(page, { era: 'showa', eraDigits: '200904' });
  await expect(page.getByText(ja.choices.hint.licenceGone)).toBeVisible();
  await page.locator('label', { hasText: ja.common.method.verifyAtApplication }).click();
  await goOn(page);
  await expect(page.getByText(ja.choices.hint.licenceGone)).toBeVisible();
  await page.locator('label', { hasText: '運転経歴証明書' }).click();
  await expect(page.getByText('あと1点', { exact: false })).toBeVisible();
  await page.locator('label', { hasText: '資格確認書・健康保険証' }).click();
  await page.getByRole('button', { name: ja.identity.conditions.all }).click();
  await page.locator('label', { hasText: ja.identity.papers.pinRequest }).click();
  camera.show('portrait');
  await goOn(page);
  await takePhoto(venue);
  await acceptPhoto(page);
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await withTemporaryFolder('office', async (folder) => {
    expect((await fetchAndOpen(product, folder)).get(number)?.application).toMatchObject({
      touchpoint: 'licenceReturn',
      method: 'verifyAtApplication',
      identityCheck: { combination: 'oneAOneB', documents: [{ id: 'drivingRecord' }, { id: 'eligibilityCertificate' }] },
    });
  });
});
