import { expect } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { formIds } from '../camera/payloads';
import type { Venue } from '../venue/venue';
import { readCounts, startCounting, withoutCounting } from './count-taps';
import {
  acceptPhoto,
  checkIdentity,
  enterBirthDate,
  goOn,
  scanForm,
  sealApplication,
  takePhoto,
} from '../kiosk/make-application';
import { importRoster, openRoster, thirtyEmployees } from '../roster/open-roster';
import { rin, tsuki } from '../kiosk/residents';
import { signInAtCounter } from '../kiosk/sign-in';
import { typeDigits } from '../kiosk/type-digits';

/** Touches from 次の方, digits included, to the reception number; the photo's own are not among them. */
export interface Taps {
  readonly adult: number;
  readonly roster: number;
  readonly identityChecked: number;
}

/** Today's openings, in the demo's order. */
const openings = { support: 1, identity: 3 } as const;

/** An adult with a form, somebody of a roster, an adult whose identity is checked now: each served whole, and counted. */
export async function countTaps(venue: Venue): Promise<Taps> {
  const { page, product } = venue;
  const employees = thirtyEmployees({ 2: formIds.thirdForm });
  await importRoster(venue, openings.support, employees);
  await openRoster(venue, openings.support);
  const roster = await counted(venue, async () => {
    await page
      .getByRole('button', { name: employees[2]?.name ?? '' })
      .first()
      .click();
    await goOn(page);
    await goOn(page);
  });
  await signOut(venue);
  await signInAtCounter(page, product.dataFolder, { openingIndex: openings.support });
  const adult = await counted(venue, async () => {
    await scanForm(venue, rin);
    await typeDigits(page, ja.wizard.person.entry, rin.eraDigits);
    await goOn(page);
  });
  await signOut(venue);
  await signInAtCounter(page, product.dataFolder, { openingIndex: openings.identity });
  const identityChecked = await counted(
    venue,
    async () => {
      await scanForm(venue, tsuki);
      await enterBirthDate(page, tsuki);
    },
    () => checkIdentity(page),
  );
  return { adult, roster, identityChecked };
}

/** Begins on home or the list; `untilChoices` ends before the choices are left. */
async function counted(venue: Venue, untilChoices: () => Promise<void>, beforePhoto?: () => Promise<void>): Promise<number> {
  const { page, camera } = venue;
  await startCounting(page);
  await untilChoices();
  camera.show('portrait');
  await goOn(page);
  await beforePhoto?.();
  await withoutCounting(page, async () => {
    await takePhoto(venue);
    await acceptPhoto(page);
  });
  await sealApplication(page);
  const { taps, keys } = await readCounts(page);
  expect(keys, 'nothing is typed').toBe(0);
  return taps;
}

async function signOut({ page }: Venue): Promise<void> {
  await page.getByRole('button', { name: ja.wizard.sealed.finish }).click();
  await page.getByRole('button', { name: ja.session.home.changeOpening }).click();
}
