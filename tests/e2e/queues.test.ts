import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { queuesLink, queues as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
let page: Page;

beforeEach(async () => {
  page = await (await site.browser.newContext()).newPage();
});
afterEach(() => page.context().close());

const go = (path: string) => page.goto(new URL(path, site.url).href);
const queue = (name: string) => page.getByRole('region', { name, exact: true });

test('the backlog leads to it with the keyboard, and it leads back to what is in each state', async () => {
  await go('backlog/');
  await page.getByRole('link', { name: queuesLink }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/queues/');
  await queue(words.improvements).getByRole('link', { name: 'Accepted', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/backlog/?state=accepted');
});

test('what is in progress is held against the limits of the settings, and the list has as many', async () => {
  await go('queues/');
  const support = await queue(words.support).innerText();
  expect(support).toMatch(/\d of at most 2 in progress/);
  expect(support).toContain('Order mails to some suppliers come back');
  expect(support).toMatch(/Next actions: \d of 7 done/);
  const improvements = queue(words.improvements);
  const [, now] = /(\d+) of at most 16 in progress/.exec(await improvements.innerText()) ?? [];
  const shown = await improvements.locator('.queue-items > li:not(:has(a[href$="/backlog/"]))').count();
  const [, more = '0'] = /and (\d+) more/.exec(await improvements.innerText()) ?? [];
  expect(shown + Number(more)).toBe(Number(now));
});

test('bars are as long as their numbers, and the sentence says their sum', async () => {
  await go('queues/');
  for (const name of [words.support, words.improvements]) {
    const cells = await queue(name)
      .locator('td[data-column=cameIn]')
      .evaluateAll((all) =>
        all.map((cell) => ({
          number: Number(cell.querySelector('span')?.textContent),
          bar: Number(cell.querySelector('rect')?.getAttribute('width')),
        })),
      );
    expect(cells).toHaveLength(12);
    expect(cells.map(({ bar }) => bar)).toEqual(cells.map(({ number }) => number));
    const sum = cells.reduce((total, { number }) => total + number, 0);
    expect(await queue(name).innerText()).toMatch(new RegExp(`In twelve (months|weeks) ${sum} came in`));
  }
});

test('they stand side by side on a wide screen and on paper, and one below the other on a narrow one', async () => {
  await go('queues/');
  const lefts = async () => {
    const boxes = await Promise.all(
      [words.support, words.improvements].map((name) => queue(name).boundingBox()),
    );
    return new Set(boxes.map((box) => Math.round(box?.x ?? -1))).size;
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await lefts()).toBe(2);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await lefts()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: 'print' });
  expect(await lefts()).toBe(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(680);
});

test.each(['light', 'dark'] as const)('nothing keeps anybody from reading it in %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await go('queues/');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('it needs no script', async () => {
  const plain = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(new URL('queues/', site.url).href);
  expect(await plain.getByRole('table').count()).toBe(2);
  expect(await plain.getByRole('heading', { level: 2 }).allInnerTexts()).toContain(words.support);
  await plain.context().close();
});
