import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { lost } from '../../src/site/strings/lost.ts';
import { searchFilters } from '../../src/site/strings/search-filters.ts';
import { searchMending } from '../../src/site/strings/search-mending.ts';
import { search as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

// Below a path, so that nothing here may rely on standing at the root.
const site = openSite(inject('sampleBelowPath'));
// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;
/** Paths that were asked for, in order. */
let asked: string[];

beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  asked = [];
  page = await context.newPage();
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(site.basePath.length)));
}

const go = (path: string) => page.goto(new URL(path, site.url).href);
const search = (typed: string) => go(`search/?q=${encodeURIComponent(typed)}`);
const here = (): string => page.url().slice(site.url.length);
const status = () => page.locator('.search-status');
const said = async () => (await status().textContent()) ?? '';
const results = () => page.locator('.search-results > li');
const first = () => results().first().locator('a').first();
const aside = () => page.locator('.search-aside');
const wordList = () => asked.filter((path) => path.endsWith('words.txt')).length;
const sayingSoon = (text: string) => expect.poll(said, patient).toContain(text);

describe('a word that nothing has', () => {
  test.each([
    ['chekout', 'checkout'],
    ['storefont', 'storefront'],
    ['invioce', 'invoice'],
    ['passwrod', 'password'],
    ['fxa', 'fax'],
  ])('%s is taken for %s, and that is told', async (typed, meant) => {
    await search(typed);
    await sayingSoon(`Nothing for “${typed}”. Showing “${meant}”`);
    const marks = await page.locator('.search-results mark').allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(mark.toLowerCase()).toContain(meant.slice(0, 5));
  });

  test('can still be searched for exactly', async () => {
    await search('chekout');
    await page.getByRole('button', { name: searchMending.exactly('chekout') }).click();
    await sayingSoon(searchMending.nothing('chekout', false));
    expect(await results().count()).toBe(0);
    expect(await page.locator('.search-form input').inputValue()).toBe('"chekout"');
  });

  test('is left out where it is near none, and that is told', async () => {
    await search('fax zzqqwx');
    await sayingSoon('Nothing for “zzqqwx”. Showing “fax”');
    expect(await results().count()).toBeGreaterThan(0);
  });

  test('alone finds nothing, and the lists are near', async () => {
    await search('zzqqwx blorf');
    await sayingSoon(searchMending.nothing('zzqqwx blorf', false));
    expect(await results().count()).toBe(0);
    expect(await said()).not.toContain('filter');
    expect(
      await aside()
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['/kb/postmortems/', '/kb/systems/', '/kb/handbook/']);
  });

  test('is told of filters only where one is set', async () => {
    await search('fax');
    await page.getByRole('checkbox', { name: new RegExp(searchFilters.kindNames['handbook'] ?? '') }).check();
    await page.locator('.search-form input').fill('zzqqwx');
    await sayingSoon(searchMending.nothing('zzqqwx', true));
    expect(await said()).toContain('filter away');
  });

  test('is not opened by Enter before it was told what is shown instead', async () => {
    await go('');
    await page.keyboard.press('/');
    await page.locator('dialog input[name=q]').waitFor();
    await page.keyboard.insertText('chekout');
    await page.keyboard.press('Enter');
    await sayingSoon('Showing “checkout”');
    expect(here()).toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(here, patient).toMatch(/^postmortems\/.+/);
  });

  test('walks with the arrows to the lists', async () => {
    await search('zzqqwx');
    await sayingSoon(searchMending.nothing('zzqqwx', false));
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Postmortems');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
  });

  test('is accessible at both widths, and no wider than the screen', async () => {
    for (const width of [1280, 360])
      for (const typed of ['chekout', 'zzqqwx']) {
        await open({ viewport: { width, height: 844 } });
        await search(typed);
        await sayingSoon('Nothing');
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        expect([width, typed, violations.map(({ id }) => id)]).toEqual([width, typed, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
  });
});

describe('a word that something has', () => {
  test.each(['check', 'companies', 'duty', 'mail-relay', 'OPS-1'])(
    '%s costs no list of words',
    async (typed) => {
      await search(typed);
      await results().first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([await said(), wordList()]).toEqual([expect.stringContaining(`for “${typed}”`), 0]);
      expect(await said()).not.toContain('Nothing');
    },
  );

  test('may be one that is still being typed, and begins otherwise than its stem', async () => {
    await search('mitigatio');
    await results().first().waitFor();
    expect(await said()).toContain('for “mitigatio”');
    expect(await said()).not.toContain('Nothing');
  });
});

describe('a name', () => {
  test.each([
    ['storefront', 'systems/storefront/', 'system'],
    ['mail relay', 'systems/mail-relay/', 'system'],
    ['orders', 'teams/orders/', 'team'],
    ['Ana Ribeiro', 'people/ana/', 'person'],
    ['mei', 'people/mei/', 'person'],
  ])('%s leads to its page first', async (typed, path, kind) => {
    await search(typed);
    await results().first().waitFor();
    expect(await first().getAttribute('href')).toBe(`/kb/${path}`);
    expect(await first().textContent()).toContain(words.kindName[kind] ?? '-');
    await first().click();
    await expect.poll(here, patient).toBe(path);
  });

  test('is of a kind that results can be narrowed to', async () => {
    await search('orders');
    await page.getByRole('checkbox', { name: new RegExp(`^${searchFilters.kindNames['team']}`) }).check();
    const links = () =>
      page
        .locator('.search-results a')
        .evaluateAll((found) => found.every((link) => link.getAttribute('href')?.startsWith('/kb/teams/')));
    await expect.poll(links, patient).toBe(true);
    expect(await first().getAttribute('href')).toBe('/kb/teams/orders/');
  });
});

describe('an excerpt', () => {
  test('does not repeat its heading', async () => {
    await search('checkout');
    await results().nth(4).waitFor();
    const parts = await page
      .locator('.search-results li li a')
      .evaluateAll((links) =>
        links.map((link) => [link.querySelector('b')?.textContent, link.querySelector('span')?.textContent]),
      );
    expect(parts.length).toBeGreaterThan(3);
    for (const [heading, text] of parts) if (text) expect(text.startsWith(`${heading}.`)).toBe(false);
  });

  test('marks words without their punctuation, and tells labels from what happened', async () => {
    await search('mitigated');
    await results().nth(4).waitFor();
    const marks = await page.locator('.search-results mark').allTextContents();
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks) expect(mark).toMatch(/^\w+$/);
    expect(await page.locator('.search-results').textContent()).toMatch(/mitigated(?:, \w+)*: /);
  });

  test('that begins or ends within a sentence says so', async () => {
    await search('supplier');
    await results().nth(4).waitFor();
    const texts = (await page.locator('.search-results a > span').allTextContents()).filter(Boolean);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/(?:[.!?]["'”’)]*| …)$/);
  });
});

describe('an address that leads nowhere', () => {
  test('leads to a search for what it was about', async () => {
    await go('postmortems/2018-05-04-disapearing-fax/brief/');
    await page.getByRole('link', { name: lost.search('disapearing fax') }).click();
    expect(here()).toBe('search/?q=disapearing%20fax');
    await sayingSoon('Showing “disappearing fax”');
    expect(await first().getAttribute('href')).toContain('disappearing-fax-provider');
  });

  test('has a link to every main page, also without script', async () => {
    await open({ javaScriptEnabled: false });
    await go('gone/');
    const links = (around: string) =>
      page.locator(`${around} a`).evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(await links('main .prose')).toEqual(await links('.site-nav'));
    expect((await links('main .prose')).length).toBe(8);
    expect(await page.locator('lost-words a').count()).toBe(0);
  });
});
