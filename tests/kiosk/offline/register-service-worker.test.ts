import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerServiceWorker } from '../../../src/kiosk/offline/register-service-worker';
import type { SlipFacts } from '../../../src/domain/slip/what-comes-next';
import { useSession } from '../../../src/kiosk/session/session-store';
import { parseReceptionNumber } from '../../../src/domain/submission/reception-number';

const messageSkipWaiting = vi.hoisted(() => vi.fn());
vi.mock('workbox-window', () => ({
  Workbox: class {
    readonly messageSkipWaiting = messageSkipWaiting;
    addEventListener(): void {
      // Nobody waits in these tests.
    }
    register(): Promise<void> {
      return Promise.resolve();
    }
  },
}));

const reload = vi.fn();
let worker: EventTarget & { controller: object | null };

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  worker = Object.assign(new EventTarget(), { controller: {} });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: worker });
  useSession.setState({ place: { kind: 'home' }, draft: undefined });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const slip: SlipFacts = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined };

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
  expect(reload).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(reload).toHaveBeenCalledOnce();
});
