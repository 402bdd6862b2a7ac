const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** A page's site-absolute address under the base path: `path('/postmortems/')` is `/kb/postmortems/` below `/kb/`. */
export function path(absolute: string): string {
  return base + absolute.replace(/^\/+/, '');
}

/** The search's page, asked for words. */
export function searchPath(words: string): string {
  return path(`/search/?q=${encodeURIComponent(words)}`);
}
