import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ja } from '../../../src/i18n/ja/ja';
import { encodeShiftJis } from './shift-jis';
import { readDayCard } from './read-day-card';
import type { Venue } from '../venue/venue';
import { getDemoAttendant, todaysOpenings } from '../kiosk/demo-office';
import { enterPin, signInAtCounter } from '../kiosk/sign-in';

/** An invented employee: as a row of the company's list. */
export interface Employee {
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly applicationId: string;
}

const digits = '一二三四五六七八九十';
const readings = ['イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュウ', 'ジュウ'];

/** Thirty invented employees; two of them are given the forms that the camera can be shown. */
export function thirtyEmployees(known: Readonly<Record<number, string>>): readonly Employee[] {
  return Array.from({ length: 30 }, (_, index) => ({
    number: `S-${String(index + 1).padStart(3, '0')}`,
    name: `鴉鷺山 ${digits.charAt(Math.floor(index / 10))}${digits.charAt(index % 10)}乃`,
    kana: `ｶｸｳ ${readings[Math.floor(index / 10)] ?? ''}${readings[index % 10] ?? ''}ﾉ`,
    birthDate: `S${String(40 + (index % 20))}.4.${String(index + 1)}`,
    applicationId: known[index] ?? '',
  }));
}

/** The office's work before the event: the company's list, as Windows saved it, becomes a sealed roster and a day card. */
export async function importRoster(
  { product, camera }: Venue,
  openingIndex: number,
  employees: readonly Employee[],
): Promise<void> {
  const opening = todaysOpenings(product.dataFolder)[openingIndex];
  const [list, card] = ['roster.csv', 'day-card.pdf'].map((name) => join(product.dataFolder, '..', name));
  const rows = employees.map(({ number, name, kana, birthDate, applicationId }) =>
    [number, name, kana, birthDate, applicationId].join(','),
  );
  writeFileSync(list ?? '', encodeShiftJis(['社員番号,氏名,フリガナ,生年月日,申請書ID', ...rows].join('\r\n')));
  const run = await product.command('roster', 'import', list ?? '', '--opening', opening?.id ?? '', '--card', card ?? '');
  expect(run.exitCode, run.stderr).toBe(0);
  expect(run.stdout).toContain('Read as CSV, Shift_JIS');
  expect(run.stdout).toContain(`${String(employees.length)} people taken, 0 rows refused`);
  await camera.draw({ dayCard: await readDayCard(readFileSync(card ?? '')) });
}

/** At the venue: the tablet fetches the roster, the supervisor's PIN and the day card open it. Ends on the list. */
export async function openRoster(venue: Venue, openingIndex: number): Promise<void> {
  const { page, product, camera } = venue;
  await page.getByRole('button', { name: ja.session.signIn.refresh }).click();
  await expect(page.getByText(ja.session.signIn.refreshed)).toBeVisible();
  await signInAtCounter(page, product.dataFolder, { openingIndex });
  await page.getByRole('button', { name: ja.session.home.group }).click();
  camera.show('dayCard');
  await enterPin(page, getDemoAttendant(product.dataFolder, 'supervisor').pin);
  await expect(page.getByRole('heading', { name: ja.group.title, exact: true })).toBeVisible();
}
