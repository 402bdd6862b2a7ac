import type { Base } from '../page/urls.ts';

/** A page's whole address. Without a `siteUrl`, the site's origin, it begins at the root of its host. */
export function absolute(siteUrl: string | null, path: string): string {
  return `${siteUrl ?? ''}${path}`;
}

/** A name for a page that stays the same as long as the site's address does; it names no host where the site has none. */
export function identifier(siteUrl: string | null, path: string): string {
  return siteUrl === null ? `tag:fire-marshal.invalid,2026:${path}` : `${siteUrl}${path}`;
}

/** Where an improvement stands on its page, with what a URL can't hold written as a URL does. */
export function improvementPath(postmortemPath: string, anchor: string): string {
  return `${postmortemPath}#${encodeURIComponent(anchor.toWellFormed())}`;
}

/**
 * A name for something on the site that no other site has: its id, then `@` and the site's host and path. The same for as
 * long as the id and the address are. Printable ASCII, and short, as RFC 7986 asks of a calendar's UIDs: a long id is cut
 * and ends in its checksum.
 */
export function stableName(siteUrl: string | null, { basePath }: Base, id: string): string {
  const name = encodeURIComponent(id.toWellFormed()).replaceAll('%2F', '/').replaceAll('%23', '#');
  const short = name.length <= longestName ? name : `${name.slice(0, longestName - 17)}~${checksum(name)}`;
  const host = siteUrl?.replace(/^https?:\/\//, '') ?? 'fire-marshal.invalid';
  return `${short}@${host}${basePath.replace(/\/$/, '')}`;
}

const longestName = 180;

/** FNV-1a, 64 bits, of ASCII text. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
