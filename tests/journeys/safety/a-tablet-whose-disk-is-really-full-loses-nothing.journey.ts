import type { Locator, Page } from '@playwright/test';
import { SmallDisk } from '../../faults/server/small-disk';
import { ja } from '../../../src/i18n/ja/ja';
import { maySkip } from '../../support/control/may-skip';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../../support/kiosk/enrol';
import { fillApplication, makeChildApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

function sealButton(page: Page): Locator {
  return page.getByRole('button', { name: ja.wizard.check.seal });
}

test('a tablet whose disk is full keeps who stands there on the screen, and everybody before in the queue', async ({
  newVenue: venue,
}) => {
  const { product, camera, profileFolder } = venue;
  const disk = new SmallDisk(profileFolder);
  disk.mount();
  test.skip(maySkip(disk.isSmall), 'only who may mount a file system can fill one');
  try {
    await product.start();
    const tablet = await venue.switchOn();
    const { page } = tablet;
    await enrolByTyping(page, product);
    await confirmByCommand(page, product);
    await whenReadyForOffline(page);
    await signInAtCounter(page, product.dataFolder);
    await product.kill();
    const first = await makeChildApplication({ page, camera }, rin);
    await returnHome(page);
    await fillApplication({ page, camera }, tsuki);
    await page.locator('label', { hasText: ja.wizard.check.consent }).click();
    // Just before: what the browser tidies away meanwhile would be room again.
    expect(disk.fill(0)).toBe(true);
    await sealButton(page).click();
    const { storageFull, unknown } = ja.wizard.check.problem;
    const told = page.getByText(storageFull).or(page.getByText(unknown));
    await expect(told).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(tsuki.name)).toBeVisible();

    disk.empty();
    await page.getByRole('button', { name: ja.common.action.retry }).or(sealButton(page)).click();
    await expect(page.getByText(ja.wizard.sealed.done)).toBeVisible();
    const second = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await returnHome(page);
    await expect(homeFigure(page, 'waiting')).toHaveText('2');

    await product.start();
    await page.reload();
    await signInAtCounter(page, product.dataFolder);
    await expect(homeFigure(page, 'delivered')).toHaveText('2');
    await withTemporaryFolder('full-disk', async (folder) => {
      expect([...(await fetchAndOpen(product, folder)).keys()].sort()).toEqual([first, second].sort());
    });
  } finally {
    await venue.tablet.switchOff();
    disk.unmount();
  }
});
