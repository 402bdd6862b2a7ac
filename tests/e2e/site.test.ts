import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { searchFilters } from '../../src/site/strings/search-filters.ts';
import { searchMending } from '../../src/site/strings/search-mending.ts';
import { chosenWords, listFilter, search as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

const fax = 'postmortems/2018-05-04-disappearing-fax-provider/';

/** One of every kind. */
const kinds = {
  home: '',
  'postmortem list': 'postmortems/',
  'reviewed postmortem': fax,
  'open postmortem': 'postmortems/2026-11-20-order-mails-come-back/',
  'resolved postmortem': 'postmortems/2026-11-12-the-reader-who-never-came/',
  meeting: `${fax}meeting/`,
  'retold postmortem': 'postmortems/elsewhere/2017-01-31-gitlab-database/',
  brief: `${fax}brief/`,
  replay: `${fax}replay/`,
  backlog: 'backlog/',
  queues: 'queues/',
  people: 'people/',
  person: 'people/mei/',
  teams: 'teams/',
  team: 'teams/platform/',
  metrics: 'metrics/',
  "a figure's own page": 'metrics/backlog/',
  'system list': 'systems/',
  system: 'systems/fax-gateway/',
  'question list': 'questions/',
  question: 'questions/detect/',
  risks: 'questions/other-areas-of-risk/',
  'risk register': 'risks/',
  'what recurs': 'recurring/',
  training: 'training/',
  rules: 'rules/',
  'a rule’s own page': 'rules/blame-words/',
  handbook: 'handbook/',
  guide: 'handbook/writing/',
  'a guide that shows what the product knows': 'handbook/on-duty/',
  'who is on duty': 'on-duty/',
  search: 'search/',
  'missing page': 'gone/',
};

// Below a path, so that nothing here may rely on standing at the root.
const site = openSite(inject('sampleBelowPath'));
// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;
/** What a reader's console would show, and what would leave the house. */
let complaints: string[];
/** Paths that were asked for, in order. */
let asked: string[];

beforeEach(() => open());
afterEach(() => context.close());

/** Opens a fresh browser window. */
async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  complaints = [];
  asked = [];
  page = await context.newPage();
  page.on('console', (message) => {
    if (/error|warning/.test(message.type()) && !/404 \(Not Found\)/.test(message.text()))
      complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && !request.url().startsWith(site.url)) complaints.push(`asks ${url}`);
    asked.push(url.pathname.slice(site.basePath.length));
  });
}

const go = (path: string) => page.goto(new URL(path, site.url).href);
const here = (): string => page.url().slice(site.url.length);
const field = () => page.locator('dialog input[name=q]');
const results = () => page.locator('.search-results a');
const everyResultSays = (words: string) =>
  page
    .locator('.search-results > li')
    .evaluateAll((found, said) => found.every((item) => item.textContent?.includes(said)), words);
const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '');

/** What axe finds on the page in both colour schemes; only contrast is another in the dark. */
async function barriers(): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'], preload: false });
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      found.push(`${colorScheme}: ${id}: ${nodes.map(({ target }) => target).join(' ')}`);
  }
  return found;
}

describe('in light and dark', () => {
  test.each([1280, 390])('at %i px every kind of page is accessible and quiet', async (width) => {
    await open({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    for (const [kind, path] of Object.entries(kinds)) {
      await go(path);
      expect([kind, await barriers()]).toEqual([kind, []]);
    }
    expect(complaints).toEqual([]);
  });

  test('the open search is accessible', async () => {
    await open({ reducedMotion: 'reduce' });
    await go('');
    await page.keyboard.press('/');
    await page.keyboard.type('fax');
    await results().first().waitFor();
    expect(await barriers()).toEqual([]);
  });

  test('axe sees what is wrong', async () => {
    await go('');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="/kb/favicon.svg">');
      document.documentElement.style.setProperty('--color-muted', 'light-dark(#eee, #222)');
    });
    const found = await barriers();
    expect(found).toContainEqual(expect.stringMatching(/^light: image-alt/));
    expect(found).toContainEqual(expect.stringMatching(/^light: color-contrast/));
    expect(found).toContainEqual(expect.stringMatching(/^dark: color-contrast/));
  });
});

test.each(Object.entries(kinds))('%s needs no sideways scrolling at 360 px', async (_, path) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await go(path);
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBe(window);
});

