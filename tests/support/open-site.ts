import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import type { SampleSite } from './sites.ts';
import { type StaticServer, serve } from './static-server.ts';

/** A built site with a server in front of it, and a browser to look at it with. */
export interface OpenSite extends SampleSite {
  readonly browser: Browser;
  /** Origin and base path, with a slash at its end. */
  readonly url: string;
}

/** Opens a site before the first test of a file, and closes it after its last; address and browser are there in between. */
export function openSite(site: SampleSite): OpenSite {
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    server = await serve(site.dist, site.basePath);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    ...site,
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}
