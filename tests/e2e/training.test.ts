import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
const key = `fire-marshal:training:${site.basePath}`;

async function open(options: Parameters<Browser['newPage']>[0] = {}, today?: string): Promise<Page> {
  const page = await site.browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  if (today !== undefined) await page.clock.setFixedTime(new Date(`${today}T12:00:00`));
  await page.goto(new URL('training/', site.url).href);
  return page;
}
const week = (page: Page) => page.locator('.training-week > li');
const told = (page: Page): Promise<string> => page.locator('.training-progress output').innerText();

describe('training', () => {
  test('has plain lists without a script: a week with its reasons, systems, questions, a calendar', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await week(page).count()).toBe(5);
    expect(await page.locator('main :is(input, button):visible').count()).toBe(0);
    await page.locator('.training-why summary').first().click();
    const why = await page.locator('.training-why').first().innerText();
    const [all = Number.NaN, ...parts] = [...why.matchAll(/: (\d+)(?: points?)?$/gm)].map(([, points]) =>
      Number(points),
    );
    expect(parts).toHaveLength(3);
    expect(parts.reduce((sum, points) => sum + points, 0)).toBe(all);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Your first week',
      'By system',
      'By question',
      'The calendar',
    ]);
    await page.locator('.training-calendar summary').first().click();
    expect(await page.locator('.training-calendar li a').first().isVisible()).toBe(true);
    await week(page).first().locator('.title').click();
    expect(page.url()).toMatch(/\/replay\/$/);
    await page.close();
  });

  test('is found in the navigation, and leads only where pages are', async () => {
    const page = await open();
    expect(await page.locator('.site-nav [aria-current]').innerText()).toBe('Training');
    const found = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const url of new Set(found.map((href) => href.split('#')[0] ?? '')))
      expect([url, (await page.request.get(url)).status()]).toEqual([url, 200]);
    await page.close();
  });

  test('keeps by keyboard what was done, wherever it stands, through a reload, until it is forgotten', async () => {
    const page = await open({}, '2026-11-21');
    expect(await told(page)).toBe('0 of 5 done');
    const first = week(page).first();
    const id = (await first.locator('[data-incident]').getAttribute('data-incident')) ?? '';
    await first.locator('input').focus();
    await page.keyboard.press('Space');
    expect(await told(page)).toBe('1 of 5 done');
    expect(await first.locator('.training-done').innerText()).toBe('Done on 21 Nov 2026');
    await page.reload();
    expect(await told(page)).toBe('1 of 5 done');
    for (const box of await page.locator(`[data-incident="${id}"] input`).all())
      expect(await box.isChecked()).toBe(true);
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Forget my progress' }).press('Enter');
    expect(await told(page)).toBe('0 of 5 done');
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(null);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.close();
  });

  test('knows what was replayed, and leaves out what a browser keeps that is none of it', async () => {
    const page = await open();
    const id = (await week(page).first().locator('[data-incident]').getAttribute('data-incident')) ?? '';
    for (const [kept, done] of [
      [JSON.stringify({ [id]: { replayed: '2026-11-20' }, other: 5 }), 'Replayed on 20 Nov 2026'],
      [JSON.stringify({ [id]: { replayed: 'soon' } }), ''],
      ['{{', ''],
    ] as const) {
      await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, kept] as const);
      await page.reload();
      expect(await week(page).first().locator('.training-done').textContent()).toBe(done);
      expect(await told(page)).toBe(done === '' ? '0 of 5 done' : '1 of 5 done');
    }
    await page.close();
  });

  test('says what it can’t keep', async () => {
    const page = await site.browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('No.');
        },
      });
    });
    await page.goto(new URL('training/', site.url).href);
    await week(page).first().locator('input').check();
    expect(await page.locator('.training-progress').innerText()).toContain('This browser keeps nothing');
    await page.close();
  });

  test.each([
    // The sample has an incident of 4 May 2018.
    ['2027-05-04', /^4 May, in another year:/, '4 May 2018'],
    ['2027-05-03', /^Nothing is known of 3 May\. Nearest in the year, one day away:/, '4 May 2018'],
  ])('on %s remembers what happened', async (today, lead, day) => {
    const page = await open({}, today);
    const card = page.locator('.training-cards section').first();
    expect(await card.locator('p').innerText()).toMatch(lead);
    expect(await card.locator('time').allInnerTexts()).toContain(day);
    await page.close();
  });

  test('picks one by chance, another one when asked again', async () => {
    const page = await open();
    const card = page.locator('.training-cards section').nth(1);
    await card.getByRole('button', { name: 'Pick one' }).press('Enter');
    expect(await card.getByRole('status').innerText()).toBe('How about this one?');
    const picked = (): Promise<string | null> => card.locator('li a').getAttribute('href');
    const first = await picked();
    expect(first).toMatch(/\/(?:replay\/)?$/);
    await card.getByRole('button', { name: 'Another one' }).press('Enter');
    expect(await picked()).not.toBe(first);
    await page.close();
  });

  test.each([1280, 390, 360])('is accessible and fits %i px', async (width) => {
    const page = await open({ viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    await page.close();
  });

  test('prints the week with its boxes, and not what a screen is for', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await week(page).first().locator('input').isVisible()).toBe(true);
    for (const name of ['.training-cards', '.training-progress', '.training-calendar'])
      expect([name, await page.locator(name).isVisible()]).toEqual([name, false]);
    await page.close();
  });

  test('alone loads its script and its style', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.url);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((name) => /training/.test(name))).toEqual([]);
    await page.close();
  });
});
