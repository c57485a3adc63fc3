import type { Page } from '@playwright/test';

/** Types on the app's own number pad. */
export async function typeDigits(page: Page, padLabel: string, digits: string): Promise<void> {
  const pad = page.getByRole('group', { name: padLabel, exact: true });
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}
