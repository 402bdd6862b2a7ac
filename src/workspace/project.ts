import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortHash } from './short-hash.ts';

/** Where things are, and how the site is reached. */
export interface Project {
  /** Absolute path of the repository. */
  root: string;
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute origin such as `https://kb.example`, or null where `SITE_URL` is not set. */
  siteUrl: string | null;
  /** `/`, or `/kb/` with slashes at both ends. */
  basePath: string;
}

/** A setting from the environment that can't be used; commands print it and end with exit code 2. */
export class UsageError extends Error {}

/**
 * Reads `CONTENT_DIR`, `SITE_URL` and `BASE_PATH`.
 *
 * @throws UsageError where one of them is set to something that can't work.
 */
export function projectFromEnvironment(environment: Record<string, string | undefined>): Project {
  const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
  return {
    root,
    content: resolve(root, environment['CONTENT_DIR'] || 'content'),
    siteUrl: siteUrl(environment['SITE_URL']),
    basePath: basePath(environment['BASE_PATH']),
  };
}

/** A path as reports show it: from the project's root, with forward slashes. */
export function displayPath(project: Project, file: string): string {
  const path = relative(project.root, file);
  return (isAbsolute(path) ? file : path).split(sep).join('/');
}

/** Tells apart what was made from another content folder or for another address. */
export function variantOf({ content, basePath, siteUrl }: Project): string {
  return shortHash(`${content}\n${basePath}\n${siteUrl}`);
}

/** A folder for what can be made again, where CI services already keep caches between builds. */
export function cacheFolder(project: Project, name: string): string {
  return join(project.root, 'node_modules/.astro', name);
}

function siteUrl(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new UsageError(
      `SITE_URL is "${value}", which is not a web address. Write it like SITE_URL=https://kb.example.com`,
    );
  if (url.pathname !== '/')
    throw new UsageError(
      `SITE_URL is "${value}", which has a path. Put the path into BASE_PATH: SITE_URL=${url.origin} BASE_PATH=${url.pathname}`,
    );
  return url.origin;
}

function basePath(value: string | undefined): string {
  if (!value) return '/';
  if (!/^[\w./~-]*$/.test(value) || value.includes('..') || value.includes('//'))
    throw new UsageError(`BASE_PATH is "${value}", which is not a path. Write it like BASE_PATH=/kb/`);
  const inner = value.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
