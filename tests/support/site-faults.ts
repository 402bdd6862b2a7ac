import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

export interface SiteFolder {
  dist: string;
  basePath: string;
  siteUrl: string | null;
}

/** A page of a built site: its address from the host's root, and what a browser makes of its text. */
export interface Page {
  url: string;
  document: Document;
}

/** Files of a folder, from it, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export function pagesOf({ dist, basePath }: SiteFolder): Page[] {
  return filesBelow(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      url: `${basePath}${file.replace(/(^|\/)index\.html$/, '$1')}`,
      document: new JSDOM(readFileSync(join(dist, file), 'utf8')).window.document,
    }));
}

const unknownHost = 'https://host.invalid';

/**
 * Follows addresses of one site as its readers' browsers would.
 *
 * @returns what is wrong with an address that stands on a page, or null.
 */
export function follower(site: SiteFolder, pages: readonly Page[]) {
  const origin = site.siteUrl ?? unknownHost;
  const ids = new Map(
    pages.map(({ url, document }) => [
      url,
      new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
    ]),
  );
  return (from: string, address: string): string | null => {
    if (!URL.canParse(address, `${origin}${from}`)) return 'is no address';
    const target = new URL(address, `${origin}${from}`);
    if (target.origin !== origin)
      return /^(https?|mailto):$/.test(target.protocol) ? null : `has the scheme ${target.protocol}`;
    const path = decodeURIComponent(target.pathname);
    if (!path.startsWith(site.basePath)) return `leaves ${site.basePath}`;
    const file = join(site.dist, path.slice(site.basePath.length));
    const found = existsSync(file) && (!statSync(file).isDirectory() || path.endsWith('/'));
    if (!found || (path.endsWith('/') && !existsSync(join(file, 'index.html')))) return 'leads nowhere';
    const anchor = decodeURIComponent(target.hash.slice(1));
    return anchor === '' || ids.get(path)?.has(anchor) ? null : 'names no place on its page';
  };
}

/** Everything that a page refers to by address, links and resources alike. */
export function addressesOf({ document }: Page): string[] {
  const addresses: string[] = [];
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      if (/^(?:href|src|xlink:href|action|poster|data|formaction)$/.test(name)) addresses.push(value);
      else if (name === 'srcset')
        addresses.push(...value.split(',').map((part) => part.trim().split(/\s/)[0] ?? ''));
  return addresses;
}

/** Links and anchors that lead nowhere, as `page -> address: why`. */
export function brokenLinks(site: SiteFolder, pages: readonly Page[]): string[] {
  const fault = follower(site, pages);
  return pages.flatMap((page) =>
    [...new Set(addressesOf(page))].flatMap((address) => {
      const found = fault(page.url, address);
      return found === null ? [] : [`${page.url} -> ${address}: ${found}`];
    }),
  );
}

/** What a page would fetch from another host, or run from within itself. */
export function unsafeParts({ url, document }: Page, siteUrl: string | null): string[] {
  const found: string[] = [];
  const local = (address: string): boolean =>
    address.startsWith('data:image/') || new URL(address, `${unknownHost}${url}`).origin === unknownHost;
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    // Data for a script is never run.
    const isData = name === 'script' && element.getAttribute('type') === 'application/json';
    if (name === 'script' && !isData && (!element.hasAttribute('src') || element.textContent !== ''))
      found.push('inline <script>');
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}`);
      if (attribute === 'style') found.push(`${name} style`);
      const resource =
        (/^(?:src|srcset|poster|data)$/.test(attribute) && name !== 'a') ||
        (/href$/.test(attribute) && !['a', 'link'].includes(name)) ||
        (name === 'link' && attribute === 'href' && element.getAttribute('rel') !== 'canonical');
      if (resource && !local(value)) found.push(`${name} ${attribute}=${value}`);
    }
    if (name === 'style' && /@import|url\(\s*['"]?(?!#)/i.test(element.textContent ?? ''))
      found.push('a <style> that fetches');
    if (['iframe', 'object', 'embed', 'base', 'foreignobject'].includes(name.toLowerCase()))
      found.push(`<${name}>`);
  }
  const csp = policyOf(document);
  if (!csp['default-src']?.includes("'self'")) found.push('no Content Security Policy');
  for (const loose of ["'unsafe-inline'", "'unsafe-eval'", '*', 'data:', 'https:'])
    if ((csp['script-src'] ?? csp['default-src'] ?? [loose]).includes(loose))
      found.push(`scripts allowed from ${loose}`);
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null;
  const indexed = document.querySelector('meta[name=robots]')?.getAttribute('content') !== 'noindex';
  const wanted = siteUrl !== null && indexed ? `${siteUrl}${url}` : null;
  if (canonical !== wanted) found.push(`canonical ${canonical}, not ${wanted}`);
  return found.map((what) => `${url}: ${what}`);
}

function policyOf(document: Document): Record<string, string[]> {
  const text = document.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content');
  return Object.fromEntries(
    (text ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

/** What every page owes its readers, their browsers and their screen readers. */
export function missingParts({ url, document }: Page): string[] {
  const found: string[] = [];
  const content = (selector: string): string =>
    document.querySelector(selector)?.getAttribute('content')?.trim() ?? '';
  if (document.compatMode !== 'CSS1Compat') found.push('no doctype');
  if (!document.documentElement.lang) found.push('no language');
  if (!document.title.trim()) found.push('no title');
  if (/undefined|null|NaN|\[object/.test(document.title)) found.push(`title ${document.title}`);
  for (const name of ['og:title', 'og:type', 'og:site_name'])
    if (content(`meta[property="${name}"]`) === '') found.push(`no ${name}`);
  if (content('meta[name=viewport]') === '') found.push('no viewport');
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) found.push(`${headings} h1`);
  if (document.querySelectorAll('main').length !== 1) found.push('not one main');
  if (!document.querySelector('main')?.textContent?.trim()) found.push('an empty page');
  const seen = new Set<string>();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (id === '') found.push('an empty id');
    if (seen.has(id)) found.push(`id ${id} twice`);
    seen.add(id);
  }
  for (const reference of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const element of document.querySelectorAll(`[${reference}]`))
      for (const id of element.getAttribute(reference)?.split(/\s+/) ?? [])
        if (!seen.has(id)) found.push(`${reference}=${id} names nothing`);
  for (const image of document.querySelectorAll('img:not([alt])'))
    found.push(`img ${image.getAttribute('src')} without alt`);
  const words = document.body.textContent ?? '';
  for (const slip of ['[object Object]', 'undefined', 'NaN'])
    if (words.includes(slip)) found.push(`says ${slip}`);
  return found.map((what) => `${url}: ${what}`);
}

/** Pages that no chain of links leads to from the first one. */
export function orphans(site: SiteFolder, pages: readonly Page[]): string[] {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const reached = new Set<string>();
  const queue = [site.basePath];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    const page = byUrl.get(url);
    if (page === undefined || reached.has(url)) continue;
    reached.add(url);
    for (const link of page.document.querySelectorAll('a[href]'))
      queue.push(new URL(link.getAttribute('href') ?? '', `${unknownHost}${url}`).pathname);
  }
  return [...byUrl.keys()].filter((url) => !reached.has(url));
}
