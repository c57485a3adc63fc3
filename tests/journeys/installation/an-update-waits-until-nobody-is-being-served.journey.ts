import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../../support/kiosk/enrol';
import { finishChildApplication, makeApplication, scanForm } from '../../support/kiosk/make-application';
import { returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { FrontSite } from '../../support/product/front-site';
import type { Tablet } from '../../support/tablet';
import { expect, test } from '../../support/venue/journey';
import type { Venue } from '../../support/venue/venue';

/** Finds and installs the version that was released; the state it came to. */
function lookForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing ?? registration.waiting;
    if (!next) return 'no new version was found';
    while (next.state === 'installing')
      await new Promise((resolve) => next.addEventListener('statechange', resolve, { once: true }));
    return next.state;
  });
}

function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
}

/** A new tablet, signed in, that comes to the product by way of a site which can release another version. */
async function withSignedInTablet(venue: Venue, use: (tablet: Tablet, site: FrontSite) => Promise<void>): Promise<void> {
  const { product } = venue;
  await product.start();
  const site = new FrontSite(product.url);
  try {
    const url = await site.open();
    const tablet = await venue.switchOn();
    await enrolByTyping(tablet.page, product, url);
    await confirmByCommand(tablet.page, product);
    await whenReadyForOffline(tablet.page);
    await signInAtCounter(tablet.page, product.dataFolder);
    await use(tablet, site);
  } finally {
    await site.close();
  }
}

test('a new version waits while somebody is being served, is offered on the home screen, and loses nothing', async ({
  newVenue: venue,
}) => {
  const { product, camera } = venue;
  await withSignedInTablet(venue, async ({ page }, site) => {
    const number = await makeApplication({ page, camera }, rin);
    await nextPerson(page).click();
    await expect(page.getByRole('heading', { name: ja.wizard.form.title })).toBeVisible();

    site.release();
    expect(await lookForUpdate(page)).toBe('installed');
    await expect(page.getByRole('button', { name: ja.update.now })).toBeHidden();
    await page.getByRole('button', { name: ja.common.action.cancel }).click();

    await page.getByRole('button', { name: ja.update.now }).click();
    await expect(page.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible();
    expect(await isWaiting(page)).toBe(false);
    await signInAtCounter(page, product.dataFolder);
    await expect(page.getByText(number)).toBeVisible();
  });
});

test('a new version leaves a tab its files while somebody is served there, also without a network', async ({
  newVenue: venue,
}) => {
  const { product, camera } = venue;
  await withSignedInTablet(venue, async ({ page, context }, site) => {
    await scanForm({ page, camera }, rin);

    const other = await context.newPage();
    await other.goto(page.url());
    await signInAtCounter(other, product.dataFolder);
    site.release();
    expect(await lookForUpdate(other)).toBe('installed');
    await context.setOffline(true);
    await other.getByRole('button', { name: ja.update.now }).click();
    await expect(other.getByText(ja.update.busyElsewhere)).toBeVisible();
    expect(await isWaiting(other)).toBe(true);

    await page.bringToFront();
    const number = await finishChildApplication(page);
    await returnHome(page);
    await other.bringToFront();
    await other.getByRole('button', { name: ja.update.now }).click();
    for (const tab of [other, page]) {
      await expect(tab.getByRole('heading', { name: ja.session.signIn.opening })).toBeVisible();
      expect(await isWaiting(tab)).toBe(false);
    }
    await signInAtCounter(page, product.dataFolder);
    await expect(page.getByText(number)).toBeVisible();
  });
});
