import { deliverTag } from '../../service-worker/messages';
import type { Delivery } from '../../sync/delivery-state';

/** Background Sync, which not every browser has and TypeScript's library does not know. */
interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/**
 * While envelopes are being sent the screen stays on, locked or not: a tablet that falls asleep sends nothing. While
 * delivery rests, the browser is asked to say when the network is back.
 */
export function keepDelivering(delivery: Delivery): void {
  const holdScreen = screenHolder();
  /** The last delivery before the browser was asked for word: it is asked once an outage. */
  let askedAfterMs: number | null | undefined;
  const follow = (): void => {
    const { phase, lastDeliveryAtMs } = delivery.state();
    void holdScreen(phase === 'sending' && document.visibilityState === 'visible');
    if (phase !== 'resting' || navigator.onLine || askedAfterMs === lastDeliveryAtMs) return;
    askedAfterMs = lastDeliveryAtMs;
    void askForNudge();
  };
  delivery.subscribe(follow);
  document.addEventListener('visibilitychange', follow);
  follow();
}

function screenHolder(): (isWanted: boolean) => Promise<void> {
  let wanted = false;
  let held: WakeLockSentinel | undefined;
  let isAsking = false;
  return async (isWanted) => {
    wanted = isWanted;
    if (isAsking) return;
    isAsking = true;
    // A low battery may refuse it; delivery goes on without.
    if (wanted && (!held || held.released)) held = await requestScreen();
    isAsking = false;
    if (!wanted) void held?.release();
  };
}

async function requestScreen(): Promise<WakeLockSentinel | undefined> {
  const wakeLock = navigator.wakeLock as WakeLock | undefined;
  return wakeLock?.request('screen').catch(() => undefined);
}

/**
 * Only while the tablet itself knows that it has no network, and not again before something has arrived: a browser that
 * believes to have one passes the word on at once, and each try that fails would call for the next.
 */
async function askForNudge(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration: SyncRegistration = await navigator.serviceWorker.ready;
  await registration.sync?.register(deliverTag).catch(() => undefined);
}
