import { ja } from '../../../src/i18n/ja/ja';
import { inventedPersonalNumber } from '../../support/camera/payloads';
import type { Secret } from '../../support/profile-search/secret';
import { searchProfile } from '../../support/profile-search/search-profile';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const groups = [0, 4, 8].map((from) => inventedPersonalNumber.slice(from, from + 4));
const secrets = [inventedPersonalNumber, groups.join(' '), groups.join('-')].map((spelling): Secret => ({
  kind: 'text',
  name: 'personal number',
  spelling,
  aloneFrom: 8,
}));

test('a 12-digit code is refused and nowhere kept; a foreign code is named; the form is read after them', async ({ venue }) => {
  const { page, product, camera } = venue;
  await signInAtCounter(page, product.dataFolder);
  camera.show('personalNumber');
  await nextPerson(page).click();
  await expect(page.getByRole('alert')).toContainText(ja.wizard.form.personalNumber);
  const holds = await page.evaluate((digits) => document.documentElement.outerHTML.includes(digits), inventedPersonalNumber);
  expect(holds, 'the page shows nothing of it').toBe(false);

  await venue.tablet.kill();
  expect(searchProfile(venue.profileFolder, secrets).finds).toEqual([]);
  expect(searchProfile(product.dataFolder, secrets).finds).toEqual([]);

  camera.show('foreignCode');
  await venue.switchOn();
  await signInAtCounter(venue.page, product.dataFolder);
  await nextPerson(venue.page).click();
  await expect(venue.page.getByRole('alert')).toContainText(ja.wizard.form.unknown);
  await venue.page.getByRole('button', { name: ja.wizard.form.typeInstead }).click();
  // While nothing is read: a form that is read at once would take the button away from under the finger.
  camera.show(rin.form);
  await venue.page.getByRole('button', { name: ja.wizard.form.scanInstead }).click();
  await expect(venue.page.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
});
