import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';
import { brokenLinks, missingParts, type Page, pagesOf, unsafeParts } from '../support/site-faults.ts';
import { sampleClock } from '../support/sites.ts';
import { serve } from '../support/static-server.ts';
import { barestContent, strangeContent } from '../support/strange-content.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ['names, dates and figures that nobody expects', 'strange', strangeContent(), sampleClock],
  ['one fire alone, on the first day of all', 'barest', barestContent, { SOURCE_DATE_EPOCH: '0' }],
])('%s', (_, name, content, clock) => {
  const site = { basePath: '/', siteUrl: null, dist: '' };
  let built: BuiltSite;
  let pages: Page[];

  beforeAll(async () => {
    built = await buildSite(name, contentFolder(name, content), clock);
    if (built.code !== 0) throw new Error(built.stderr);
    site.dist = built.dist;
    pages = pagesOf(site);
  });

  test('make whole pages with links that lead somewhere', () => {
    expect(pages.flatMap(missingParts)).toEqual([]);
    expect(pages.flatMap((page) => unsafeParts(page, null))).toEqual([]);
    expect(brokenLinks(site, pages)).toEqual([]);
  });

  test('show no figure that is none', () => {
    const slips = pages.flatMap(({ url, document }) =>
      [...document.querySelectorAll('main :not(script)')]
        .flatMap(({ childNodes }) => [...childNodes].filter(({ nodeName }) => nodeName === '#text'))
        .map(
          ({ textContent }) =>
            /\b(?:null|Infinity|Invalid Date)\b|function \w*\(/.exec(textContent ?? '')?.[0],
        )
        .filter((slip) => slip !== undefined)
        .map((slip) => `${url} says ${slip}`),
    );
    expect(slips).toEqual([]);
  });

  test('open in a browser without a fault, and no wider than a telephone', async () => {
    const server = await serve(site.dist);
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
    const shown = pages.map(({ url }) => url).filter((url) => !/^\/(?:handbook|questions)\/./.test(url));
    const views = ['board', 'owner', 'question'].map((view) => `/backlog/?view=${view}`);
    try {
      for (const url of [...shown, ...views]) {
        await page.goto(new URL(url, server.url).href);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) faults.push(`${url} is ${over} wider than the screen`);
      }
      expect(faults).toEqual([]);
    } finally {
      await page.close();
      await server.close();
    }
  });

  test('say calmly what there is', () => {
    const words = (url: string) =>
      pages.find((page) => page.url === url)?.document.querySelector('main')?.textContent ?? '';
    if (name === 'barest') {
      expect(words('/')).toContain('Nothing is late. Thank you.');
      expect(words('/')).toContain('No incident is over yet.');
      expect(words('/backlog/')).toContain('No improvement yet.');
      expect(words('/metrics/')).toContain('There is no incident with these marks yet.');
    } else {
      expect(words('/recurring/')).toContain('the same day');
      expect(words('/people/index/')).toContain('Do it for index');
      expect(words('/teams/constructor/')).toContain('Hours a week');
      expect(words('/metrics/')).toContain('Severity 99, Ninety-nine');
    }
  });
});
