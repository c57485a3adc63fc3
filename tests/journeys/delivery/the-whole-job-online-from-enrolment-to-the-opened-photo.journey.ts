import { join } from 'node:path';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { confirmByCommand } from '../../support/kiosk/enrol';
import { fillApplication, sealApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('the whole job online: from the enrolment code to the opened photo, byte for byte', async ({ newVenue }) => {
  const { product, camera } = newVenue;
  await product.start();
  await camera.draw({ enrolment: product.enrolmentQr });
  camera.show('enrolment');
  const { page } = await newVenue.switchOn();
  await confirmByCommand(page, product);
  await signInAtCounter(page, product.dataFolder);

  await fillApplication(newVenue, rin);
  const photo = await getShownPhoto(page);
  const number = await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');
  await expect(homeFigure(page, 'waiting')).toHaveText('0');

  await withTemporaryFolder('office', async (folder) => {
    const opened = (await fetchAndOpen(product, join(folder))).get(number);
    expect(opened?.application).toMatchObject({
      applicationId: rin.applicationId,
      applicationIdSource: 'scanned',
      birthDate: rin.birthDate,
      contact: { name: rin.name, mail: rin.mail },
      channel: 'assisted',
      certificates: { signature: 'issue', userAuthentication: 'issue' },
    });
    expect(opened?.photo?.equals(photo), 'the opened photo is the one that was shown, byte for byte').toBe(true);
  });
  expect(await product.stop(), 'SIGTERM stops it cleanly').toBe(0);
});
