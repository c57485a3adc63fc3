import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ja } from '../../../src/i18n/ja/ja';
import { untilHome } from '../../../src/i18n/ja/until-home';
import { startI18n } from '../../../src/i18n/start-i18n';
import { HomeScreen } from '../../../src/kiosk/screens/home/HomeScreen';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { showScreen, startSession } from '../show-screen';

beforeEach(() => {
  startI18n(untilHome);
  startSession({ draft: undefined, place: { kind: 'home' } });
  const figures = { sealed: 9, waiting: 3, refused: 2, removed: 0, delivered: 4, voided: 0 };
  const concerns = ['undelivered', 'undeliveredDays', 'configurationDays', 'room', 'clock'] as const;
  const workNotices = concerns.map((concern) => ({ concern, figure: 7, isStop: concern === 'room' }));
  useTablet.setState({ isUpdateWaiting: true, isShellKept: false, figures, workNotices });
});
afterEach(() => startI18n(ja));

it('has every word of the home screen before any other screen was opened, on a day when everything is wrong', async () => {
  showScreen(<HomeScreen />);
  expect(await screen.findByText('要確認が2件あります。自動では届きません。')).toBeVisible();
  expect(await screen.findByText(ja.update.waits)).toBeVisible();
  expect(screen.getByText(ja.update.shellMissing)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/[a-z]+\.[a-z]+/i);
});

it('says why an update does not take over, and does so when it is pressed again', async () => {
  const answers = [false, true];
  showScreen(<HomeScreen />, { applyUpdate: () => Promise.resolve(answers.shift() ?? false) });
  await userEvent.click(await screen.findByRole('button', { name: ja.update.now }));
  expect(await screen.findByText(ja.update.busyElsewhere)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: ja.update.now }));
  expect(await screen.findByText(ja.update.waits)).toBeVisible();
});
