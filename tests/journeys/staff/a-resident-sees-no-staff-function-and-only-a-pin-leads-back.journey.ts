import { ja } from '../../../src/i18n/ja/ja';
import { getDemoAttendant } from '../../support/kiosk/demo-office';
import { enterBirthDate, goOn } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { enterPin, nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { portrait } from '../../support/tablet';
import { expect, test } from '../../support/venue/journey';

const staffFunctions = [
  ja.session.home.next,
  ja.session.home.lock,
  ja.session.home.counts,
  ja.session.home.changeOpening,
  ja.common.status.label,
];

test('a resident handed the tablet sees no staff function, and only a PIN leads back', async ({ venue }) => {
  const { product } = venue;
  await venue.tablet.switchOff();
  await venue.switchOn(portrait);
  const { page } = venue;
  const expectNoStaffFunction = async (): Promise<void> => {
    for (const name of staffFunctions) await expect(page.getByRole('button', { name })).toHaveCount(0);
  };
  await signInAtCounter(page, product.dataFolder);
  await page.getByRole('button', { name: ja.session.home.selfService }).click();
  await expect(page.getByRole('heading', { name: ja.selfService.welcome.title })).toBeVisible();
  await expectNoStaffFunction();

  venue.camera.show(rin.form);
  await page.getByRole('button', { name: ja.selfService.welcome.start }).click();
  await expect(page.getByText(ja.wizard.form.read)).toBeVisible();
  await expectNoStaffFunction();
  await page.getByRole('button', { name: ja.selfService.call }).click();
  await page.getByRole('button', { name: ja.selfService.called.close }).click();
  await goOn(page);
  await enterBirthDate(page, rin);
  await expectNoStaffFunction();
  await page.getByRole('button', { name: ja.common.action.cancel }).click();
  await page.getByRole('button', { name: ja.session.leave.leave }).click();

  await page.getByRole('button', { name: ja.selfService.welcome.staff }).click();
  const { pin } = getDemoAttendant(product.dataFolder, 'attendant');
  await enterPin(page, `${pin}0`);
  await expect(page.getByRole('alert')).toContainText(ja.session.signIn.wrongPin);
  await expectNoStaffFunction();
  await page.reload();
  await expect(nextPerson(page), 'opening the app anew is no way round').toHaveCount(0);

  await signInAtCounter(page, product.dataFolder);
  await page.getByRole('button', { name: ja.session.home.selfService }).click();
  await page.getByRole('button', { name: ja.selfService.welcome.staff }).click();
  await enterPin(page, pin);
  await expect(nextPerson(page)).toBeVisible();
});
