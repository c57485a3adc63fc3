import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import {
  acceptPhoto,
  enterBirthDate,
  goOn,
  makeApplication,
  sealApplication,
  takePhoto,
} from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';
import type { Venue } from '../../support/venue/venue';

async function makeApplicationAlone(venue: Venue): Promise<void> {
  const { page, camera } = venue;
  await page.getByRole('button', { name: ja.session.home.selfService }).click();
  camera.show(tsuki.form);
  await page.getByRole('button', { name: ja.selfService.welcome.start }).click();
  await goOn(page);
  await enterBirthDate(page, tsuki);
  camera.show('portrait');
  await goOn(page);
  await takePhoto(venue);
  await acceptPhoto(page);
  await sealApplication(page);
}

/** The table that counts one way: a row a value, its figures as they are shown. */
async function readTable(page: Page, caption: string): Promise<string[][]> {
  const rows = page.getByRole('table', { name: caption }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

test('a supervisor sees the day and saves it as a file with no network, and the figures agree', async ({ venue }) => {
  const { product, tablet } = venue;
  await tablet.context.addInitScript(() => {
    // Without a save picker, as on an iPad: the browser's own window for files cannot be driven.
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
  await product.kill();
  await venue.page.reload();
  const { page } = venue;
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  await makeApplication(venue, rin);
  await returnHome(page);
  await makeApplicationAlone(venue);
  await page.reload();
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  await expect(homeFigure(page, 'sealed')).toHaveText('2');
  await expect(homeFigure(page, 'waiting')).toHaveText('2');

  await page.getByRole('button', { name: ja.session.home.counts }).click();
  const shown = await readTable(page, ja.counts.by.channel);
  expect(shown).toEqual([
    [ja.common.channel.assisted, '1', '1', '0', '0', '0'],
    [ja.common.channel.selfService, '1', '1', '0', '0', '0'],
    [ja.counts.total, '2', '2', '0', '0', '0'],
  ]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: ja.counts.save }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const csv = readFileSync(await download.path());
  expect([...csv.subarray(0, 3)], 'UTF-8 with byte order mark').toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv
    .toString('utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const byChannel = lines.filter((cells) => cells[2] === ja.counts.by.channel || cells[2] === ja.counts.total);
  expect(
    byChannel.map((cells) => cells.slice(3)),
    'the file says what the screen says',
  ).toEqual(shown);
});
