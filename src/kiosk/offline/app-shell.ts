import { isDeliverMessage } from '../../service-worker/messages';
import { browserClock, browserSignals } from '../../sync/device-ports';
import { keepTrying } from '../../sync/pace/keep-trying';
import { useTablet } from '../tablet/tablet-store';

/**
 * Registers the worker that keeps the app's own files on this tablet, until it has them: a first installation that is
 * cut off is not begun again by the browser, and the app would not open without a network.
 */
export function keepAppShell(register: () => Promise<ServiceWorkerRegistration | undefined>): void {
  const tellWhetherKept = async (): Promise<boolean> => {
    const registration = await register();
    useTablet.setState({ isShellKept: Boolean(registration?.active) });
    return registration !== undefined && whenInstalled(registration);
  };
  const attempt = async (): Promise<boolean> => {
    // Online the app works without; the browser says why in its own console.
    const isShellKept = await tellWhetherKept().catch(() => false);
    useTablet.setState({ isShellKept });
    return isShellKept;
  };
  keepTrying(attempt, { clock: browserClock, signals: browserSignals(isDeliverMessage), random: Math.random });
}

/** At once where a version is at work, else as soon as the first one is installed, or has failed to be. */
function whenInstalled({ active, installing, waiting }: ServiceWorkerRegistration): Promise<boolean> {
  const first = installing ?? waiting;
  if (active || !first) return Promise.resolve(active !== null);
  return new Promise((resolve) => {
    const look = (): void => {
      if (first.state !== 'activated' && first.state !== 'redundant') return;
      first.removeEventListener('statechange', look);
      resolve(first.state === 'activated');
    };
    first.addEventListener('statechange', look);
    look();
  });
}
