import type { Browser } from 'playwright-core';
import { rareWord } from './postmortem-text.ts';
import { serveFolder } from './static-server.ts';

/** Where a site's search is. */
export interface SearchSelectors {
  /** What to press to open it. */
  open: string;
  input: string;
  /** A result. */
  result: string;
}

export const ourSearch: SearchSelectors = {
  open: 'search-button a',
  input: 'site-search input[name=q]',
  result: 'site-search .search-results a',
};

/** The first search of a visitor with an empty cache, on loopback. */
export interface FirstSearch {
  /** From the word's arrival in the field to the first result that can be seen. */
  fromKeyMs: number;
  /** From the press that opens the search, with the word typed as soon as the field is there. */
  fromOpenMs: number;
  /** What was fetched from that press on, as sent. */
  bytes: number;
  requests: number;
}

interface Clock {
  open?: number;
  key?: number;
  result?: number;
}

/** Opens the site's front page in a fresh context, lets it come to rest, opens the search and types a rare word. */
export async function firstSearch(
  browser: Browser,
  site: string,
  selectors: SearchSelectors,
): Promise<FirstSearch> {
  const server = await serveFolder(site);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
    server.served.length = 0;
    await page.evaluate((result) => {
      const clock: Clock = {};
      Object.assign(globalThis, { benchClock: clock });
      const start = (name: 'open' | 'key') => () => {
        clock[name] ??= performance.now();
      };
      addEventListener('pointerdown', start('open'), true);
      addEventListener('input', start('key'), true);
      const look = (): void => {
        const found = [...document.querySelectorAll<HTMLElement>(result)];
        const seen = found.some((link) => link.offsetParent !== null && /\S/.test(link.textContent ?? ''));
        if (clock.key !== undefined && seen) clock.result = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    }, selectors.result);
    await page.locator(selectors.open).locator('visible=true').first().click();
    await page.locator(selectors.input).first().focus();
    await page.keyboard.insertText(rareWord);
    const clock = (await (
      await page.waitForFunction(() => {
        const { benchClock } = globalThis as unknown as { benchClock: Clock };
        return benchClock.result === undefined ? null : benchClock;
      })
    ).jsonValue()) as Required<Clock>;
    await page.waitForLoadState('networkidle');
    return {
      fromKeyMs: clock.result - clock.key,
      fromOpenMs: clock.result - clock.open,
      bytes: server.served.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: server.served.length,
    };
  } finally {
    await context.close();
    server.close();
  }
}
