/*
 * Answers for pages that are kept in the browser (src/site/client/keep-offline.ts): from the network, and as they were
 * last seen where there is none, or where it fails or takes its time.
 */
const patience = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  const fresh = fetch(request);
  if (kept === undefined) return fresh;
  const served = fresh.then(
    (response) => (response.status < 500 ? response : kept),
    () => kept,
  );
  return Promise.race([served, new Promise((resolve) => setTimeout(resolve, patience, kept))]);
}
