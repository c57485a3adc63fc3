import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { modelsCacheName } from './models-cache';
import { isSkipWaitingMessage } from './messages';
import { leaveApiAlone } from './api-route';
import { passOnNudges } from './nudge';

declare const self: ServiceWorkerGlobalScope;

/** The kiosk has one address. Everything else that is navigated to belongs to the server. */
const kioskAddress = [/^\/(?:index\.html)?(?:\?|$)/];

// The app shell is stored whole while installing, or the installation fails and the old one stays.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [] });

// What an earlier version stored is removed when this one takes over.
cleanupOutdatedCaches();

// The kiosk opens from the precache.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: kioskAddress }));

// The photo's models come from where the page stored them, verified; until then from the network. Nothing is added
// here, and no other route exists: what is neither shell nor model is not touched at all.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/models/'),
  async ({ request }) => (await caches.match(request, { cacheName: modelsCacheName })) ?? fetch(request),
);

// Uploads pass without being looked at, which a slow tablet feels.
leaveApiAlone(self);

// A tablet that is set up and carried away at once must already find its lazily loaded code here.
clientsClaim();

// A new version waits until the page, which knows when no applicant is being served, lets it take over.
self.addEventListener('message', (event) => {
  if (isSkipWaitingMessage(event.data)) void self.skipWaiting();
});

// The browser's word that the network is back reaches a page whose own signal was missed.
passOnNudges(self);
