import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ja } from '../../../src/i18n/ja/ja';
import { LockScreen } from '../../../src/kiosk/screens/sign-in/LockScreen';
import { noFigures, useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { showScreen, startSession } from '../show-screen';

const words = ja.session.lock;
const noVoids = { voided: 0, waiting: 0, refused: 0 };
const withCount = (text: string, count: number): string => text.replace('{{count}}', String(count));

it.each([
  { what: 'all was sent', figures: {}, voids: {}, says: words.allSent },
  { what: 'applications wait', figures: { waiting: 2, refused: 1 }, voids: {}, says: withCount(words.waiting, 2) },
  { what: 'only a void waits', figures: {}, voids: { waiting: 1 }, says: withCount(words.waiting, 1) },
  { what: 'one was refused', figures: { refused: 1 }, voids: {}, says: withCount(words.refused, 1) },
  { what: 'a void was refused', figures: {}, voids: { refused: 1 }, says: withCount(words.refused, 1) },
])('says whether the tablet may be switched off: $what', ({ figures, voids, says }) => {
  startSession({ draft: undefined, isLocked: true, place: { kind: 'home' } });
  useTablet.setState({ figures: { ...noFigures, ...figures }, voids: { ...noVoids, ...voids } });
  showScreen(<LockScreen />);
  expect(screen.getByText(says)).toBeVisible();
});
