import { ja } from '../../../src/i18n/ja/ja';
import { formIds } from '../../support/camera/payloads';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { acceptPhoto, checkIdentity, goOn, sealApplication, takePhoto } from '../../support/kiosk/make-application';
import { fetchAndOpen } from '../../support/kiosk/office-work';
import { importRoster, openRoster, thirtyEmployees } from '../../support/roster/open-roster';
import { nextPerson } from '../../support/kiosk/sign-in';
import { searchProfile } from '../../support/profile-search/search-profile';
import { expect, test } from '../../support/venue/journey';

const companyOpening = 4;

test('a company of thirty is served from a Shift_JIS roster, by form and by name', async ({ venue }) => {
  const { page, product, camera } = venue;
  const employees = thirtyEmployees({ 6: formIds.form });
  const [scanned, looked, away] = [employees[6], employees[11], employees[20]];
  if (!scanned || !looked || !away) throw new Error('there are thirty employees');
  await importRoster(venue, companyOpening, employees);
  await openRoster(venue, companyOpening);
  await expect(page.getByText(scanned.name)).toBeVisible();

  await test.step('whose form is scanned is checked in, and nothing is typed', async () => {
    camera.show('form');
    await nextPerson(page).click();
    await expect(page.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
    await expect(page.getByText(ja.group.form.matched.replace('{{name}}', scanned.name))).toBeVisible();
    await goOn(page);
    camera.show('portrait');
    await goOn(page);
    await checkIdentity(page);
    await takePhoto(venue);
    await acceptPhoto(page);
  });
  const first = await sealApplication(page);

  await test.step('who has no code is found by kana, and the form is typed or scanned', async () => {
    await nextPerson(page).click();
    await page.getByRole('button', { name: ja.common.action.cancel }).click();
    await page.getByRole('button', { name: ja.session.home.group }).click();
    await page.getByLabel(ja.group.search).fill('カクウ ニニ');
    await page.getByRole('button', { name: looked.name }).first().click();
    camera.show('secondForm');
    await expect(page.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
    await goOn(page);
    camera.show('portrait');
    await goOn(page);
    await checkIdentity(page);
    await takePhoto(venue);
    await acceptPhoto(page);
  });
  const second = await sealApplication(page);

  await test.step('the summary tells how far the group is, and names nobody', async () => {
    await page.getByRole('button', { name: ja.wizard.sealed.finish }).click();
    await page.getByRole('button', { name: ja.session.home.group }).click();
    await page.getByRole('button', { name: ja.group.more.replace('{{name}}', away.name) }).click();
    await page.getByRole('button', { name: ja.group.change.decline }).click();
    await page.getByRole('button', { name: ja.group.summary.open }).click();
    await expect(page.getByRole('heading', { name: ja.group.summary.title })).toBeVisible();
    await expect(page.getByText(employees[0]?.number ?? '')).toBeVisible();
    await expect(page.getByText(scanned.name)).toHaveCount(0);
  });

  await venue.tablet.kill();
  const names = [scanned, looked, away].map(
    ({ name }) => ({ kind: 'text', name: 'name', spelling: name, aloneFrom: 4 }) as const,
  );
  const { finds, files } = searchProfile(venue.profileFolder, names);
  expect(files, 'a profile was searched').toBeGreaterThan(50);
  expect(finds, 'nobody of the roster is readable on the tablet').toEqual([]);
  await withTemporaryFolder('office', async (folder) => {
    const opened = await fetchAndOpen(product, folder);
    expect(opened.get(first)?.application).toMatchObject({
      applicationId: formIds.form,
      method: 'visitingReception',
      touchpoint: 'company',
      applicant: { name: scanned.name, kana: 'カクウ イチナナノ' },
    });
    expect(opened.get(second)?.application).toMatchObject({
      applicationId: formIds.secondForm,
      applicant: { name: looked.name },
    });
  });
});
