import { ja } from '../../../src/i18n/ja/ja';
import { problemBody, problemMediaType } from '../../../src/protocol/problem';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { typeDigits } from '../../support/kiosk/type-digits';
import { expect, test } from '../../support/venue/journey';

const words = ja.refused;
const uploads = '**/api/v1/envelopes/*';

test('what the server refuses stays in sight with its reason, is sent again by hand, or taken away by a supervisor', async ({
  venue,
}) => {
  const { product, page, tablet } = venue;
  await tablet.context.route(uploads, (route) =>
    route.fulfill({ status: 413, contentType: problemMediaType, body: JSON.stringify(problemBody('body-too-large')) }),
  );
  await signInAtCounter(page, product.dataFolder, { role: 'supervisor' });
  const numbers: string[] = [];
  for (const resident of [rin, tsuki]) {
    numbers.push(await makeChildApplication(venue, resident));
    await returnHome(page);
  }
  await expect(page.getByText(ja.limits.refused.replace('{{count}}', '2'))).toBeVisible();

  await page.getByRole('button', { name: ja.limits.openRefused }).click();
  await expect(page.getByText(words.reason['body-too-large'])).toHaveCount(2);

  const cardOf = (number: string) => page.getByRole('listitem').filter({ hasText: number });
  await cardOf(numbers[0] ?? '')
    .getByRole('button', { name: words.remove })
    .click();
  await page.locator('label', { hasText: words.removal.reason.practice }).click();

  await page.getByRole('button', { name: ja.common.action.next, exact: true }).click();
  await typeDigits(page, words.removal.number, (numbers[0] ?? '').split('-')[1] ?? '');

  await page.getByRole('button', { name: words.removal.remove }).click();
  await expect(page.getByText(words.removed.replace('{{number}}', numbers[0] ?? ''))).toBeVisible();

  await tablet.context.unroute(uploads);
  await cardOf(numbers[1] ?? '')
    .getByRole('button', { name: words.sendAgain })
    .click();
  await expect(page.getByText(words.empty)).toBeVisible();
  await page.getByRole('button', { name: ja.common.action.back }).click();
  await expect(homeFigure(page, 'delivered')).toHaveText('1');
  expect((await listEnvelopes(product)).map(({ receptionNumber }) => receptionNumber)).toEqual([numbers[1]]);
  await page.getByRole('button', { name: ja.session.home.counts }).click();
  const total = page.getByRole('table', { name: ja.counts.by.kind }).locator('tbody tr').last().locator('td');
  await expect(total).toHaveText(['2', '0', '0', '1', '1', '0']);
});
