import { expect, type Page } from '@playwright/test';
import { addDays, dayInJapan } from '../../../src/domain/calendar/day';
import { findEraDate } from '../../../src/domain/calendar/era';
import { ja } from '../../../src/i18n/ja/ja';
import { whenCameraShows } from '../camera/when-camera-shows';
import type { FakeCamera } from '../fake-camera';
import { sampleMother } from '../sample-application';
import type { VisitingResident } from './residents';
import { nextPerson } from './sign-in';
import { typeDigits } from './type-digits';

/** A tablet's page, and what its camera is pointed at. */
export interface Counter {
  readonly page: Page;
  readonly camera: FakeCamera;
}

export async function scanForm({ page, camera }: Counter, resident: VisitingResident): Promise<void> {
  camera.show(resident.form);
  await nextPerson(page).click();
  await expect(page.getByRole('heading', { name: ja.wizard.person.title })).toBeVisible();
}

export async function enterBirthDate(page: Page, { era, eraDigits }: Pick<VisitingResident, 'era' | 'eraDigits'>): Promise<void> {
  await page.locator('label', { hasText: ja.common.era[era] }).click();
  await typeDigits(page, ja.wizard.person.entry, eraDigits);
  await goOn(page);
}

export async function fillContact(page: Page, { name, mail }: VisitingResident): Promise<void> {
  await page.getByLabel(ja.wizard.choices.name).fill(name);
  await page.getByLabel(ja.wizard.choices.mail).fill(mail);
}

/** The shutter releases by itself once every check has held. */
export async function takePhoto({ page }: Counter): Promise<void> {
  await whenCameraShows(page, 'portrait');
  await expect(page.getByRole('img', { name: ja.photo.review.takenAlt })).toBeVisible();
}

export async function acceptPhoto(page: Page): Promise<void> {
  await page.getByRole('button', { name: ja.photo.review.accept }).click();
  await expect(page.getByRole('heading', { name: ja.wizard.check.title })).toBeVisible();
}

/** Consent and seal; returns the reception number that the resident takes home. */
export async function sealApplication(page: Page): Promise<string> {
  await page.locator('label', { hasText: ja.wizard.check.consent }).click();
  await page.getByRole('button', { name: ja.wizard.check.seal }).click();
  await expect(page.getByText(ja.wizard.sealed.done)).toBeVisible();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: ja.common.action.next, exact: true }).click();
}

/** Everything from 次の方 to the check screen. */
export async function fillApplication(counter: Counter, resident: VisitingResident): Promise<void> {
  const { page, camera } = counter;
  await scanForm(counter, resident);
  await enterBirthDate(page, resident);
  await fillContact(page, resident);
  camera.show('portrait');
  await goOn(page);
  await takePhoto(counter);
  await acceptPhoto(page);
}

/** A whole application; returns its reception number. */
export async function makeApplication(counter: Counter, resident: VisitingResident): Promise<string> {
  await fillApplication(counter, resident);
  return sealApplication(counter.page);
}

/** The usual identity check in five touches: licence, insurance, nothing against mailing, the PIN's request, on. */
export async function checkIdentity(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: ja.identity.title })).toBeVisible();
  await expect(page.getByRole('button', { name: ja.common.action.next, exact: true })).toBeDisabled();
  await page.locator('label', { hasText: '運転免許証' }).click();
  await page.locator('label', { hasText: '資格確認書・健康保険証' }).click();
  await page.getByRole('button', { name: ja.identity.conditions.all }).click();
  await page.locator('label', { hasText: ja.identity.papers.pinRequest }).click();
  await expect(page.getByText(ja.identity.standing.done)).toBeVisible();
  await goOn(page);
}

/** 法定代理人: the mother, who is there and lives with the child. */
export async function fillRepresentative(page: Page, { name, kana } = sampleMother): Promise<void> {
  await expect(page.getByRole('heading', { name: ja.representative.title })).toBeVisible();
  await page.locator('label', { hasText: ja.representative.attendsYes }).click();
  await page.locator('label', { hasText: ja.representative.relations.mother }).click();
  await page.getByLabel(ja.entry.name, { exact: true }).fill(name);
  await page.getByLabel(ja.entry.kana, { exact: true }).fill(kana);
  await goOn(page);
}

/** The same for a child of a few months, who needs no photo: where a journey is about what comes after the seal. */
export async function makeChildApplication(counter: Counter, resident: VisitingResident): Promise<string> {
  await scanForm(counter, resident);
  return finishChildApplication(counter.page);
}

/** The rest of it, once the form was scanned. */
export async function finishChildApplication(page: Page): Promise<string> {
  const { eraYear = 0, month = 0, day = 0 } = findEraDate(addDays(dayInJapan(Date.now()), -200)) ?? {};
  const eraDigits = [eraYear, month, day].map((part) => String(part).padStart(2, '0')).join('');
  await enterBirthDate(page, { era: 'reiwa', eraDigits });
  await goOn(page);
  await fillRepresentative(page);
  return sealApplication(page);
}
