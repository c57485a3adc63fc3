import { expect, type Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { getDemoAttendant, todaysOpenings } from './demo-office';
import { typeDigits } from './type-digits';

export interface SignIn {
  /** Which of today's openings, in the office's order. */
  readonly openingIndex?: number;
  readonly role?: 'attendant' | 'supervisor';
}

/** Begins the day: opening, attendant, PIN. Ends on the home screen. */
export async function signInAtCounter(page: Page, dataFolder: string, how: SignIn = {}): Promise<void> {
  const { openingIndex = 0, role = 'attendant' } = how;
  const opening = todaysOpenings(dataFolder)[openingIndex];
  const attendant = getDemoAttendant(dataFolder, role);
  await page.getByRole('button', { name: `${opening?.venue ?? ''} ${opening?.title ?? ''}` }).click();
  await page.locator('label', { hasText: attendant.name }).click();
  await enterPin(page, attendant.pin);
  await expect(nextPerson(page)).toBeVisible();
}

export async function enterPin(page: Page, pin: string): Promise<void> {
  await typeDigits(page, ja.session.signIn.pin, pin);
  await page.getByRole('button', { name: ja.common.action.ok, exact: true }).click();
}

/** 次の方, on the home screen and after a seal. */
export function nextPerson(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name: new RegExp(`^${ja.session.home.next}`) });
}
