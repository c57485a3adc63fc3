import { ja } from '../../../src/i18n/ja/ja';
import { problemBody, problemMediaType } from '../../../src/protocol/problem';
import { makeApplication } from '../../support/kiosk/make-application';
import { returnHome } from '../../support/kiosk/read-figures';
import { tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

const voids = '**/api/v1/envelopes/*/void';

test('a void that the server refuses stays in sight with its reason, and is sent again by hand', async ({ venue }) => {
  const { product, page, tablet } = venue;
  await tablet.context.route(voids, (route) =>
    route.fulfill({ status: 409, contentType: problemMediaType, body: JSON.stringify(problemBody('void-not-allowed')) }),
  );
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  const number = await makeApplication(venue, tsuki);
  await returnHome(page);

  await page.getByRole('button', { name: ja.session.home.counts }).click();
  await page.getByRole('button', { name: ja.counts.void }).click();
  await page.getByLabel(ja.voiding.number).fill(number);
  await page.getByRole('button', { name: ja.voiding.search }).click();
  await page.locator('label', { hasText: ja.voiding.reasons.wrongContent }).click();
  await page.getByRole('button', { name: ja.voiding.confirm }).click();
  await page.getByRole('button', { name: ja.common.action.close }).click();
  const total = page.getByRole('table', { name: ja.counts.by.channel }).locator('tbody tr').last().locator('td');
  await expect(total, 'it is delivered, and not voided').toHaveText(['1', '0', '0', '0', '1', '0']);

  await page.getByRole('button', { name: ja.common.action.back }).click();
  await page.getByRole('button', { name: ja.limits.openRefused }).click();
  await expect(page.getByText(ja.refused.voidReason['void-not-allowed'])).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();

  await tablet.context.unroute(voids);
  await page.getByRole('button', { name: ja.refused.sendAgain }).click();
  await expect(page.getByText(ja.refused.empty)).toBeVisible();
});
