import { ja } from '../../../src/i18n/ja/ja';
import { whenReadyForOffline } from '../../support/kiosk/enrol';
import { fillApplication } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { FrontSite } from '../../support/product/front-site';
import { expect, test } from '../../support/venue/journey';

test('models cut off on their way go on where they were, though the browser was killed between', async ({ newVenue: venue }) => {
  await venue.product.start();
  const site = new FrontSite(venue.product.url);
  const url = await site.open();
  try {
    const cut = site.cutModelsAfter(4);
    await (await venue.switchOn()).page.goto(url);
    await cut;
    const arrived = [...site.passedPieces];
    expect(arrived).toHaveLength(4);
    await venue.tablet.kill();

    site.mend();
    const { page } = await venue.switchOn();
    await page.goto(url);
    await whenReadyForOffline(page);
    expect(site.passedPieces.filter((piece) => arrived.includes(piece))).toEqual([]);
    const total = site.passedPieces.length;
    await page.reload();
    await page.evaluate(() => navigator.serviceWorker.ready);
    expect(site.passedPieces).toHaveLength(total);
  } finally {
    await site.close();
  }
});

test('a tablet started where there is no network finds faces, and its shutter releases by itself', async ({ venue }) => {
  await venue.tablet.switchOff();
  await venue.product.stop();
  const { page } = await venue.switchOn();
  await signInAtCounter(page, venue.product.dataFolder);
  await expect(page.getByText(ja.models.problem.unreachable)).toBeHidden();
  await fillApplication(venue, rin);
});
