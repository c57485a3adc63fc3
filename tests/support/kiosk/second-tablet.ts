import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { Tablet } from '../tablet';
import type { Venue } from '../venue/venue';
import { readFingerprint } from './enrol';

const enrolmentCode = /^ {4}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/m;

/** Another tablet at the same venue: its own profile, the same camera, enrolled and confirmed by the office's commands. */
export async function withSecondTablet(venue: Venue, use: (page: Page) => Promise<void>): Promise<void> {
  const { product, camera } = venue;
  const tablet = await Tablet.switchOn({ profileFolder: join(product.dataFolder, '..', 'second-profile'), camera });
  try {
    const { page } = tablet;
    await page.goto(product.url);
    const { stdout } = await product.command('enrol');
    await page.getByRole('button', { name: ja.enrolment.typeInstead }).click();
    await page.getByLabel(ja.enrolment.code, { exact: true }).fill(enrolmentCode.exec(stdout)?.[1] ?? '');
    await page.getByRole('button', { name: ja.enrolment.submit }).click();
    const code = /station (\S\d{2})/u.exec(stdout)?.[1] ?? '';
    const run = await product.command('stations', 'confirm', code, '--fingerprint', await readFingerprint(page));
    expect(run.exitCode, run.stderr).toBe(0);
    await expect(page.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible();
    await use(page);
    expect(tablet.faults.found, 'the second tablet reported no policy violation and no error').toEqual([]);
  } finally {
    await tablet.switchOff();
  }
}
