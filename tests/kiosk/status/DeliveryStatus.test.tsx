import { act, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { timeWords } from '../../../src/i18n/day-words';
import { ja } from '../../../src/i18n/ja/ja';
import { DeliveryStatus } from '../../../src/kiosk/status/DeliveryStatus';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { showScreen, startSession } from '../show-screen';

const { delivery } = useTablet.getState();
afterEach(() => useTablet.setState({ delivery }));

const atMs = Date.UTC(2026, 10, 20, 1, 5);
const deliver = (phase: 'sending' | 'idle', lastDeliveryAtMs: number): void =>
  act(() => useTablet.setState({ delivery: { ...delivery, phase, lastDeliveryAtMs } }));

it('rests while much is sent, and names the last delivery when that has ended', () => {
  startSession();
  const onRender = vi.fn();
  showScreen(
    <Profiler id="status" onRender={onRender}>
      <DeliveryStatus />
    </Profiler>,
  );
  deliver('sending', atMs);
  expect(screen.getByText(ja.common.status.sending)).toBeVisible();
  onRender.mockClear();
  deliver('sending', atMs + 1000);
  deliver('sending', atMs + 60_000);
  expect(onRender).not.toHaveBeenCalled();
  deliver('idle', atMs + 60_000);
  const last = ja.common.status.lastDelivery.replace('{{time}}', timeWords(atMs + 60_000));
  expect(screen.getByText(last)).toBeVisible();
  deliver('idle', atMs + 120_000);
  expect(screen.queryByText(last)).toBeNull();
});
