import { deliverMessage, deliverTag } from './messages';

/** Background Sync, where the browser has it; TypeScript's library does not know it. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/**
 * Passes on to open pages that the network may be back. It delivers nothing itself: the queue belongs to the page, and
 * a tablet with no page open begins to deliver when the app is opened.
 */
export function passOnNudges(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent;
    if (tag === deliverTag) (event as SyncEvent).waitUntil(tellPages(worker.clients));
  });
}

async function tellPages(clients: Clients): Promise<void> {
  const pages = await clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage(deliverMessage);
}
