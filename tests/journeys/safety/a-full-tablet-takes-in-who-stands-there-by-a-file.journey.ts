import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { leaveRoom } from '../../support/venue/leave-room';
import { fillApplication, makeChildApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const words = ja.inFile;
/** The entry fits, the envelope does not. */
const roomForAnEntry = 24 * 1024;

async function seal(page: Page): Promise<void> {
  await page.locator('label', { hasText: ja.wizard.check.consent }).click();
  await page.getByRole('button', { name: ja.wizard.check.seal }).click();
}

async function download(page: Page, folder: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: words.save }).click();
  const file = await saving;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

test('a tablet that is full at the seal saves a file, gives the number, and the receipts deliver it', async ({ venue }) => {
  const { product, page, tablet } = venue;
  await tablet.context.addInitScript(() => {
    // Without a save picker, as on an iPad: the browser's own window for files cannot be driven.
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
  await page.reload();
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  await fillApplication(venue, rin);
  await leaveRoom(page, 0);
  await seal(page);
  await expect(page.getByText(ja.wizard.check.problem.storageFull)).toBeVisible();

  await withTemporaryFolder('file-seal', async (folder) => {
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.getByText(words.problem.storageFull), 'not even the entry fits').toBeVisible();
    await leaveRoom(page, roomForAnEntry);
    const file = await download(page, folder);
    await expect(page.getByText(words.title.given)).toBeVisible();
    await page.getByRole('button', { name: words.isThere }).click();
    await expect(page.getByText(ja.wizard.sealed.done)).toBeVisible();
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await leaveRoom(page, undefined);
    await returnHome(page);
    await expect(homeFigure(page, 'sealed')).toHaveText('1');
    await expect(homeFigure(page, 'delivered')).toHaveText('0');

    const next = await makeChildApplication(venue, tsuki);
    await returnHome(page);
    const receipts = join(folder, 'receipts.txt');
    const imported = await product.command('import', '--receipts', receipts, file);
    expect(imported.stdout, imported.stderr).toContain('1 stored, 0 here already, 0 held, 0 skipped, 0 missing');
    await page.getByRole('button', { name: ja.limits.openRefused }).click();
    await expect(page.getByText(ja.refused.reason['kept-in-file'])).toBeVisible();
    await page.getByRole('button', { name: ja.refused.toTransfer }).click();
    await page.locator('input[type=file]').setInputFiles(receipts);
    await expect(page.getByText(ja.transfer.receipts.delivered.replace('{{count}}', '1'))).toBeVisible();
    await page.getByRole('button', { name: ja.common.action.back }).click();
    await expect(homeFigure(page, 'delivered')).toHaveText('2');
    const opened = await fetchAndOpen(product, folder);
    expect([...opened.keys()].sort()).toEqual([number, next].sort());
    expect(opened.get(number)?.photo?.byteLength).toBeGreaterThan(0);
  });
});
