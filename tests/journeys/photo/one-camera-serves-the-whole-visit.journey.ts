import { ja } from '../../../src/i18n/ja/ja';
import { prepareCameraTrouble, readStreams } from '../../support/kiosk/camera-trouble';
import { fillApplication, makeApplication } from '../../support/kiosk/make-application';
import { rin, tsuki } from '../../support/kiosk/residents';
import { enterPin, nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { returnHome } from '../../support/kiosk/read-figures';
import { getDemoAttendant } from '../../support/kiosk/demo-office';
import { expect, test } from '../../support/venue/journey';

test('one camera stream serves form and photo, person after person, and ends with the lock', async ({ venue }) => {
  const { tablet, product } = venue;
  await tablet.context.addInitScript(prepareCameraTrouble);
  const { page } = venue;
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  await makeApplication(venue, rin);
  expect(await page.evaluate(readStreams), 'nobody is shown, so nothing is filmed').toEqual(['off']);
  await returnHome(page);
  await fillApplication(venue, tsuki);
  expect(await page.evaluate(readStreams), 'still the first stream').toHaveLength(1);
  await page.getByRole('button', { name: ja.common.action.cancel }).click();
  await page.getByRole('button', { name: ja.session.leave.leave }).click();

  await page.getByRole('button', { name: ja.session.home.lock }).click();
  await expect(page.getByRole('heading', { name: ja.session.lock.title })).toBeVisible();
  await expect.poll(() => page.evaluate(readStreams)).toEqual(['ended']);
  await enterPin(page, getDemoAttendant(product.dataFolder, 'attendant').pin);
  await nextPerson(page).click();
  await expect.poll(() => page.evaluate(readStreams)).toEqual(['ended', 'on']);
});
