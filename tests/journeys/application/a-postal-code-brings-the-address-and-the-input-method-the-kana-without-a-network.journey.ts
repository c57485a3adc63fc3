import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { enterBirthDate, goOn, scanForm } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

/** Composes as an input method does, in the field that has the focus, and commits what it was converted to. */
async function compose(page: Page, texts: readonly string[], converted: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (const text of [...texts, converted]) {
    await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await browser.send('Input.insertText', { text: converted });
  await browser.detach();
}

test('a postal code brings the address and the input method the kana, without a network', async ({ venue }) => {
  const { page, product, tablet } = venue;
  await signInAtCounter(page, product.dataFolder);
  await scanForm(venue, rin);
  await enterBirthDate(page, { era: 'reiwa', eraDigits: '050101' });
  await goOn(page);
  await expect(page.getByRole('heading', { name: ja.representative.title })).toBeVisible();
  await tablet.context.setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  const [name, kana] = [page.getByLabel(ja.entry.name, { exact: true }), page.getByLabel(ja.entry.kana, { exact: true })];
  await name.focus();
  await compose(page, ['m', 'み', 'みh', 'みほ', 'みほn'], '見本');
  await page.keyboard.insertText('　');
  await compose(page, ['はな', 'はなこ'], '花子');
  await expect(name).toHaveValue('見本　花子');
  await expect(kana).toHaveValue('みほん はなこ');

  await page.locator('label', { hasText: ja.representative.sharesAddress }).click();
  const address = page.getByLabel(ja.entry.address, { exact: true });
  await page.getByLabel(ja.entry.postalCode, { exact: true }).fill('１００－０００１');
  await expect(address).toHaveValue('東京都千代田区千代田');
  await address.fill('東京都千代田区千代田1番1号');
  await page.getByLabel(ja.entry.postalCode, { exact: true }).fill('498-0000');
  await page.getByRole('button', { name: '愛知県弥富市' }).click();
  await expect(address).toHaveValue('愛知県弥富市');
  expect(asked.filter((path) => path.startsWith('/postal/')).length, 'the list is read once, and whole').toBe(1);
  expect(asked.join(' ')).not.toMatch(/1000001|4980000/);
});
