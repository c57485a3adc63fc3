import { addDays, dayInJapan } from '../../../src/domain/calendar/day';
import { findEraDate } from '../../../src/domain/calendar/era';
import { ja } from '../../../src/i18n/ja/ja';
import { formIds } from '../../support/camera/payloads';
import type { Picture } from '../../support/camera/picture';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import {
  acceptPhoto,
  enterBirthDate,
  fillRepresentative,
  goOn,
  sealApplication,
  takePhoto,
} from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { homeFigure } from '../../support/kiosk/read-figures';
import { rin, type VisitingResident } from '../../support/kiosk/residents';
import { nextPerson, signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';
import type { Venue } from '../../support/venue/venue';

/** So many days old, as it is typed. */
function born(daysAgo: number): Pick<VisitingResident, 'era' | 'eraDigits'> {
  const { eraYear = 0, month = 0, day = 0 } = findEraDate(addDays(dayInJapan(Date.now()), -daysAgo)) ?? {};
  return { era: 'reiwa', eraDigits: [eraYear, month, day].map((part) => String(part).padStart(2, '0')).join('') };
}

async function showForm({ page, camera }: Venue, form: Picture): Promise<void> {
  camera.show(form);
  await expect(page.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
}

test('a family of four is one sitting: what they share is asked once, and one of them can wait', async ({ venue }) => {
  const { page, product, camera } = venue;
  await signInAtCounter(page, product.dataFolder);
  const add = page.getByRole('button', { name: ja.family.add });
  const numbers: string[] = [];

  await test.step('the mother', async () => {
    camera.show('form');
    await nextPerson(page).click();
    await showForm(venue, 'form');
    await enterBirthDate(page, rin);
    await page.getByLabel(ja.wizard.choices.name).fill(rin.name);
    camera.show('portrait');
    await goOn(page);
    await takePhoto(venue);
    await acceptPhoto(page);
    numbers.push(await sealApplication(page));
  });

  await test.step('a child of six is fidgeting: the photo waits', async () => {
    await page.getByRole('button', { name: ja.family.next }).click();
    await showForm(venue, 'secondForm');
    await enterBirthDate(page, born(6 * 366));
    await expect(page.getByLabel(ja.wizard.choices.name), 'carried over').toHaveValue(rin.name);
    camera.show('desk');
    await goOn(page);
    await fillRepresentative(page);
    await expect(page.getByRole('heading', { name: ja.photo.title })).toBeVisible();
    await add.click();
  });

  await test.step('a baby needs no photo, and the representative is known', async () => {
    await showForm(venue, 'thirdForm');
    await enterBirthDate(page, born(100));
    await goOn(page);
    await expect(page.getByLabel(ja.entry.name, { exact: true }), 'carried over').not.toHaveValue('');
    await goOn(page);
    await expect(page.getByText(ja.wizard.check.noPhoto)).toBeVisible();
    numbers.push(await sealApplication(page));
  });

  await test.step('the child is ready now', async () => {
    camera.show('portrait');
    await page.getByRole('button', { name: ja.family.resume.replace('{{number}}', '2') }).click();
    await takePhoto(venue);
    await acceptPhoto(page);
    numbers.push(await sealApplication(page));
  });

  await test.step('the father', async () => {
    await add.click();
    await showForm(venue, 'fourthForm');
    await enterBirthDate(page, { era: 'showa', eraDigits: '611224' });
    camera.show('portrait');
    await goOn(page);
    await takePhoto(venue);
    await acceptPhoto(page);
    numbers.push(await sealApplication(page));
  });
  await page.getByRole('button', { name: ja.wizard.sealed.finish }).click();
  await expect(homeFigure(page, 'delivered')).toHaveText('4');

  await withTemporaryFolder('office', async (folder) => {
    const opened = await fetchAndOpen(product, folder);
    const [mother, baby, child, father] = numbers.map((number) => opened.get(number));
    expect(mother?.application).toMatchObject({ applicationId: formIds.form, representative: null });
    expect(baby?.application).toMatchObject({
      applicationId: formIds.thirdForm,
      photo: null,
      representative: { relation: 'mother' },
    });
    expect(child?.application).toMatchObject({ applicationId: formIds.secondForm, representative: { relation: 'mother' } });
    expect(father?.application).toMatchObject({ applicationId: formIds.fourthForm, representative: null });
    const photos = [mother, child, father].map((member) => member?.photo?.length ?? 0);
    expect(
      photos.every((bytes) => bytes > 20_000),
      'each has a photo of their own',
    ).toBe(true);
    expect(baby?.photo).toBeUndefined();
  });
});
