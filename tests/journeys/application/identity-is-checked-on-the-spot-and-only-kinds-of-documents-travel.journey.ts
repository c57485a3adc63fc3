import { ja } from '../../../src/i18n/ja/ja';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { getDemoAttendant } from '../../support/kiosk/demo-office';
import {
  acceptPhoto,
  checkIdentity,
  enterBirthDate,
  goOn,
  scanForm,
  sealApplication,
  takePhoto,
} from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('identity is checked on the spot, and only kinds of documents travel', async ({ venue }) => {
  const { page, product, camera } = venue;
  await signInAtCounter(page, product.dataFolder);
  await scanForm(venue, rin);
  await enterBirthDate(page, rin);
  await page.locator('label', { hasText: ja.common.method.verifyAtApplication }).click();
  camera.show('portrait');
  await goOn(page);

  await checkIdentity(page);
  await takePhoto(venue);
  await acceptPhoto(page);
  await expect(page.getByText('運転免許証、資格確認書・健康保険証')).toBeVisible();
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await withTemporaryFolder('office', async (folder) => {
    const application = (await fetchAndOpen(product, folder)).get(number)?.application;
    expect(application).toMatchObject({ method: 'verifyAtApplication', kind: 'first', isFaceAuthentication: false });
    expect(application?.identityCheck, 'kinds and who looked at them, and no member for a number').toEqual({
      documents: [
        { id: 'drivingLicence', group: 'A', name: '運転免許証' },
        { id: 'eligibilityCertificate', group: 'B', name: '資格確認書・健康保険証' },
      ],
      combination: 'oneAOneB',
      isExtraCheckDone: false,
      papers: ['pinRequest'],
      answers: { inPerson: true, residentHere: true, movesAway: false, changesHere: false, forwardsMail: false },
      checkedBy: getDemoAttendant(product.dataFolder, 'attendant').id,
    });
  });
});
