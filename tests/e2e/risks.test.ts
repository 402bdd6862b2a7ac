import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { chosenWords, riskFilter, risks, tied } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

// Below a path, so that nothing here may rely on standing at the root.
const site = openSite(inject('sampleBelowPath'));
let context: BrowserContext;
let page: Page;

beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
}

const go = (path: string) => page.goto(new URL(path, site.url).href);
const query = () => new URL(page.url()).search;
const count = () => page.locator('risk-filter output').textContent();
const shown = () => page.locator('.risks > li:visible').count();
const field = (name: string) => page.locator(`risk-filter select[name=${name}]`);
const pick = (name: string, value: string) => field(name).selectOption(value);

describe('the register of risks', () => {
  test('is filtered by state, system and team; the address says how, and leads there again', async () => {
    await go('risks/');
    const all = await page.locator('.risks > li').count();
    expect(await count()).toBe(riskFilter.shown(all, all));

    await pick('state', 'hit');
    const hit = await page.locator('section[data-state="hit"] .risks > li').count();
    expect([await count(), await shown(), query()]).toEqual([riskFilter.shown(hit, all), hit, '?state=hit']);
    // Headings of other states would stand over nothing.
    expect(await page.locator('risk-filter h2:visible').count()).toBe(1);

    await pick('system', 'Mail relay');
    await pick('team', 'platform');
    const left = await shown();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(hit);
    expect(query()).toBe('?state=hit&system=Mail+relay&team=platform');
    for (const risk of await page.locator('.risks > li:visible').all())
      expect(await risk.locator('.system').allTextContents()).toContain('Mail relay');

    await page.reload();
    expect([await shown(), await field('system').inputValue()]).toEqual([left, 'Mail relay']);

    await page.getByRole('button', { name: chosenWords.clear }).click();
    await page.waitForFunction(() => location.search === '');
    expect([await shown(), await count()]).toEqual([all, riskFilter.shown(all, all)]);
  });

  test('where an address leads to a risk, no row above it has a guessed height', async () => {
    const guessed = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll('.risks > li')];
        const target = document.querySelector(':target');
        const above = target === null ? rows : rows.slice(0, rows.indexOf(target));
        return above.filter((row) => getComputedStyle(row).contentVisibility === 'auto').length;
      });
    await go('risks/');
    expect(await guessed()).toBeGreaterThan(0);
    const last = await page.locator('.risks > li').last().getAttribute('id');
    await go(`risks/#${last}`);
    await page.waitForFunction(() => document.querySelector(':target') !== null);
    expect(await guessed()).toBe(0);
  });

  test('says so where nothing fits, and lets a value pass that no risk has', async () => {
    await go('risks/?state=hit&team=payments&system=Mail+relay');
    expect([await shown(), await count()]).toEqual([0, riskFilter.shown(0, 1)]);
    await go('risks/?system=Gone&colour=red');
    expect(await shown()).toBe(await page.locator('.risks > li').count());
  });

  test('first asks what nobody works on today, whatever came of it', async () => {
    await go('risks/');
    const first = page.locator('.figures > div').first();
    const wanted = Number(await first.locator('dd').textContent());
    await first.locator('a').click();
    await page.waitForFunction(() => location.search === '?work=untouched');
    expect([await shown(), wanted > 0]).toEqual([wanted, true]);
    const said = await page.locator('.risks > li:not([hidden]) .risk-now').allTextContents();
    expect(new Set(said)).toEqual(new Set([risks.work.untouched]));
  });

  test('says “came true” only where the later postmortem links to it', async () => {
    await go('risks/');
    const entry = (text: string) => page.locator('.risks > li', { hasText: text }).locator('.risk-true > p');
    expect(await entry('Queues that nobody watches: standing orders').textContent()).toMatch(/^Came true/);
    for (const said of await page.locator('section[data-state="hit"] .risk-true > p').allTextContents())
      expect(said).toMatch(/^(A later incident|\d+ later incidents) hit /);
  });

  test('stands whole without a script', async () => {
    await open({ javaScriptEnabled: false });
    await go('risks/');
    expect(await shown()).toBe(await page.locator('.risks > li').count());
    expect(await page.locator('risk-filter form').isVisible()).toBe(false);
  });

  test('tells what was taken on for a risk apart from what its meeting took on for any', async () => {
    const entry = (text: string) => page.locator('.risks > li', { hasText: text });
    // Not what is rendered: rows that nobody has scrolled to are not.
    const texts = async (of: Locator) =>
      (await of.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    const work = (text: string) => texts(entry(text).locator('.risk-work'));
    await go('risks/');
    const [own, ...others] = await work('Queues that nobody watches: standing orders');
    expect(own).toMatch(/^Taken on for it:\s*One rule for every queue: .*Done 26 Apr 2019/);
    expect(others).toEqual([]);
    expect(await work('Product search keeps a copy of prices')).toEqual([
      'Taken on at the same meeting: 1 done',
    ]);
    // What was open on the day it came true: first what was taken on for it.
    const open = entry('Restoring a backup. We make one every night').locator('.risk-true');
    expect(await texts(open.locator('.muted'))).toEqual([tied.open(1), tied.others]);
    expect((await texts(open.locator('.still-open')))[0]).toMatch(/^Try every fallback/);
  });

  test('is where a postmortem and a system say what ties the two together', async () => {
    await go('postmortems/2026-01-28-the-night-the-fax-healed-itself/');
    const facts = page.locator('#try-every-fallback .improvement-facts');
    expect(await facts.innerText()).toMatch(/Answers the risk to Backups/);
    await facts.getByRole('link', { name: 'Backups' }).click();
    await page.waitForURL('**/systems/backups/');
    const risk = page.locator('.ideas > li', { hasText: 'Restoring a backup' });
    await risk.getByRole('link', { name: /^Try every fallback/ }).click();
    await page.waitForURL('**/#try-every-fallback');
  });

  test('has an entry for each risk, to which its postmortem leads and from which it leads back', async () => {
    await go('postmortems/2021-06-15-renewed-but-not-served/');
    const anchor = await page
      .locator('.ideas > li[id]', { hasText: 'Mail relay' })
      .first()
      .getAttribute('id');
    await page.locator(`[id="${anchor}"]`).getByRole('link', { name: 'In the register' }).click();
    const entry = page.locator('.risks > li:target');
    await entry.waitFor();
    expect(await entry.isVisible()).toBe(true);
    await entry.locator('.risk-facts a').first().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(
      `/kb/postmortems/2021-06-15-renewed-but-not-served/#${anchor}`,
    );
  });
});

