import { Workbox } from 'workbox-window';
import { keepAppShell } from './app-shell';
import { isBetweenPeople } from './between-people';
import { useSession } from '../session/session-store';
import { useTablet } from '../tablet/tablet-store';

const lookForUpdateEveryMs = 60 * 60 * 1000;
/** A version takes over within a moment, or Chromium believes this page to be in the middle of a request: for minutes. */
const longestTakeoverMs = 5_000;

/**
 * Registers the service worker that keeps the app shell. A waiting version is offered on the home screen and takes
 * over only when a person says so, between two applicants. Returns how to let it.
 */
export function registerServiceWorker(reload = (): void => location.reload()): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const workbox = new Workbox('/service-worker.js');
  // The first worker of all claims its page, which is of its own version.
  let isOfEarlierVersion = navigator.serviceWorker.controller !== null;
  workbox.addEventListener('waiting', () => useTablet.setState({ isUpdateWaiting: true }));
  // Also where another tab let it: the files of the earlier version are gone.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isOfEarlierVersion) whenNothingIsOpen(reload);
    isOfEarlierVersion = true;
  });
  keepAppShell(() => workbox.register());
  setInterval(() => void workbox.update().catch(() => undefined), lookForUpdateEveryMs);
  return () => {
    // Nobody is begun to be served on files that are about to go.
    useTablet.setState({ stage: 'starting' });
    workbox.messageSkipWaiting();
    // A page that goes lets go of the earlier version.
    setTimeout(() => whenNothingIsOpen(reload), longestTakeoverMs);
  };
}

/** Not while anybody is being served or reads their number, nor in the midst of anything else. */
function whenNothingIsOpen(act: () => void): void {
  const isIdle = (): boolean => isBetweenPeople(useSession.getState());
  if (isIdle()) {
    act();
    return;
  }
  const stop = useSession.subscribe(() => {
    if (!isIdle()) return;
    stop();
    act();
  });
}
