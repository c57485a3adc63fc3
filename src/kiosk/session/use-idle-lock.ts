import { useConfiguration } from '../tablet/tablet-store';
import { useIdleCountdown } from './idle-countdown';
import { lock } from './session-store';

/** Where a configuration says nothing: long enough for a quiet hour at a counter, short enough for a tablet left behind. */
const usualLockSeconds = 15 * 60;

/** Locks the tablet when it was left alone on a screen of the staff that holds no application. Delivery goes on. */
export function useIdleLock(): void {
  const { kiosk } = useConfiguration();
  useIdleCountdown({ idleSeconds: kiosk.lockSeconds ?? usualLockSeconds, warningSeconds: 0 }, lock);
}
