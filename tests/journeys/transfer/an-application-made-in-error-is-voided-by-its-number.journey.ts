import { join } from 'node:path';
import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { makeApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('an application made in error is voided by its number, and the office does not open it', async ({ venue }) => {
  const { product, page } = venue;
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  const kept = await makeApplication(venue, rin);
  await returnHome(page);
  const voided = await makeApplication(venue, tsuki);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('2');

  await page.getByRole('button', { name: ja.session.home.counts }).click();
  await page.getByRole('button', { name: ja.counts.void }).click();
  await page.getByLabel(ja.voiding.number).fill(voided);
  await page.getByRole('button', { name: ja.voiding.search }).click();
  await page.locator('label', { hasText: ja.voiding.reasons.wrongContent }).click();
  await page.getByRole('button', { name: ja.voiding.confirm }).click();
  await expect(page.getByText(ja.voiding.done.replace('{{number}}', voided))).toBeVisible();
  await page.getByRole('button', { name: ja.common.action.close }).click();
  const total = page.getByRole('table', { name: ja.counts.by.channel }).locator('tbody tr').last();
  await expect(total, 'sealed, waiting, refused, removed, delivered, and beside them voided').toHaveText(
    new RegExp(`${ja.counts.total}2.*0.*0.*0.*2.*1`),
  );

  await withTemporaryFolder('office', async (folder) => {
    const [envelopes, opened] = [join(folder, 'envelopes'), join(folder, 'opened')];
    await expect
      .poll(async () => (await product.command('fetch', '--out', envelopes)).stdout, { message: 'the void arrives by itself' })
      .toContain(voided);
    const identity = join(product.dataFolder, 'office/identity.age.txt');
    const run = await product.command('open', '--identity', identity, '--in', envelopes, '--out', opened);
    expect(run.stdout).toContain('1 opened, 0 opened before, 1 voided, 0 skipped');
    expect(run.stdout).toContain(kept);
  });
});
