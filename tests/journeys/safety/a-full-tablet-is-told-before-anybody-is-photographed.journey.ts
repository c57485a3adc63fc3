import { ja } from '../../../src/i18n/ja/ja';
import { makeApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a tablet without room says so, with what to do, before anybody is photographed; with room again it goes on', async ({
  venue,
}) => {
  const { product, page, tablet } = venue;
  const devTools = await tablet.context.newCDPSession(page);
  const origin = product.url;
  await signInAtCounter(page, product.dataFolder);
  await makeApplication(venue, rin);
  const { usage } = await devTools.send('Storage.getUsageAndQuota', { origin });
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 20 * 1024 * 1024 });
  await returnHome(page);
  await expect(page.getByText(ja.limits.stopped)).toBeVisible();
  await expect(nextPerson(page)).toBeDisabled();
  await expect(page.getByRole('button', { name: ja.session.home.selfService })).toBeDisabled();

  await devTools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: ja.session.home.counts }).click();
  await page.getByRole('button', { name: ja.common.action.back }).click();
  await expect(nextPerson(page)).toBeEnabled();
  await expect(homeFigure(page, 'sealed')).toHaveText('1');
});
