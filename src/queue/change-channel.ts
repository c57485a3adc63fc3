/** Tells the other tabs of this tablet that the queue has changed. Carries nothing but the fact. */
export interface ChangeChannel {
  announce(): void;
  listen(listener: () => void): void;
  close(): void;
}

/** The channel between tabs. */
export function openChangeChannel(name = 'madoguchi-queue'): ChangeChannel {
  const channel = new BroadcastChannel(name);
  return {
    announce: () => channel.postMessage('changed'),
    listen: (listener) => channel.addEventListener('message', listener),
    close: () => channel.close(),
  };
}
