import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { maySkip } from '../../support/control/may-skip';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../../support/kiosk/enrol';
import { makeChildApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki, type VisitingResident } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { Tablet } from '../../support/tablet';
import { hasOpenssl, makeCertificate } from '../../support/tls/certificate';
import { expect, test } from '../../support/venue/journey';

const host = 'tablet.madoguchi.example';
/** A browser says so of every request that it gave up because of the certificate: here it must. */
const refusedCertificate = /net::ERR_CERT_AUTHORITY_INVALID/;

async function expectUnreachable(page: Page): Promise<void> {
  await page.getByRole('button', { name: ja.common.status.label }).click();
  const [beforeTime = ''] = ja.delivery.reason.unreachable.split('{{time}}');
  await expect(page.getByText(beforeTime)).toBeVisible();
  await page.keyboard.press('Escape');
}

test.skip(maySkip(hasOpenssl), 'openssl makes the certificates');

test('a name that is not found and the certificate of a stranger get nothing, and all is delivered afterwards', async ({
  newVenue: venue,
}) => {
  const { product, camera, profileFolder } = venue;
  const url = `https://${host}:${String(product.port)}`;
  await withTemporaryFolder('certificates', async (folder) => {
    const [own, stranger] = [makeCertificate(folder, 'own', { host }), makeCertificate(folder, 'stranger', { host })];
    const withTablet = async (nameIs: string, use: (tablet: Tablet) => Promise<void>): Promise<void> => {
      const flags = [`--host-resolver-rules=MAP ${host} ${nameIs}`, own.trusted];
      const tablet = await Tablet.switchOn({ profileFolder, camera, flags });
      try {
        await use(tablet);
        expect(tablet.faults.found.filter((fault) => !refusedCertificate.test(fault))).toEqual([]);
      } finally {
        await tablet.switchOff();
      }
    };
    await product.start(own.settings);
    await withTablet('127.0.0.1', async ({ page }) => {
      await enrolByTyping(page, product, url);
      await confirmByCommand(page, product);
      await whenReadyForOffline(page);
    });

    const numbers: string[] = [];
    const sealUnreached = async (page: Page, resident: VisitingResident): Promise<void> => {
      await page.goto(url);
      await signInAtCounter(page, product.dataFolder);
      numbers.push(await makeChildApplication({ page, camera }, resident));
      await returnHome(page);
      await expectUnreachable(page);
      await expect(homeFigure(page, 'waiting')).toHaveText(String(numbers.length));
    };
    await withTablet('~NOTFOUND', ({ page }) => sealUnreached(page, rin));

    await product.stop();
    await product.start(stranger.settings);
    await withTablet('127.0.0.1', async ({ page, faults }) => {
      await sealUnreached(page, tsuki);
      expect(faults.found.some((fault) => refusedCertificate.test(fault))).toBe(true);

      await product.stop();
      await page.context().setOffline(true);
      await product.start(own.settings);
      // Nobody presses: a tablet whose rest is over by now has nothing left to be pressed for.
      await page.context().setOffline(false);
      await expect(homeFigure(page, 'delivered')).toHaveText('2');
    });
    const opened = await fetchAndOpen(product, folder);
    expect([...opened.keys()].sort()).toEqual(numbers.sort());
  });
});
