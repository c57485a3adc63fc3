import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { makeApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

async function openTransfer(page: Page): Promise<void> {
  await page.getByRole('button', { name: ja.common.status.label }).click();
  await page.getByRole('button', { name: ja.delivery.byFile }).click();
  await expect(page.getByRole('heading', { name: ja.transfer.title })).toBeVisible();
}

/** Saves the only part as a download, as a device without a save picker does. */
async function savePart(page: Page, folder: string): Promise<string> {
  await page.getByRole('button', { name: ja.transfer.prepare }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: ja.transfer.download }).click();
  const download = await saving;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await expect(page.getByText(ja.transfer.state.started)).toBeVisible();
  return file;
}

test('a day without a network leaves as a file, arrives, and its receipts deliver it on the tablet', async ({ venue }) => {
  const { product, tablet } = venue;
  await tablet.context.addInitScript(() => {
    // Without a save picker, as on an iPad: the browser's own window for files cannot be driven.
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
  await tablet.context.setOffline(true);
  await venue.page.reload();
  const { page } = venue;
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  const numbers: string[] = [];
  for (const resident of [rin, tsuki]) {
    numbers.push(await makeApplication(venue, resident));
    await returnHome(page);
  }
  await expect(homeFigure(page, 'waiting')).toHaveText('2');

  await withTemporaryFolder('transfer', async (folder) => {
    await openTransfer(page);
    const file = await savePart(page, folder);
    expect(basename(file)).toMatch(/_1-1\.zip$/);
    await expect(page.getByText(ja.common.status.waiting.replace('{{count}}', '2')), 'saving delivers nothing').toBeVisible();

    const receipts = join(folder, 'receipts.txt');
    const imported = await product.command('import', '--receipts', receipts, file);
    expect(imported.exitCode, imported.stdout + imported.stderr).toBe(0);
    expect(imported.stdout).toContain('2 stored, 0 here already, 0 held, 0 skipped, 0 missing');
    await page.locator('input[type=file]').setInputFiles(receipts);
    await expect(page.getByText(ja.transfer.receipts.delivered.replace('{{count}}', '2'))).toBeVisible();
    await expect(page.getByText(ja.transfer.nothing)).toBeVisible();
    await page.getByRole('button', { name: ja.common.action.back }).click();
    await expect(homeFigure(page, 'delivered')).toHaveText('2');
    expect([...(await fetchAndOpen(product, folder)).keys()].sort()).toEqual([...numbers].sort());
  });
});
