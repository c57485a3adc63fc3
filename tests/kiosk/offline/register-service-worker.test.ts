import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerServiceWorker } from '../../../src/kiosk/offline/register-service-worker';
import type { SlipFacts } from '../../../src/domain/slip/what-comes-next';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { useSession } from '../../../src/kiosk/session/session-store';
import { parseReceptionNumber } from '../../../src/domain/submission/reception-number';

const messageSkipWaiting = vi.hoisted(() => vi.fn());
const register = vi.hoisted(() => vi.fn());
vi.mock('workbox-window', () => ({
  Workbox: class {
    readonly messageSkipWaiting = messageSkipWaiting;
    addEventListener(): void {
      // Nobody waits in these tests.
    }
    readonly register = register;
  },
}));

const reload = vi.fn();
let worker: EventTarget & { controller: object | null };

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  register.mockReset().mockResolvedValue({ active: {} });
  worker = Object.assign(new EventTarget(), { controller: {} });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: worker });
  useSession.setState({ place: { kind: 'home' }, draft: undefined });
  useTablet.setState({ stage: 'ready' });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const slip: SlipFacts = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined };

/** A first version in the midst of its installation. */
class Installing extends EventTarget {
  state: ServiceWorkerState = 'installing';

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

const takeOver = (): boolean => worker.dispatchEvent(new Event('controllerchange'));

it('opens the kiosk anew in every tab when another version has taken over', () => {
  registerServiceWorker(reload);
  takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

it('does nothing of the kind when the first version of all claims its page', () => {
  worker.controller = null;
  registerServiceWorker(reload);
  takeOver();
  expect(reload).not.toHaveBeenCalled();
  takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

it('waits with that until nobody is served and the number was read', () => {
  const receptionNumber = parseReceptionNumber('み01-0008-2');
  if (!receptionNumber) throw new Error('no reception number');
  registerServiceWorker(reload);
  useSession.setState({ place: { kind: 'sealed', receptionNumber, slip } });
  takeOver();
  expect(reload).not.toHaveBeenCalled();
  useSession.setState({ place: { kind: 'home' } });
  expect(reload).toHaveBeenCalledOnce();
});

it('opens the kiosk anew where the waiting version cannot take over from under this page', () => {
  const applyUpdate = registerServiceWorker(reload);
  applyUpdate();
  expect(messageSkipWaiting).toHaveBeenCalledOnce();
  expect(useTablet.getState().stage, 'nobody new is begun on files that are about to go').toBe('starting');
  expect(reload).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(reload).toHaveBeenCalledOnce();
});

it('says that the app is not kept until its first installation has ended, and tries again where that failed', async () => {
  const [failing, working] = [new Installing(), new Installing()];
  register.mockResolvedValueOnce({ active: null, installing: failing });
  register.mockResolvedValueOnce({ active: null, installing: working });
  registerServiceWorker(reload);
  await vi.advanceTimersByTimeAsync(0);
  expect(useTablet.getState().isShellKept).toBe(false);
  failing.become('redundant');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(register).toHaveBeenCalledTimes(2);
  working.become('activated');
  await vi.advanceTimersByTimeAsync(0);
  expect(useTablet.getState().isShellKept).toBe(true);
  await vi.advanceTimersByTimeAsync(1_200_000);
  expect(register).toHaveBeenCalledTimes(2);
});

it('asks for its files again as soon as the network is back', async () => {
  register.mockRejectedValueOnce(new TypeError('no network'));
  registerServiceWorker(reload);
  await vi.advanceTimersByTimeAsync(0);
  expect(useTablet.getState().isShellKept).toBe(false);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(useTablet.getState().isShellKept).toBe(true);
});
