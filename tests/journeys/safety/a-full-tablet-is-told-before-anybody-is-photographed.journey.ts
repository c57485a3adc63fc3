import { ja } from '../../../src/i18n/ja/ja';
import { leaveRoom } from '../../support/venue/leave-room';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a tablet without room says so, with what to do, before anybody is photographed; with room again it goes on', async ({
  venue,
}) => {
  const { product, page } = venue;
  await signInAtCounter(page, product.dataFolder);
  await makeChildApplication(venue, rin);
  await leaveRoom(page, 20 * 1024 * 1024);
  await returnHome(page);
  await expect(page.getByText(ja.limits.stopped)).toBeVisible();
  await expect(nextPerson(page)).toBeDisabled();
  await expect(page.getByRole('button', { name: ja.session.home.selfService })).toBeDisabled();

  await leaveRoom(page, undefined);
  await page.getByRole('button', { name: ja.session.home.counts }).click();
  await page.getByRole('button', { name: ja.common.action.back }).click();
  await expect(nextPerson(page)).toBeEnabled();
  await expect(homeFigure(page, 'sealed')).toHaveText('1');
});
