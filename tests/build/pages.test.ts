import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { postmortemWeight } from '../bench/page-weight.ts';
import {
  brokenLinks,
  filesBelow,
  follower,
  missingParts,
  orphans,
  type Page,
  pagesOf,
  unsafeParts,
} from '../support/site-faults.ts';
import type { SampleSite } from '../support/sites.ts';

const known = new Map<string, Page[]>();

/** A site's pages, parsed once. */
function read(site: SampleSite): Page[] {
  const pages = known.get(site.dist) ?? pagesOf(site);
  known.set(site.dist, pages);
  return pages;
}

describe.each(['sample', 'sampleBelowPath'] as const)('the site %s', (name) => {
  const site = inject(name);
  const pages = read(site);

  test('is built without a word of complaint', () => {
    expect(site).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('has a page of every kind', () => {
    const own = pages.map(({ url }) => url.slice(site.basePath.length));
    expect(own).toEqual(
      expect.arrayContaining([
        '',
        '404.html',
        'backlog/',
        'handbook/',
        'handbook/blameless/',
        'handbook/on-duty/',
        'metrics/',
        'metrics/severity/',
        'on-duty/',
        'people/',
        'people/mei/',
        'postmortems/',
        'postmortems/2018-05-04-disappearing-fax-provider/',
        'postmortems/2018-05-04-disappearing-fax-provider/brief/',
        'postmortems/2018-05-04-disappearing-fax-provider/meeting/',
        'postmortems/2018-05-04-disappearing-fax-provider/replay/',
        'postmortems/elsewhere/2017-01-31-gitlab-database/',
        'queues/',
        'questions/',
        'questions/detect/',
        'questions/other-areas-of-risk/',
        'recurring/',
        'training/',
        'risks/',
        'rules/',
        'rules/blame-words/',
        'search/',
        'systems/',
        'systems/fax-gateway/',
        'teams/',
        'teams/platform/',
      ]),
    );
    const written = filesBelow('content/postmortems').filter((file) => file.endsWith('.mdx'));
    const isAlongside = (url: string): boolean => /\/(?:brief|meeting|replay)\/$/.test(url);
    expect(own.filter((url) => /^postmortems\/./.test(url) && !isAlongside(url))).toEqual(
      written.map((file) => `postmortems/${file.replace(/\.mdx$/, '/')}`).sort(),
    );
  });

  test('leads nowhere that does not exist', () => {
    expect(brokenLinks(site, pages)).toEqual([]);
  });

  test('can be walked through from its first page', () => {
    expect(orphans(site, pages)).toEqual([`${site.basePath}404.html`]);
  });

  test('runs nothing of its own accord, and fetches nothing from elsewhere', () => {
    expect(pages.flatMap((page) => unsafeParts(page, site.siteUrl))).toEqual([]);
  });

  test('has whole pages', () => {
    expect(pages.flatMap(missingParts)).toEqual([]);
  });

  test('gives no two pages of a kind the same title', () => {
    const titles = pages.map(({ url, document }) => `${url.split('/').at(-3)}: ${document.title}`);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test('has styles that fetch only what lies beside them', () => {
    const fetched = filesBelow(site.dist)
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => [
        ...readFileSync(join(site.dist, file), 'utf8').matchAll(/@import[^;]*|url\(([^)]*)\)/g),
      ])
      .map(([text, address]) => address ?? text)
      .filter((address) => !/^["']?(?:data:|#)/.test(address));
    expect(fetched).toEqual([]);
  });

  test('has a search index whose every answer is a place on a page', () => {
    const fault = follower(site, pages);
    const records = filesBelow(join(site.dist, 'pagefind/fragment')).map(
      (file) =>
        JSON.parse(
          gunzipSync(readFileSync(join(site.dist, 'pagefind/fragment', file)))
            .toString('utf8')
            .replace(/^pagefind_dcd/, ''),
        ) as {
          url: string;
          anchors: { id: string }[];
          meta: Record<string, string>;
          filters: Record<string, string[]>;
        },
    );
    const addresses = records.flatMap(({ url, anchors }) => [
      url,
      ...anchors.map(({ id }) => `${url}#${id}`),
    ]);
    expect(addresses.length).toBeGreaterThan(200);
    const below = (url: string): string => `${site.basePath}${url.slice(1)}`;
    expect(addresses.filter((url) => fault('/', below(url)) !== null)).toEqual([]);
    expect(addresses.filter((url) => url.includes('/brief/'))).toEqual([]);
    expect(new Set(records.flatMap(({ filters }) => filters['kind']))).toEqual(
      new Set(['postmortem', 'improvement', 'risk', 'handbook', 'system', 'team', 'person']),
    );
  });

  test('leaves no source, cache or leftover in the folder', () => {
    expect(
      filesBelow(site.dist).filter((file) =>
        /\.(?:mdx|ya?ml|ts|astro|map)$|(^|\/)\.(?!made-from)/.test(file),
      ),
    ).toEqual([]);
    for (const leftover of ['.next', '.old']) expect(existsSync(`${site.dist}${leftover}`)).toBe(false);
  });
});

test('a postmortem is light: bytes compressed, before the reader searches', () => {
  const { script, style, heaviestHtml } = postmortemWeight(inject('sample').dist);
  expect(script).toBeLessThan(3_200);
  expect(style).toBeLessThan(15_000);
  expect(heaviestHtml).toBeLessThan(30_000);
});

describe('a site that knows its address', () => {
  const site = inject('sampleBelowPath');

  test('has a sitemap of exactly the pages that search engines may show', () => {
    const [index = ''] = ['sitemap-index.xml'].map((file) => readFileSync(join(site.dist, file), 'utf8'));
    expect([...index.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url)).toEqual([
      'https://kb.example.com/kb/sitemap-0.xml',
    ]);
    const listed = [...readFileSync(join(site.dist, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>([^<]*)/g)].map(
      ([, url]) => url,
    );
    const shown = read(site)
      .filter(({ document }) => document.querySelector('link[rel=canonical]'))
      .map(({ url }) => `https://kb.example.com${url}`);
    expect(listed.toSorted()).toEqual(shown.toSorted());
    expect(shown.length).toBeGreaterThan(50);
  });

  test('says so in Open Graph', () => {
    const addresses = read(site).flatMap(
      ({ document }) => document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? [],
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain(
      'https://kb.example.com/kb/postmortems/2018-05-04-disappearing-fax-provider/',
    );
  });
});

test('the two sites differ in nothing but their address', () => {
  const [sample, below] = [inject('sample'), inject('sampleBelowPath')];
  const text = (site: typeof sample): string[] =>
    read(site).map(({ document }) => {
      const main = document.querySelector('main')?.cloneNode(true) as Element | undefined;
      for (const unread of main?.querySelectorAll('script, style') ?? []) unread.remove();
      return main?.textContent ?? '';
    });
  expect(text(below)).toEqual(text(sample));
});
