import {
  acceptPhoto,
  enterBirthDate,
  fillContact,
  goOn,
  scanForm,
  sealApplication,
  takePhoto,
} from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { getShownPhoto, isPhotoShown } from '../../support/kiosk/shown-photo';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { searchProfile } from '../../support/profile-search/search-profile';
import { secretsOf } from '../../support/profile-search/secrets-of';
import { expect, test } from '../../support/venue/journey';
import type { Venue } from '../../support/venue/venue';

interface Step {
  readonly name: string;
  readonly act: (venue: Venue) => Promise<unknown>;
}

const steps: readonly Step[] = [
  { name: 'form scanned', act: (venue) => scanForm(venue, rin) },
  { name: 'birth date typed', act: ({ page }) => enterBirthDate(page, rin) },
  { name: 'contact typed', act: ({ page }) => fillContact(page, rin) },
  { name: 'photo taken', act: takePhotoAfterContact },
  { name: 'on the check screen', act: ({ page }) => acceptPhoto(page) },
  { name: 'sealed', act: ({ page }) => sealApplication(page) },
];

async function takePhotoAfterContact(venue: Venue): Promise<void> {
  venue.camera.show('portrait');
  await goOn(venue.page);
  await takePhoto(venue);
}

function findsIn(venue: Venue, photos: readonly Buffer[]): string[] {
  const secrets = [...secretsOf(rin), ...photos.flatMap((photo) => secretsOf(rin, photo).filter(({ kind }) => kind === 'bytes'))];
  const { finds, files } = searchProfile(venue.profileFolder, secrets);
  expect(files, 'a profile was searched').toBeGreaterThan(50);
  return finds.map((find) => `${find.secret} in ${find.file} (${find.form}, ${find.encoding}, ${String(find.length)})`);
}

test('nothing readable of an application is on the tablet after the browser is killed at any step', async ({ venue }) => {
  const { product } = venue;
  const photos: Buffer[] = [];
  await venue.tablet.kill();
  expect(findsIn(venue, photos), 'before the first application').toEqual([]);
  await venue.switchOn();
  for (const [index, { name }] of steps.entries()) {
    await test.step(`killed: ${name}`, async () => {
      await signInAtCounter(venue.page, product.dataFolder);
      for (const { act } of steps.slice(0, index + 1)) {
        await act(venue);
        if (await isPhotoShown(venue.page)) photos.push(await getShownPhoto(venue.page));
      }
      await venue.tablet.kill();
      expect(findsIn(venue, photos), `after a kill: ${name}`).toEqual([]);
      await venue.switchOn();
    });
  }
  await expect(nextPerson(venue.page), 'nobody is signed in after a restart').toBeHidden();
});

test('nothing readable of an application is on the tablet after it was finished and delivered', async ({ venue }) => {
  const { product, page } = venue;
  await signInAtCounter(page, product.dataFolder);
  for (const { act } of steps.slice(0, -1)) await act(venue);
  const photo = await getShownPhoto(page);
  await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');
  await venue.tablet.switchOff();
  expect(findsIn(venue, [photo]), 'after a finished application').toEqual([]);
});
