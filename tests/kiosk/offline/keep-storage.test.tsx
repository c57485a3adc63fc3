import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ja } from '../../../src/i18n/ja/ja';
import { keepStorage } from '../../../src/kiosk/offline/keep-storage';
import { DeliveryDialog } from '../../../src/kiosk/status/DeliveryDialog';
import { showScreen, startSession } from '../show-screen';

it.each([
  { what: 'agreed to it before', isPersisted: true, isGranted: false, asked: 0, says: ja.delivery.storageKept },
  { what: 'agrees', isPersisted: false, isGranted: true, asked: 1, says: ja.delivery.storageKept },
  { what: 'does not agree', isPersisted: false, isGranted: false, asked: 1, says: ja.delivery.storageNotKept },
])(
  'the browser is asked to keep the queue, and what it says is shown: $what',
  async ({ isPersisted, isGranted, asked, says }) => {
    const persist = vi.fn(() => Promise.resolve(isGranted));
    const storage = { persisted: () => Promise.resolve(isPersisted), persist } as Partial<StorageManager> as StorageManager;
    await keepStorage({ storage });
    expect(persist).toHaveBeenCalledTimes(asked);
    startSession();
    showScreen(<DeliveryDialog onClose={() => undefined} />);
    expect(screen.getByText(says)).toBeVisible();
  },
);
