import { expect, type Locator, type Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { nextPerson } from './sign-in';

/** One of the three figures of the home screen. */
export function homeFigure(page: Page, name: 'sealed' | 'delivered' | 'waiting'): Locator {
  return page
    .locator('dl > div')
    .filter({ has: page.getByText(ja.session.home[name], { exact: true }) })
    .locator('strong');
}

/** From the number just given back to the home screen: the camera may still see the last form. */
export async function returnHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: ja.wizard.sealed.finish }).click();
  await expect(nextPerson(page)).toBeVisible();
}
