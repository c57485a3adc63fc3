import { expect, type Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import type { Product } from '../product';

/** Types the enrolment code that the product printed; `url` where the tablet reaches it by another address. */
export async function enrolByTyping(page: Page, product: Product, url = product.url): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: ja.enrolment.typeInstead }).click();
  await page.getByLabel(ja.enrolment.code, { exact: true }).fill(product.enrolmentCode);
  await page.getByRole('button', { name: ja.enrolment.submit }).click();
}

/** The six digits on the tablet's screen. */
export async function readFingerprint(page: Page): Promise<string> {
  const shown = await page.getByLabel(ja.enrolment.pending.fingerprint).textContent();
  return (shown ?? '').replace(/\s/g, '');
}

/** The administrator confirms the one tablet that waits; then the tablet is ready by itself. */
export async function confirmByCommand(page: Page, product: Product): Promise<void> {
  const code = /station (\S\d{2})/u.exec(product.output)?.[1] ?? '';
  const run = await product.command('stations', 'confirm', code, '--fingerprint', await readFingerprint(page));
  expect(run.exitCode, run.stderr).toBe(0);
  // Also outside of the journeys, whose patience is in their settings.
  await expect(page.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible({ timeout: 60_000 });
}

/** Waits until the app shell and the photo's models are stored, so that the tablet can be carried away. */
export async function whenReadyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(hasAllModels), { timeout: 120_000 }).toBe(true);
}

/** Runs in the page: whether the last of the models is whole. */
async function hasAllModels(): Promise<boolean> {
  const cache = await caches.open('madoguchi-models');
  const paths = (await cache.keys()).map(({ url }) => url);
  return paths.some((path) => path.includes('/headParts-')) && paths.every((path) => !path.includes('?from='));
}
