import { useSyncExternalStore } from 'react';

/** Whether the page is on screen: not behind another app, and the tablet not asleep. */
export function useIsPageShown(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
