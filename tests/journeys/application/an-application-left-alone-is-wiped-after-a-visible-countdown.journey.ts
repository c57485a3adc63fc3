import { ja } from '../../../src/i18n/ja/ja';
import { readConfiguration } from '../../support/kiosk/demo-office';
import { enterBirthDate, fillContact, scanForm } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('an application left alone is wiped after a visible countdown, and one touch keeps it', async ({ venue }) => {
  const { page, product, camera } = venue;
  const { idleSeconds, idleWarningSeconds } = readConfiguration(product.dataFolder).kiosk;
  await page.clock.install();
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  await scanForm(venue, rin);
  await enterBirthDate(page, rin);
  await fillContact(page, rin);
  const warning = page.getByRole('alertdialog', { name: ja.session.idle.title });

  await page.clock.fastForward(idleSeconds * 1000 + 500);
  const seconds = await warning.getByRole('timer').textContent();
  expect(Number(/\d+/.exec(seconds ?? '')?.[0])).toBeGreaterThan(idleWarningSeconds - 5);
  await page.getByRole('button', { name: ja.session.idle.stay }).click();
  await expect(warning).toBeHidden();
  await expect(page.getByLabel(ja.wizard.choices.name)).toHaveValue(rin.name);

  await page.clock.fastForward(idleSeconds * 1000 + 500);
  await expect(warning).toBeVisible();
  await page.clock.fastForward(idleWarningSeconds * 1000);
  await expect(page.getByRole('heading', { name: ja.session.home.title })).toBeVisible();
  camera.show('desk');
  await nextPerson(page).click();
  await expect(page.getByRole('heading', { name: ja.wizard.form.title }), 'the next one begins from nothing').toBeVisible();
  await expect(page.getByText(ja.wizard.form.read)).toHaveCount(0);
});
