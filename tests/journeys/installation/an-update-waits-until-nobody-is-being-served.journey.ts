import { ja } from '../../../src/i18n/ja/ja';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../../support/kiosk/enrol';
import { makeApplication } from '../../support/kiosk/make-application';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { FrontSite } from '../../support/product/front-site';
import { expect, test } from '../../support/venue/journey';

test('a new version waits while somebody is being served, is offered on the home screen, and loses nothing', async ({
  newVenue: venue,
}) => {
  const { product, camera } = venue;
  await product.start();
  const site = new FrontSite(product.url);
  const url = await site.open();
  try {
    const { page } = await venue.switchOn();
    await enrolByTyping(page, product, url);
    await confirmByCommand(page, product);
    await whenReadyForOffline(page);
    await signInAtCounter(page, product.dataFolder);
    const number = await makeApplication({ page, camera }, rin);
    await nextPerson(page).click();
    await expect(page.getByRole('heading', { name: ja.wizard.form.title })).toBeVisible();

    site.release();
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const next = registration.installing ?? registration.waiting;
      if (!next) return 'no new version was found';
      while (next.state === 'installing')
        await new Promise((resolve) => next.addEventListener('statechange', resolve, { once: true }));
      return next.state;
    });
    expect(state).toBe('installed');
    await expect(page.getByRole('button', { name: ja.session.home.updateNow })).toBeHidden();
    await page.getByRole('button', { name: ja.common.action.cancel }).click();

    await page.getByRole('button', { name: ja.session.home.updateNow }).click();
    await expect(page.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    await signInAtCounter(page, product.dataFolder);
    await expect(page.getByText(number)).toBeVisible();
  } finally {
    await site.close();
  }
});