describe('search with the keyboard alone', () => {
  test('/ opens it, words find the incident, arrows and Enter go there', async () => {
    await go('');
    expect(asked.filter((path) => path.startsWith('pagefind/'))).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('fax provider');
    await expect
      .poll(() => page.locator('.search-status').textContent(), patient)
      .toContain('“fax provider”');
    expect(await field().inputValue()).toBe('fax provider');
    expect(await results().first().textContent()).toContain('Disappearing fax provider');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toContain('Disappearing fax provider');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${fax}**`);
    expect(complaints).toEqual([]);
  });

  test.each([
    [1280, 620],
    [390, 500],
  ])('all of it is on a screen of %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    await go('');
    await page.keyboard.press('/');
    await page.keyboard.type('fax');
    await results().nth(4).waitFor();
    const bottom = await page.locator('.search-dialog').evaluate((it) => it.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(height);
  });

  test('who speaks to the computer turns / off for all pages; Ctrl K stays', async () => {
    await go('');
    await page.keyboard.press('/');
    await page.getByRole('checkbox', { name: words.slash }).uncheck();
    await page.keyboard.press('Escape');
    const opens = async (keys: string): Promise<boolean> => {
      await page.keyboard.press(keys);
      return field()
        .waitFor({ timeout: 1_000 })
        .then(
          () => true,
          () => false,
        );
    };
    expect(await opens('/')).toBe(false);
    await go(fax);
    expect(await page.locator('search-button kbd').count()).toBe(0);
    expect(await opens('/')).toBe(false);
    expect(await opens('Control+k')).toBe(true);
    await page.getByRole('checkbox', { name: words.slash }).check();
    await go('');
    expect(await opens('/')).toBe(true);
  });

  test('what is typed before its script has come is not lost', async () => {
    await context.route(/\/_astro\/search-dialog/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await go('');
    await page.keyboard.press('/');
    await page.keyboard.type('invoice');
    await field().waitFor();
    expect(await field().inputValue()).toBe('invoice');
  });

  test('Esc closes it and gives the focus back, Ctrl+K opens it again', async () => {
    await go('');
    const link = page.locator('.site-nav a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await field().waitFor();
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'hidden' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+k');
    await field().waitFor();
    expect(complaints).toEqual([]);
  });

  test('a / in a field is a /', async () => {
    await go('postmortems/');
    await page.locator('input[name=q]').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('input[name=q]').inputValue()).toBe('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('its script and index come with the first use, and no sooner', async () => {
    const heavy = (): string[] => asked.filter((path) => /^pagefind\/|search-dialog|site-search/.test(path));
    await go(fax);
    await page.mouse.move(5, 500);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForLoadState('networkidle');
    expect(heavy()).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('fax');
    await results().first().waitFor();
    expect(heavy()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/search-dialog/),
        'pagefind/pagefind.js',
        expect.stringMatching(/^pagefind\/wasm/),
      ]),
    );
  });

  test('results lead to sections that exist', async () => {
    await go('search/?q=supplier');
    await results().first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.search-results a').length > 8);
    const links = await results().evaluateAll((found) =>
      found.map((link) => (link as HTMLAnchorElement).href),
    );
    const anchored = links.filter((link) => link.includes('#'));
    expect(anchored.length).toBeGreaterThan(3);
    for (const link of anchored) {
      await page.goto(link);
      const id = decodeURIComponent(new URL(link).hash.slice(1));
      expect([link, await page.evaluate((name) => document.getElementById(name) !== null, id)]).toEqual([
        link,
        true,
      ]);
    }
    expect(complaints).toEqual([]);
  });

  test('kinds, severities and systems narrow it down', async () => {
    await go('search/');
    await page.locator('.search-form input').fill('fax');
    await results().first().waitFor();
    const status = page.locator('.search-status');
    const all = await status.textContent();
    const kindsOf = () =>
      page
        .locator('.search-results .links small')
        .evaluateAll((found) => [...new Set(found.map((element) => element.textContent))]);
    const excerpts = page.locator('.search-results .links a > span');
    expect(await excerpts.count()).toBeGreaterThan(0);
    await page
      .getByRole('checkbox', { name: new RegExp(searchFilters.kindNames['improvement'] ?? '') })
      .check();
    await expect.poll(() => excerpts.count(), patient).toBe(0);
    expect(await kindsOf()).toEqual([words.kindName['improvement']]);
    expect(await status.textContent()).not.toBe(all);
    await page
      .getByRole('combobox', { name: searchFilters.filterNames['severity'] as string })
      .selectOption('1');
    await expect.poll(() => everyResultSays('Severity 1'), patient).toBe(true);
    await page.getByRole('button', { name: searchFilters.clear }).click();
    await expect.poll(() => status.textContent(), patient).toBe(all);
  });

  test('in the dialog, filters come when they are asked for', async () => {
    await go('');
    await page.keyboard.press('/');
    await page.keyboard.type('fax');
    await results().first().waitFor();
    expect(await page.locator('.search-filters').isVisible()).toBe(false);
    await page.getByRole('button', { name: words.filters }).click();
    const severity = page.getByRole('combobox', { name: searchFilters.filterNames['severity'] as string });
    await severity.selectOption('1');
    await expect.poll(() => everyResultSays('Severity 1'), patient).toBe(true);
    expect(
      await page.evaluate(() => document.querySelectorAll('.search-results > li').length),
    ).toBeGreaterThan(0);
  });

  test('an address with a question has filters that count its answers', async () => {
    await go('search/?q=fax');
    await results().first().waitFor();
    const status = page.locator('.search-filters select option[value="reviewed"]');
    await expect
      .poll(async () => Number(/\((\d+)\)/.exec((await status.textContent()) ?? '')?.[1]), patient)
      .toBeGreaterThan(0);
  });

  test('what finds nothing says what to try', async () => {
    await go('search/?q=жжжж');
    await expect
      .poll(() => page.locator('.search-status').textContent(), patient)
      .toContain(searchMending.advice('жжжж', false));
    expect(await results().count()).toBe(0);
  });

  test('where the index cannot be had, it says so and shows another way', async () => {
    await context.route('**/pagefind/pagefind.js', (route) => route.abort());
    await go('search/?q=fax');
    await expect.poll(() => page.locator('.search-status').textContent(), patient).toContain(words.failed);
    expect(await results().first().getAttribute('href')).toBe('/kb/postmortems/');
  });

  test('the question stands in the address of the search page', async () => {
    await go('search/');
    await page.locator('.search-form input').fill('invoice');
    await results().first().waitFor();
    expect(here()).toBe('search/?q=invoice');
    await page.reload();
    await results().first().waitFor();
    expect(await page.locator('.search-form input').inputValue()).toBe('invoice');
  });
});

describe('the list of postmortems', () => {
  const titles = () => page.locator('.postmortems > li:visible h3').allTextContents();

  test('narrows down, sorts, keeps both in the address and after a reload', async () => {
    await go('postmortems/');
    const all = await titles();
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('1');
    const severe = await titles();
    expect(severe.length).toBeGreaterThan(0);
    expect(severe.length).toBeLessThan(all.length);
    expect(await page.locator('output').textContent()).toBe(listFilter.shown(severe.length, all.length));
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest');
    expect(await titles()).toEqual(severe.toReversed());
    expect(here()).toBe('postmortems/?severity=1&sort=oldest');
    await page.reload();
    expect(await titles()).toEqual(severe.toReversed());
    await page.getByRole('button', { name: chosenWords.clear }).click();
    expect((await titles()).toSorted()).toEqual(all.toSorted());
    expect(here()).toBe('postmortems/?sort=oldest');
  });

  test('sorts by how long it took', async () => {
    await go('postmortems/?sort=resolve');
    const minutes = await page
      .locator('.postmortems > li:visible')
      .evaluateAll((items) =>
        items.map((item) =>
          Number(item.querySelector<HTMLElement>('[data-duration=resolve]')?.dataset['minutes'] ?? -1),
        ),
      );
    expect(minutes.length).toBeGreaterThan(10);
    expect(minutes[0]).toBeGreaterThan(0);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
  });

  test('finds words, and says where nothing fits', async () => {
    await go('postmortems/');
    await page.locator('input[name=q]').fill('disappearing FAX');
    await expect.poll(titles, patient).toEqual(['Disappearing fax provider']);
    await page.locator('input[name=q]').fill('xyzzy');
    await expect.poll(titles, patient).toEqual([]);
    expect(await page.locator('output').textContent()).toBe(listFilter.shown(0, 99));
    await page.getByRole('link', { name: chosenWords.everywhere('xyzzy') }).click();
    expect(here()).toBe('search/?q=xyzzy');
  });

  test('shows what it is narrowed by, and takes each away', async () => {
    await go('postmortems/?q=fax&severity=1');
    const one = await titles();
    const chips = page.locator('.chips .chip');
    expect(await chips.allTextContents()).toEqual(['“fax”', 'Severity: 1 Down']);
    await page.getByRole('button', { name: chosenWords.takeAway('Severity: 1 Down') }).click();
    expect([here(), await chips.count()]).toEqual(['postmortems/?q=fax', 1]);
    expect((await titles()).length).toBeGreaterThan(one.length);
    // Whoever uses a keyboard goes on from there.
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('chip');
    await page.keyboard.press('Enter');
    expect([here(), await chips.count()]).toEqual(['postmortems/', 0]);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
  });

  test('forgives an address that means nothing any more', async () => {
    await go('postmortems/?severity=99&system=gone&sort=sideways');
    expect((await titles()).length).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
  });
});

describe('without script', () => {
  beforeEach(() => open({ javaScriptEnabled: false }));
  const visible = (text: string) => page.getByText(text).first().isVisible();

  test('a postmortem is whole', async () => {
    await go(fax);
    for (const text of [
      'For eleven hours no purchase order',
      'The bill is paid by card',
      'How would we notice',
      '4403',
    ])
      expect([text, await visible(text)]).toEqual([text, true]);
    const headings = await page.locator('h2:visible').allTextContents();
    for (const name of [
      'Summary',
      'Timeline',
      'Root causes',
      'Detect',
      'React',
      'Quick fix',
      'Prevent',
      'Other areas of risk',
    ])
      expect(headings.some((heading) => heading.includes(name))).toBe(true);
    expect(await page.locator('svg:visible').count()).toBeGreaterThan(0);
  });

  test('lists are complete', async () => {
    await go('postmortems/');
    expect(await page.locator('.postmortems > li:visible').count()).toBe(
      await page.locator('.postmortems > li').count(),
    );
    expect(await page.locator('.postmortems > li:visible').count()).toBeGreaterThan(12);
    await go('backlog/');
    expect(await page.locator('main tbody tr:visible').count()).toBeGreaterThan(50);
  });

  test('nothing is offered that cannot work', async () => {
    await go('postmortems/');
    expect(await page.locator('form:visible').count()).toBe(0);
    await go('');
    await page.locator('.site-header search-button a').click();
    expect(here()).toBe('search/');
    expect(await page.locator('main').textContent()).toContain('needs JavaScript');
    expect(await page.locator('main a[href="/kb/postmortems/"]').isVisible()).toBe(true);
  });
});

describe('on paper', () => {
  test('a postmortem is its words and pictures, without the site around it', async () => {
    await go(fax);
    await page.emulateMedia({ media: 'print' });
    for (const around of ['.site-nav', 'search-button', 'table-of-contents', '.skip', '.around'])
      expect([around, await page.locator(`${around}:visible`).count()]).toEqual([around, 0]);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.getByText('The bill is paid by card').isVisible()).toBe(true);
    expect(await page.locator('svg:visible').count()).toBeGreaterThan(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});

test('what an author folded away is unfolded on paper', async () => {
  await go('postmortems/2025-07-18-search-kept-old-prices/');
  await page.emulateMedia({ media: 'print' });
  const folded = page.locator('main details:not(figure details, aside details, .storyboard)');
  expect(await folded.count()).toBeGreaterThan(0);
  for (const details of await folded.all())
    expect(
      await details.evaluate((element) =>
        element.children[1]?.checkVisibility({ contentVisibilityAuto: true }),
      ),
    ).toBe(true);
});

describe('around a page', () => {
  test('Tab comes to the content first, and to every heading link', async () => {
    await go(fax);
    await page.keyboard.press('Tab');
    expect(await focusedText()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');
  });

  test('a missing page says so and stays in the house', async () => {
    const response = await go('postmortems/never-happened/');
    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toBe('Page not found');
    await page.locator('.brand').click();
    expect(here()).toBe('');
  });

  test('the table of contents marks what is being read', async () => {
    await go(`${fax}#prevent`);
    await expect
      .poll(() => page.locator('table-of-contents a[aria-current]').getAttribute('href'), patient)
      .toBe('#prevent');
  });
});
