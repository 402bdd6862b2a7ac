import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
let context: BrowserContext;
let page: Page;
let complaints: string[];

afterEach(() => context?.close());

async function open(width: number, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await site.browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  await page.goto(new URL('metrics/', site.url).href);
}

/** Texts of the drawings in view that stick out of them, or are too small to be read. */
function misplaced(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.chart > svg')]
      .filter((svg) => svg.getBoundingClientRect().width > 0)
      .flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')]
          .filter((text) => {
            const box = text.getBoundingClientRect();
            const inside =
              box.left >= frame.left - 1 &&
              box.right <= frame.right + 1 &&
              box.top >= frame.top - 1 &&
              box.bottom <= frame.bottom + 1;
            return !inside || box.height < 11;
          })
          .map((text) => `${svg.getAttribute('aria-labelledby')}: ${text.textContent}`);
      }),
  );
}

/** Pairs of texts in a drawing that lie on each other. */
function collisions(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.chart > svg')]
      .filter((svg) => svg.getBoundingClientRect().width > 0)
      .flatMap((svg) => {
        const texts = [...svg.querySelectorAll('text')].map((text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        return texts.flatMap((a, at) =>
          texts
            .slice(at + 1)
            .filter(
              (b) =>
                Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 &&
                Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4,
            )
            .map((b) => `${svg.getAttribute('aria-labelledby')}: ${a.text} on ${b.text}`),
        );
      }),
  );
}

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  test('the page is accessible and quiet, and nothing sticks out', async () => {
    await open(width, { colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    expect(complaints).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await misplaced()).toEqual([]);
    expect(await collisions()).toEqual([]);
  });
});

test('at 360 px one drawing of each chart shows, and the page does not scroll sideways', async () => {
  await open(360);
  const shown = await page
    .locator('.chart > svg:visible')
    .evaluateAll((all) => all.map((svg) => svg.className.baseVal ?? ''));
  expect(new Set(shown)).toEqual(new Set(['chart-narrow']));
  expect(shown.length).toBe(await page.locator('.chart').count());
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

test('every figure has a sentence, a definition, a place in the contents and the numbers behind it', async () => {
  await open(1280);
  const ids = await page.locator('.metric > h2').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBeGreaterThanOrEqual(14);
  const contents = await page.locator('.toc a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(contents).toEqual(ids.map((id) => `#${id}`));
  for (const metric of await page.locator('.metric').all()) {
    const said = await metric.locator('.reading, .empty').innerText();
    expect(said).toMatch(/^[^.]+(?:\.\d[^.]*)*\.$|From \d+ on/);
    expect(await metric.locator('.metric-notes').innerText()).not.toBe('');
    expect(await metric.locator('.numbers tbody tr').count()).toBeGreaterThan(0);
  }
});

test('what is drawn are the numbers of the table behind it', async () => {
  await open(1280);
  const detect = page.locator('.metric', { has: page.locator('#detect') });
  const rows = await detect
    .locator('.numbers tbody a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  const links = await detect
    .locator('.chart-wide a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links.toSorted()).toEqual(rows.toSorted());
  const data = JSON.parse(readFileSync(join(site.dist, 'postmortems.json'), 'utf8')) as {
    durations: { detect: unknown };
    systems: string[];
    tags: string[];
  }[];
  const own = data.filter(({ systems, tags }) => systems.length > 0 || !tags.includes('elsewhere'));
  expect(rows).toHaveLength(own.filter(({ durations }) => durations.detect !== null).length);
});

test('a keyboard gets to a dot and from there to its postmortem', async () => {
  await open(1280);
  const dot = page.locator('.chart-wide a').first();
  const title = (await dot.locator('title').textContent())?.split('\n')[0] ?? '';
  // From the heading before it, by the keyboard alone.
  await page.locator('#detect .anchor').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-chart');
  await page.keyboard.press('Tab');
  expect(await dot.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: title }).waitFor();
});

test('a keyboard can pass the dots of a chart', async () => {
  await open(1280);
  await page.locator('#detect .anchor').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('The numbers behind it');
});

test('works without script, and opens its tables', async () => {
  await open(1280, { javaScriptEnabled: false });
  const numbers = page.locator('.numbers').first();
  await numbers.locator('summary').click();
  expect(await numbers.locator('table').isVisible()).toBe(true);
});

test('prints every figure with its drawing', async () => {
  await open(700);
  await page.emulateMedia({ media: 'print' });
  const charts = await page.locator('.chart').count();
  expect(await page.locator('.chart > svg:visible').count()).toBe(charts);
  expect(await page.locator('.numbers').first().isVisible()).toBe(false);
  expect(await misplaced()).toEqual([]);
});

test('no drawing has a style of its own', () => {
  const html = readFileSync(join(site.dist, 'metrics/index.html'), 'utf8');
  const drawings = html.match(/<div class="chart">.*?<\/figure>/gs) ?? [];
  expect(drawings.length).toBeGreaterThanOrEqual(14);
  expect(drawings.filter((drawing) => /<style|\sstyle=|<script|\sfill=/.test(drawing))).toEqual([]);
});

test('a row of many pages leads to where each of them is named', async () => {
  await open(1280);
  const cells = await page.locator('.numbers td:last-child > a[href*="/metrics/"]').evaluateAll((all) =>
    all.map((a) => ({
      href: (a as HTMLAnchorElement).href,
      count: Number.parseInt(a.textContent ?? '', 10),
    })),
  );
  expect(cells.length).toBeGreaterThan(5);
  for (const { href, count } of cells) {
    if (page.url().split('#')[0] !== href.split('#')[0]) await page.goto(href);
    const named = await page
      .locator('.counted-from', { has: page.locator(`[id="${href.split('#')[1]}"]`) })
      .locator('li a')
      .evaluateAll((all) => [...new Set(all.map((a) => (a as HTMLAnchorElement).href))]);
    expect([href, named.length]).toEqual([href, count]);
  }
});
