import { Workbox } from 'workbox-window';
import { useSession } from '../session/session-store';
import { useTablet } from '../tablet/tablet-store';

const lookForUpdateEveryMs = 60 * 60 * 1000;

/**
 * Registers the service worker that keeps the app shell. A waiting version is offered on the home screen and takes
 * over only when a person says so, between two applicants. Returns how to let it.
 */
export function registerServiceWorker(): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const workbox = new Workbox('/service-worker.js');
  let isApplying = false;
  workbox.addEventListener('waiting', () => useTablet.setState({ isUpdateWaiting: true }));
  workbox.addEventListener('controlling', () => {
    if (isApplying) reloadBetweenApplicants();
  });
  // Without a service worker the app still works online; the browser says why in its own console.
  void workbox.register().catch(() => undefined);
  setInterval(() => void workbox.update().catch(() => undefined), lookForUpdateEveryMs);
  return () => {
    isApplying = true;
    workbox.messageSkipWaiting();
  };
}

/** Somebody may have been quicker than the update: then it waits until their application has ended. */
function reloadBetweenApplicants(): void {
  const isServing = (): boolean => useSession.getState().draft !== undefined;
  if (!isServing()) {
    location.reload();
    return;
  }
  useSession.subscribe(() => {
    if (!isServing()) location.reload();
  });
}
