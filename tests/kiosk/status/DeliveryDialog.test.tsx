import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { WorkNotice } from '../../../src/domain/submission/work-limits';
import { ja } from '../../../src/i18n/ja/ja';
import { DeliveryDialog } from '../../../src/kiosk/status/DeliveryDialog';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { showScreen, startSession } from '../show-screen';

const noRoom: WorkNotice = { concern: 'room', figure: 0, isStop: true };
const { isOnline, delivery, workNotices } = useTablet.getState();
afterEach(() => useTablet.setState({ isOnline, delivery, workNotices }));

function show(...notices: readonly WorkNotice[]): string {
  startSession();
  useTablet.setState({ isOnline: false, workNotices: notices });
  showScreen(<DeliveryDialog onClose={() => undefined} />);
  return screen.getByRole('alert').textContent;
}

it('says without a network that applications go on', () => {
  expect(show()).toBe(ja.delivery.reason.offline + ja.delivery.goOn);
});

it('does not promise that applications go on where work is stopped', () => {
  expect(show(noRoom)).toBe(ja.delivery.reason.offline);
});
