import { addressOf } from './address.ts';

/** What a link or image in a content file points to, before anybody looked whether it is there. */
export type Target =
  | { kind: 'elsewhere'; scheme: 'web' | 'mail' }
  /** Somewhere on the same page; an empty anchor is its top. */
  | { kind: 'here'; anchor: string }
  /** A path below `content/`. */
  | { kind: 'content'; path: string; anchor: string | null }
  /** A relative path that leaves `content/`. */
  | { kind: 'outside' }
  /** `/path` and `//host/path`. */
  | { kind: 'absolute' }
  /** `javascript:` and every other scheme that is not for links. */
  | { kind: 'forbidden' };

/** Reads a link as written in the file at `from`, a path below `content/` such as `postmortems/2018/fax.mdx`. */
export function targetOf(from: string, url: string): Target {
  const address = addressOf(url);
  if (address.kind === 'external') return { kind: 'elsewhere', scheme: 'web' };
  if (address.kind === 'mail') return { kind: 'elsewhere', scheme: 'mail' };
  if (address.kind === 'forbidden') return { kind: /^\s*[\\/]/.test(url) ? 'absolute' : 'forbidden' };
  const { path, anchor } = splitUrl(url.trim());
  if (path === '') return { kind: 'here', anchor: anchor ?? '' };
  const segments = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return { kind: 'outside' };
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return { kind: 'content', path: segments.join('/'), anchor };
}

/** The relative link that leads from one file below `content/` to another. */
export function relativeLink(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const segments = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < segments.length - 1 && folder[shared] === segments[shared])
    shared += 1;
  const up = '../'.repeat(folder.length - shared);
  return `${up === '' ? './' : up}${segments.slice(shared).join('/')}`;
}

function splitUrl(url: string): { path: string; anchor: string | null } {
  const hash = url.indexOf('#');
  const beforeHash = hash === -1 ? url : url.slice(0, hash);
  const query = beforeHash.indexOf('?');
  return {
    path: decoded(query === -1 ? beforeHash : beforeHash.slice(0, query)),
    anchor: hash === -1 ? null : decoded(url.slice(hash + 1)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is what people write in file names; then the text is taken as it stands.
    return text;
  }
}
