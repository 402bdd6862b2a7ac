const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** A page's site-absolute address under the base path: `path('/postmortems/')` is `/kb/postmortems/` below `/kb/`. */
export function path(absolute: string): string {
  return base + absolute.replace(/^\/+/, '');
}
