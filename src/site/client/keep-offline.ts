import { path } from '../paths.ts';

/**
 * Keeps this page and all it shows in the browser, so that it can be loaded anew without a network: in a meeting room, or
 * where a browser puts its tabs to sleep. Where there is a network the page comes from there, and what is kept with it.
 *
 * @returns Whether it is kept; only secure addresses (https, localhost) can be, and nothing is while somebody writes.
 */
export async function keepOffline(): Promise<boolean> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return false;
  try {
    const { pathname } = location;
    await loaded();
    const cache = await caches.open(`fire-marshal ${pathname}`);
    const wanted = new Set([pathname, ...shown()].map((url) => new URL(url, location.href).href));
    await cache.addAll([...wanted]);
    for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
    await navigator.serviceWorker.register(path('/offline-worker.js'), { scope: pathname });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    // No room, no right, or no network by now: the page works as any other does.
    return false;
  }
}

function loaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

/** Addresses of what the page has loaded or is about to, as far as they are the site's own. */
function shown(): string[] {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  const images = [...document.images].map(({ currentSrc, src }) => currentSrc || src);
  const icons = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(({ href }) => href);
  return [...fetched, ...images, ...icons].filter((url) => url.startsWith(`${location.origin}/`));
}
