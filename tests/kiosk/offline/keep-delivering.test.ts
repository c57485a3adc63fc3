import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepDelivering } from '../../../src/kiosk/offline/keep-delivering';
import type { Delivery, DeliveryState } from '../../../src/sync/delivery-state';

const register = vi.fn(() => Promise.resolve());
let tell: (state: DeliveryState) => void;

/** A delivery that says of itself what a test wants it to. */
function toldDelivery(): Delivery {
  let state: DeliveryState = { phase: 'idle', reason: null, nextAttemptAtMs: null, lastDeliveryAtMs: null };
  return {
    start: () => undefined,
    stop: () => Promise.resolve(),
    nudge: () => undefined,
    noteRestored: () => undefined,
    state: () => state,
    subscribe: (listener) => {
      tell = (next) => {
        state = next;
        listener(next);
      };
      return () => undefined;
    },
  };
}

function rest(isOnline: boolean, lastDeliveryAtMs: number | null = null): Promise<void> {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  tell({ phase: 'resting', reason: isOnline ? 'unreachable' : 'offline', nextAttemptAtMs: 1, lastDeliveryAtMs });
  return new Promise((resolve) => setTimeout(resolve));
}

const release = vi.fn(() => Promise.resolve());
const request = vi.fn((_kind: 'screen') => Promise.resolve({ release, released: false }));

beforeEach(() => {
  register.mockClear();
  release.mockClear();
  request.mockClear();
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { ready: Promise.resolve({ sync: { register } }) },
  });
  keepDelivering(toldDelivery());
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  Reflect.deleteProperty(navigator, 'wakeLock');
  vi.restoreAllMocks();
});

it('asks the browser for word of the network while the tablet has none', async () => {
  await rest(false);
  expect(register).toHaveBeenCalledOnce();
});

it('asks nothing while only the server is away: the word would come at once, and again after every try', async () => {
  await rest(true);
  expect(register).not.toHaveBeenCalled();
});

it('asks once an outage, though each try fails: a word that comes at once must not call for the next', async () => {
  for (let tries = 0; tries < 5; tries += 1) await rest(false);
  expect(register).toHaveBeenCalledOnce();
  await rest(false, 60_000);
  await rest(false, 60_000);
  expect(register).toHaveBeenCalledTimes(2);
});

it('keeps the screen on while it sends, and no longer', async () => {
  tell({ phase: 'sending', reason: null, nextAttemptAtMs: null, lastDeliveryAtMs: null });
  await Promise.resolve();
  expect(request).toHaveBeenCalledExactlyOnceWith('screen');
  expect(release).not.toHaveBeenCalled();
  await rest(true);
  expect(release).toHaveBeenCalledOnce();
});
