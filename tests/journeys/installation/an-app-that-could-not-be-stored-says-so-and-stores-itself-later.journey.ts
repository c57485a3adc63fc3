import { ja } from '../../../src/i18n/ja/ja';
import { confirmByCommand, enrolByTyping } from '../../support/kiosk/enrol';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { FrontSite } from '../../support/product/front-site';
import { expect, test } from '../../support/venue/journey';

test('a line that cuts off the app on its way is said on the home screen, and mended it brings the whole app by itself', async ({
  newVenue: venue,
}) => {
  const { product } = venue;
  await product.start();
  const site = new FrontSite(product.url);
  try {
    const url = await site.open();
    const cut = site.withhold('/icons/');
    const { page, context } = await venue.switchOn();
    await enrolByTyping(page, product, url);
    await confirmByCommand(page, product);
    await cut;
    await signInAtCounter(page, product.dataFolder);
    const notice = page.getByText(ja.update.shellMissing);
    await expect(notice).toBeVisible();

    await context.setOffline(true);
    site.mend();
    await context.setOffline(false);
    await expect(notice).toBeHidden();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await site.close();
    await page.reload();
    await expect(page.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible();
  } finally {
    await site.close();
  }
});
