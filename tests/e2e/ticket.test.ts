import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
const path = 'postmortems/2026-11-20-order-mails-come-back/';

async function open(where = path, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(new URL(where, site.url).href);
  return page;
}

describe('the page of an incident that burns', () => {
  test('says first how new it is, what is unknown and what is next, without a script', async () => {
    const page = await open(path, { javaScriptEnabled: false });
    const notice = await page.locator('.notice.burning').innerText();
    expect(notice).toContain('Last entry, 21 Nov 2026 08:15\n388 orders have come back so far.');
    expect(notice).toMatch(/Last change in the repository:|The repository knows no change of it yet/);
    expect(await page.locator('.ticket-glance').innerText()).toMatch(/10 things[\s\S]*5 of 7 open/);
    const headings = await page.locator('article h2').allInnerTexts();
    expect(headings.slice(0, 6).map((text) => text.trim())).toEqual([
      'Symptoms',
      'Scope',
      'Summary',
      'Not known yet 10',
      'Next actions',
      'Hypotheses',
    ]);
    const states = await page.locator('[data-section=next-actions] .state').allInnerTexts();
    expect(states).toEqual(['To do', 'To do', 'To do', 'To do', 'To do', 'Done', 'Done']);
    await page.close();
  });

  test('leads by keyboard from each unknown to the very word', async () => {
    const page = await open(path, { reducedMotion: 'reduce' });
    const links = page.locator('.ticket-unknowns li a');
    expect(await links.count()).toBe(10);
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
      expect([href, await page.locator(`[id="${href.slice(1)}"]`).count()]).toEqual([href, 1]);
    const link = links.filter({ hasText: 'Password mails: TBD.' });
    await link.focus();
    await page.keyboard.press('Enter');
    const target = page.locator('mark:target');
    expect(await target.innerText()).toBe('TBD');
    expect(await target.evaluate((mark) => mark.closest('section')?.dataset['section'])).toBe('scope');
    const box = await target.boundingBox();
    expect(box?.y).toBeGreaterThan(60);
    expect(box?.y).toBeLessThan(800);
    await page.close();
  });

  test('tells hypotheses as a drawing and as a table that say the same', async () => {
    const page = await open();
    const drawing = page.locator('.hypothesis-tree svg');
    expect(await drawing.getAttribute('aria-details')).toBe('page:hypothesis-table');
    const drawn = (await drawing.textContent()) ?? '';
    expect([drawn.match(/Ruled out/g)?.length, drawn.match(/Inconclusive/g)?.length]).toEqual([4, 2]);
    const rows = await page.locator('.ticket-hypotheses tbody tr').allInnerTexts();
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/senders of junk\.[\s\S]*It is on none\.[\s\S]*Ruled out/);
    await page.close();
  });

  test.each([1920, 390, 360])('is accessible and fits %i px', async (width) => {
    const page = await open(path, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    await page.close();
  });

  test('alone loads its style', async () => {
    const styles = (page: Page): Promise<string[]> =>
      page
        .locator('link[rel=stylesheet]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
    const [own, other] = [await open(), await open('postmortems/2018-05-04-disappearing-fax-provider/')];
    expect((await styles(own)).some((name) => name.startsWith('ticket'))).toBe(true);
    expect((await styles(other)).some((name) => name.startsWith('ticket'))).toBe(false);
    await Promise.all([own.close(), other.close()]);
  });

  test('is told of on the home page and at the top of the list', async () => {
    for (const where of ['', 'postmortems/']) {
      const page = await open(where);
      const link = page.locator('.burning-now a').first();
      expect(await link.getAttribute('href')).toBe(`${site.basePath}${path}`);
      expect((await link.boundingBox())?.y).toBeLessThan(900);
      await page.close();
    }
  });
});
