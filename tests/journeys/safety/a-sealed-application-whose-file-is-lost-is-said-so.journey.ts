import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ja } from '../../../src/i18n/ja/ja';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

/** The files in which the browser keeps sealed bytes, in the order in which they were written. */
function sealedFiles(profileFolder: string): string[] {
  const all = readdirSync(profileFolder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && entry.parentPath.includes('.indexeddb.blob'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

test('a sealed application whose file the tablet has lost is refused in sight, and holds up nobody', async ({ venue }) => {
  const { product } = venue;
  await signInAtCounter(venue.page, product.dataFolder);
  await product.kill();
  const numbers: string[] = [];
  for (const resident of [rin, tsuki]) {
    numbers.push(await makeChildApplication(venue, resident));
    await returnHome(venue.page);
  }
  await venue.tablet.switchOff();
  const [first, ...others] = sealedFiles(venue.profileFolder);
  expect(others).toHaveLength(1);
  rmSync(first ?? '');

  await product.start();
  await venue.switchOn();
  await signInAtCounter(venue.page, product.dataFolder);
  await expect(homeFigure(venue.page, 'delivered')).toHaveText('1');
  expect((await listEnvelopes(product)).map(({ receptionNumber }) => receptionNumber)).toEqual([numbers[1]]);
  await venue.page.getByRole('button', { name: ja.limits.openRefused }).click();
  await expect(venue.page.getByText(ja.refused.reason['bytes-unreadable'])).toBeVisible();
  await expect(venue.page.getByText(numbers[0] ?? '')).toBeVisible();
});
