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