describe('the map of systems', () => {
  test('leads from each box to its system, also by keyboard', async () => {
    await go('systems/');
    const boxes = page.locator('.systems-map svg a');
    const addresses = await boxes.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const listed = await page
      .locator('.system-cards h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.toSorted()).toEqual(listed.toSorted());
    await boxes.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${addresses[0]}`);
    expect(await page.locator('h1').textContent()).toBe('Storefront');
  });

  test('says in its list all that it draws', async () => {
    await go('systems/');
    const words = (await page.locator('#systems').textContent()) ?? '';
    for (const name of await page.locator('.systems-map svg .node tspan:first-child').allTextContents())
      expect(words).toContain(name.trim());
  });

  test.each([360, 390])('scrolls within itself at %i px, and says so', async (width) => {
    await open({ viewport: { width, height: 800 } });
    await go('systems/');
    const map = page.locator('.systems-map .mm-scroll');
    expect(await map.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.locator('.map-hint').isVisible()).toBe(true);
  });
});

test('an outage of a system reaches what depends on it, and what depends on that', async () => {
  await go('systems/dns/');
  const facts = page.locator('.facts > div', { hasText: 'An outage here reaches' });
  // Sign-in, the mail relay and the status page need names; the storefront needs sign-in.
  expect(await facts.locator('.links a').allTextContents()).toEqual(
    expect.arrayContaining(['Mail relay', 'Sign-in']),
  );
  expect(await facts.locator('.onwards a').allTextContents()).toContain('Storefront');
});

test('what recurs leads to its incidents, and a system and a postmortem lead to what recurs', async () => {
  for (const path of ['systems/fax-gateway/', 'postmortems/2026-01-28-the-night-the-fax-healed-itself/']) {
    await go(path);
    await page.locator('main a[href*="/recurring/#fax-gateway"]').first().click();
    await page.locator('.recurrence h3:target').waitFor();
    const group = page.locator('.recurrence', { has: page.locator('h3:target') });
    expect(await group.locator('.steps h4 a').allTextContents()).toContain('Disappearing fax provider');
  }
});

test.each(['risks/', 'recurring/', 'systems/orders-db/'])(
  '%s has no sideways scroll at 360 px',
  async (path) => {
    await open({ viewport: { width: 360, height: 800 } });
    await go(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);
