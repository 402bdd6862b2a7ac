import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes a visitor gets, each file compressed as a good host does it. */
export interface PageWeight {
  /** The page itself, drawings included. */
  html: number;
  /** Scripts that the page loads by itself, with what they import at once; what is loaded on demand does not count. */
  script: number;
  style: number;
}

/** The weight of the postmortem page with the median HTML, and the HTML of the heaviest one. */
export function postmortemWeight(site: string): PageWeight & { heaviestHtml: number; pages: number } {
  const pages = pagesBelow(join(site, 'postmortems'))
    .filter((path, _, all) => path !== 'index.html' && !isAlongside(path, all))
    .map((path) => ({ path: `postmortems/${path}`, bytes: compressed(join(site, 'postmortems', path)) }))
    .sort((a, b) => a.bytes - b.bytes);
  const typical = pages[Math.floor(pages.length / 2)];
  if (typical === undefined) throw new Error(`No postmortem pages in ${site}.`);
  return { ...pageWeight(site, typical.path), heaviestHtml: pages.at(-1)?.bytes ?? 0, pages: pages.length };
}

/** Whether it is a page that goes with a postmortem's own, such as its brief. */
function isAlongside(path: string, all: readonly string[]): boolean {
  const above = posix.dirname(posix.dirname(path));
  return above !== '.' && all.includes(`${above}/index.html`);
}

/** @param page path of an HTML file below the site. */
export function pageWeight(site: string, page: string): PageWeight {
  const html = readFileSync(join(site, page), 'utf8');
  const scripts = new Set<string>();
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) follow(site, attribute(tag, 'src'), scripts);
  for (const [tag] of html.matchAll(/<link\b[^>]*rel="?modulepreload[^>]*>/g))
    follow(site, attribute(tag, 'href'), scripts);
  const styles = [...html.matchAll(/<link\b[^>]*rel="?stylesheet[^>]*>/g)].map(
    ([tag]) => attribute(tag, 'href') ?? '',
  );
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => text ?? '',
  );
  const total = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + compressed(join(site, path)), 0);
  return {
    html: gzipSync(html, { level: 9 }).length,
    script: total(scripts) + inline.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    style: total(new Set(styles)),
  };
}

function follow(site: string, path: string | undefined, found: Set<string>): void {
  if (path === undefined || found.has(path)) return;
  found.add(path);
  const text = readFileSync(join(site, path), 'utf8');
  for (const [, , target = ''] of text.matchAll(/\b(import|from)\s*["']([./][^"']*)["']/g))
    follow(site, posix.resolve(posix.dirname(path), target), found);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s>]+))`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
}

function compressed(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'));
}
