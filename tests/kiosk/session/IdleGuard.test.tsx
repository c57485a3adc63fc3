import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleGuard } from '../../../src/kiosk/session/IdleGuard';
import { useIdleLock } from '../../../src/kiosk/session/use-idle-lock';
import { useSession } from '../../../src/kiosk/session/session-store';
import { sampleConfiguration, sampleDraft, samplePhoto } from '../../support/sample-application';
import { showScreen, startSession } from '../show-screen';

const { idleSeconds, idleWarningSeconds } = sampleConfiguration().kiosk;
const photo = samplePhoto();

function waitSeconds(seconds: number): void {
  act(() => void vi.advanceTimersByTime(seconds * 1000));
}

describe('an application left alone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    startSession({ draft: sampleDraft({ photo }) });
    showScreen(
      <IdleGuard>
        <p>content</p>
      </IdleGuard>,
    );
  });
  afterEach(() => void vi.useRealTimers());

  it('is wiped after a visible countdown', () => {
    waitSeconds(idleSeconds - 1);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    waitSeconds(2);
    expect(screen.getByRole('timer')).toHaveTextContent(`あと${idleWarningSeconds}秒`.slice(0, 2));
    waitSeconds(idleWarningSeconds);
    expect(useSession.getState().draft).toBeUndefined();
    expect(photo.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('stays as long as somebody touches the screen', () => {
    waitSeconds(idleSeconds + 1);
    fireEvent.pointerDown(document.body);
    waitSeconds(idleSeconds - 1);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(useSession.getState().draft).toBeDefined();
  });
});

describe('a staff screen left alone', () => {
  function StaffScreen() {
    useIdleLock();
    return <p>content</p>;
  }

  function showStaffScreen(lockSeconds?: number): void {
    const configuration = sampleConfiguration();
    startSession({ place: { kind: 'home' } }, { ...configuration, kiosk: { ...configuration.kiosk, lockSeconds } });
    showScreen(<StaffScreen />);
  }
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['as long as is configured', 120, 120],
    ['a quarter of an hour where nothing is', undefined, 900],
  ] as const)('locks after %s', (_name, configured, seconds) => {
    showStaffScreen(configured);
    waitSeconds(seconds - 1);
    fireEvent.pointerDown(document.body);
    waitSeconds(seconds - 1);
    expect(useSession.getState().isLocked).toBe(false);
    waitSeconds(2);
    expect(useSession.getState().isLocked).toBe(true);
  });
});
