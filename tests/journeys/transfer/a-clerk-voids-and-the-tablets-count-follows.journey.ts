import { ja } from '../../../src/i18n/ja/ja';
import { makeApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('what a clerk voids is told to the tablet, and its count of the day follows', async ({ venue }) => {
  const { product, page } = venue;
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  const number = await makeApplication(venue, rin);
  await returnHome(page);
  await makeApplication(venue, tsuki);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('2');
  expect((await product.command('void', number, '--reason', 'withdrawn')).stdout).toContain(number);

  // The next session of the tablet begins with asking what became of what it delivered.
  await page.reload();
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  await page.getByRole('button', { name: ja.session.home.counts }).click();
  const total = page.getByRole('table', { name: ja.counts.by.channel }).locator('tbody tr').last();
  await expect(total, 'sealed, waiting, refused, removed, delivered, and beside them voided').toHaveText(
    new RegExp(`${ja.counts.total}2.*0.*0.*0.*2.*1`),
  );

  await page.getByRole('button', { name: ja.counts.void }).click();
  await page.getByLabel(ja.voiding.number).fill(number);
  await page.getByRole('button', { name: ja.voiding.search }).click();
  await expect(page.getByText(ja.voiding.voidedBefore)).toBeVisible();
});
