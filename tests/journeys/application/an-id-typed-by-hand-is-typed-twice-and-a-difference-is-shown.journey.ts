import { groupApplicationId } from '../../../src/domain/form/application-id';
import { ja } from '../../../src/i18n/ja/ja';
import { enterBirthDate, fillContact, goOn } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { typeDigits } from '../../support/kiosk/type-digits';
import { expect, test } from '../../support/venue/journey';

test('an ID typed by hand is typed twice, a difference is shown, and going back loses nothing', async ({ venue }) => {
  const { page, product } = venue;
  await signInAtCounter(page, product.dataFolder);
  await nextPerson(page).click();
  await page.getByRole('button', { name: ja.wizard.form.typeInstead }).click();
  const pad = ja.wizard.form.applicationId;
  await typeDigits(page, pad, rin.applicationId);
  await expect(page.getByRole('heading', { name: ja.wizard.form.typeSecond })).toBeVisible();

  await typeDigits(page, pad, `${rin.applicationId.slice(0, -1)}7`);
  await expect(page.getByRole('alert')).toContainText(ja.wizard.form.mismatch);
  await page.getByRole('button', { name: ja.common.action.erase, exact: true }).click();
  await typeDigits(page, pad, rin.applicationId.slice(-1));
  await enterBirthDate(page, rin);
  await fillContact(page, rin);
  await goOn(page);

  const back = page.getByRole('button', { name: ja.common.action.back });
  await back.click();
  await expect(page.getByLabel(ja.wizard.choices.name)).toHaveValue(rin.name);
  await expect(page.getByLabel(ja.wizard.choices.mail)).toHaveValue(rin.mail);
  await back.click();
  await expect(page.getByText(ja.wizard.person.bothCertificates), 'the whole birth date is still there').toBeVisible();
  await back.click();
  await expect(page.getByText(groupApplicationId(rin.applicationId).join(' '))).toBeVisible();
  await expect(page.getByText(ja.wizard.form.typed)).toBeVisible();
});
