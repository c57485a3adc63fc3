/** The worker imports nothing of the kiosk; a journey sees that this is where its requests go. */
const apiRoute = { condition: { urlPattern: '/api/*' }, source: 'network' } as const;

/** The worker's static routes, where the browser has them; TypeScript's library does not know them. */
interface RoutableInstallEvent extends ExtendableEvent {
  readonly addRoutes?: (route: typeof apiRoute) => Promise<void>;
}

/** What goes to the server is none of the worker's business: the browser sends it there without asking. */
export function leaveApiAlone(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('install', (event) => {
    // Elsewhere the worker is asked, and answers none of it.
    (event as RoutableInstallEvent).addRoutes?.(apiRoute).catch(() => undefined);
  });
}
