/** The one lock that a delivering tab holds; every other tab of this tablet waits for it. */
export interface RunnerLock {
  /** Fulfilled with the release once the lock is held; rejects where `signal` aborts before. */
  acquire(signal: AbortSignal): Promise<() => void>;
}

/** Timers that can be turned by hand in a test. */
export interface Clock {
  readonly nowMs: () => number;
  /** Calls once after the delay; returns how to call it off. */
  setTimer(callback: () => void, delayMs: number): () => void;
}

/** What the tablet notices that makes a new attempt worth while; returns how to stop listening. */
export type DeviceSignals = (listener: (noticed: 'online' | 'seen' | 'nudged') => void) => () => void;

/** Web Locks: the browser gives the lock back when a tab ends, however it ends. */
export function browserRunnerLock(name = 'madoguchi-delivery'): RunnerLock {
  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        const held = (): Promise<void> => new Promise((release) => resolve(release));
        navigator.locks.request(name, { signal }, held).catch(reject);
      }),
  };
}

export const browserClock: Clock = {
  nowMs: () => Date.now(),
  setTimer: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The browser's word that a network has come, or that somebody looks at the page again, or (`nudged`) the worker's. */
export function browserSignals(isNudge: (message: unknown) => boolean): DeviceSignals {
  return (listener) => {
    const end = new AbortController();
    const { signal } = end;
    window.addEventListener('online', () => listener('online'), { signal });
    const onVisibility = (): void => {
      if (document.visibilityState === 'visible') listener('seen');
    };
    document.addEventListener('visibilitychange', onVisibility, { signal });
    const onMessage = ({ data }: MessageEvent): void => {
      if (isNudge(data)) listener('nudged');
    };
    // Absent where the page is not served securely.
    (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.addEventListener('message', onMessage, { signal });
    return () => end.abort();
  };
}
