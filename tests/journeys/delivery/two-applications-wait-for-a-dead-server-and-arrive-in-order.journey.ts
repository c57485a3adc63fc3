import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { fillApplication, sealApplication } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { listEnvelopes } from '../../support/kiosk/list-envelopes';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin, tsuki, type VisitingResident } from '../../support/kiosk/residents';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { portrait } from '../../support/tablet';
import { expect, test } from '../../support/venue/journey';

test('two applications made after a cold start without a server survive a kill and arrive in order', async ({ venue }) => {
  const { product } = venue;
  await venue.tablet.switchOff();
  await product.kill();
  await venue.switchOn(portrait);
  await signInAtCounter(venue.page, product.dataFolder);
  let attempts = 0;
  venue.page.on('requestfailed', (request) => {
    if (request.method() === 'PUT') attempts += 1;
  });

  const made = new Map<string, { resident: VisitingResident; photo: Buffer }>();
  for (const resident of [rin, tsuki]) {
    await fillApplication(venue, resident);
    const photo = await getShownPhoto(venue.page);
    made.set(await sealApplication(venue.page), { resident, photo });
    await returnHome(venue.page);
  }
  await expect(homeFigure(venue.page, 'waiting')).toHaveText('2');
  expect(attempts, 'it tried').toBeGreaterThan(0);
  expect(attempts, 'it rests longer and longer between its tries').toBeLessThan(20);

  await venue.tablet.kill();
  await venue.switchOn();
  await signInAtCounter(venue.page, product.dataFolder);
  await expect(homeFigure(venue.page, 'waiting')).toHaveText('2');

  const { context } = venue.tablet;
  await context.setOffline(true);
  await product.start();
  await context.setOffline(false);
  await expect(homeFigure(venue.page, 'delivered')).toHaveText('2');
  await withTemporaryFolder('office', async (folder) => {
    const opened = await fetchAndOpen(product, folder);
    expect(
      (await listEnvelopes(product)).map(({ receptionNumber }) => receptionNumber),
      'in order',
    ).toEqual([...made.keys()]);
    for (const [number, { resident, photo }] of made) {
      const { applicationId, name } = resident;
      expect(opened.get(number)?.application).toMatchObject({ applicationId, contact: { name } });
      expect(opened.get(number)?.photo?.equals(photo), 'byte for byte').toBe(true);
    }
  });
});
