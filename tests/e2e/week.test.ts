import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { BacklogExportRow } from '../../src/core/export/schemas.ts';
import { beyond, calendar, home, linkToSend, meetings, week as words } from '../../src/site/strings.ts';
import { openBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';
import { type StaticServer, serve } from '../support/static-server.ts';

// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
}

/** The titles in the block of the week below a heading. */
const titles = (id: string) => page.locator(`section:has(> #${id}) .week-list > li > a`).allTextContents();

describe('the sample', () => {
  const site = inject('sampleBelowPath');
  let server: StaticServer;
  beforeAll(async () => {
    server = await serve(site.dist, site.basePath);
  });
  afterAll(() => server?.close());
  const go = (path: string) => page.goto(new URL(path, server.url).href);
  const here = (): string => page.url().slice(server.url.length);
  const backlog = JSON.parse(readFileSync(join(site.dist, 'backlog.json'), 'utf8')) as BacklogExportRow[];

  test('the home page counts as late what the backlog’s data count, and adds them up by owner', async () => {
    await go('');
    const late = backlog.filter(({ overdue }) => overdue);
    const figure = page.locator('.week .figures div', {
      has: page.getByText(words.figures.late, { exact: true }),
    });
    expect(Number(await figure.locator('dd').textContent())).toBe(late.length);
    const byOwner = await page.locator('.week-links li').allTextContents();
    const counted = byOwner.map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(late.length);
  });

  test('each link to send leads to a page that shows what is late', async () => {
    await go('');
    const links = await page
      .locator('.week-links li a[href*="/people/"]')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) {
      const response = await page.goto(link);
      expect([link, response?.status(), await page.locator('#late').count()]).toEqual([link, 200, 1]);
    }
  });

  test('all that is late is late in the backlog that the link to send shows', async () => {
    await go('');
    await page.getByRole('link', { name: words.sendAllLink }).click();
    const shown = page.locator('tbody tr:visible');
    await expect.poll(() => shown.count(), patient).toBe(backlog.filter(({ overdue }) => overdue).length);
  });

  test('a link to send is copied as the address it leads to', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await go('');
    const address = await page
      .getByRole('link', { name: words.sendAllLink })
      .evaluate((link) => (link as HTMLAnchorElement).href);
    await page.getByRole('button', { name: linkToSend.label(words.sendAllLink) }).click();
    await expect
      .poll(() => page.locator('copy-link [role=status]').first().textContent(), patient)
      .toBe(linkToSend.copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  test('the home page shows everything late with its owner, and the figures the metrics show', async () => {
    await go('');
    const late = backlog.filter(({ overdue }) => overdue).map(({ title }) => title);
    expect((await titles('late')).toSorted()).toEqual(late.toSorted());
    const figures = () =>
      page
        .locator('.year-so-far td:nth-child(2)')
        .evaluateAll((cells) => cells.map(({ firstChild }) => firstChild?.textContent));
    const home = await figures();
    expect(home.length).toBe(7);
    await go('metrics/');
    expect(await figures()).toEqual(home);
  });

  test('on paper the home page is the week, and what goes beyond it', async () => {
    await page.emulateMedia({ media: 'print' });
    await go('');
    expect(await page.getByRole('heading', { level: 2 }).locator('visible=true').allTextContents()).toEqual([
      home.burning,
      words.title,
      beyond.title,
    ]);
  });

  test('what recurs and the figures on the home page lead to their places', async () => {
    await go('');
    const links = await page
      .locator('.beyond section a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    // Three that name an earlier one, with both their pages, and seven figures.
    expect(links.length).toBe(3 * 2 + 7);
    for (const link of links) {
      await page.goto(link);
      const anchor = decodeURIComponent(new URL(link).hash.slice(1));
      expect([
        link,
        await page.evaluate((id) => id === '' || document.getElementById(id) !== null, anchor),
      ]).toEqual([link, true]);
    }
  });

  test('a figure leads to its list on the page', async () => {
    await go('');
    await page.locator('.week .figures a', { hasText: words.figures.written }).click();
    expect(here()).toBe('#new');
    expect(await page.locator('#new').isVisible()).toBe(true);
  });

  test('a person’s page has exactly their improvements of the backlog', async () => {
    await go('people/mei/');
    const own = backlog.filter(({ owner }) => owner === 'mei');
    expect(own.length).toBeGreaterThan(3);
    // What is done is shown as far as the twenty latest.
    const left = await page.locator('#done ~ .more a').allTextContents();
    const shown = await page.locator('.improvements .improvement-text').allTextContents();
    const titles = own.map(({ title }) => title);
    for (const text of shown) expect(titles).toContain(text.trim());
    expect(shown).toHaveLength(own.length - Number(/\d+/.exec(left.join())?.[0] ?? 0));
    for (const { title, state } of own)
      if (state !== 'closed') expect(shown.map((text) => text.trim())).toContain(title);
  });

  test('whoever facilitated a meeting is one click from its page', async () => {
    await go('postmortems/2018-05-04-disappearing-fax-provider/');
    await page.locator('.facts a[href*="/people/"]').click();
    expect(here()).toMatch(/^people\/[a-z]+\/$/);
    expect(await page.locator('#facilitated').isVisible()).toBe(true);
  });

  test.each(['people/mei/', 'teams/platform/'])('%s offers its calendar', async (path) => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await go(path);
    const feed = page.locator('calendar-feed a').first();
    const address = await feed.evaluate((link) => (link as HTMLAnchorElement).href);
    expect(address).toBe(`${server.url}${path}backlog.ics`);
    expect(await page.getByRole('link', { name: calendar.subscribe }).getAttribute('href')).toBe(
      address.replace(/^http/, 'webcal').replace('webcals', 'webcal'),
    );
    await page.getByRole('button', { name: calendar.copy }).click();
    await expect
      .poll(() => page.locator('calendar-feed [role=status]').textContent(), patient)
      .toBe(calendar.copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect((await page.request.get(address)).status()).toBe(200);
  });

  test('without script the calendar is a link, and nothing is offered that cannot work', async () => {
    await open({ javaScriptEnabled: false });
    await go('people/mei/');
    expect(await page.locator('calendar-feed a').count()).toBe(1);
    expect(await page.locator('calendar-feed button').count()).toBe(0);
  });

  test('the navigation is one line at 1280 px', async () => {
    await go('');
    const tops = await page
      .locator('.site-nav a, .site-header search-button a')
      .evaluateAll((links) =>
        links.map((link) => link.getBoundingClientRect()).map(({ y, height }) => Math.round(y + height / 2)),
      );
    expect(tops.length).toBeGreaterThan(6);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(2);
  });

  test.each([390, 360])(
    'at %i px every page of the navigation is in sight, and big enough for a thumb',
    async (width) => {
      await open({ viewport: { width, height: 844 }, javaScriptEnabled: false });
      await go('');
      for (const link of await page.locator('.site-nav a').all()) {
        const box = await link.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect(box?.height).toBeGreaterThanOrEqual(24);
      }
    },
  );

  test('Tab walks through the navigation in the order it is read', async () => {
    await go('');
    const names = await page.locator('.brand, .site-nav a').allTextContents();
    await page.locator('.skip').focus();
    const walked: (string | null)[] = [];
    for (const _ of names) {
      await page.keyboard.press('Tab');
      walked.push(await page.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(walked).toEqual(names);
  });
});

const settings = `severities:
  - level: 1
    name: Down
    postmortem: true
    postmortemDays: 7
  - level: 2
    name: Serious
    postmortem: true
`;

const timeline = (day: string): string => `## Summary

Water in the cellar.

## Timeline

- ${day} 08:00 **started** The tap is open.
- 08:10 **detected** The neighbour calls.
- 09:00 **resolved** The tap is shut.
`;

/** A meeting on a day, with what came out of it. */
const held = (title: string, day: string, improvements: string): string => `---
title: ${title}
status: reviewed
severity: 1
reviewedOn: ${day}
---

${timeline(day)}
## Root causes

A tap.

## Detect

${improvements}

## React

Nothing.

## Quick fix

Nothing.

## Prevent

Nothing.

## Other areas of risk

Nothing.
`;

const over = (title: string, severity: number, day: string): string =>
  `---\ntitle: ${title}\nstatus: resolved\nseverity: ${severity}\n---\n\n${timeline(day)}`;

// Noon of 10 June 2026 in UTC.
const on10June2026 = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 10, 12) / 1000) };

describe('a week in June', () => {
  let server: StaticServer;
  beforeAll(async () => {
    const folder = contentFolder('week', {
      'settings.yaml': settings,
      'postmortems/2026-05-01-old.mdx': held(
        'Old water',
        '2026-05-01',
        `- [ ] Late by nine days @jürgen due:2026-06-01
- [ ] Due today @ana due:2026-06-10
- [ ] Due in fourteen days @ana due:2026-06-24
- [ ] Due in fifteen days @ana due:2026-06-25
- [x] Done a week ago @ana due:2026-06-01 done:2026-06-03
- [x] Done eight days ago @ana due:2026-06-01 done:2026-06-02
- [x] Given up today @ana due:2026-06-20 dropped:2026-06-10

  The house was sold.`,
      ),
      'postmortems/2026-06-04-new.mdx': held(
        'New water',
        '2026-06-04',
        '- [ ] Written on Thursday @ana due:2026-09-01',
      ),
      'postmortems/2026-06-01-due.mdx': over('Over on the first', 1, '2026-06-01'),
      'postmortems/2026-06-02-undated.mdx': over('Without days', 2, '2026-06-02'),
    });
    const built = await buildSite('week', folder, on10June2026);
    if (built.code !== 0) throw new Error(built.stderr);
    server = await serve(built.dist);
  });
  afterAll(() => server?.close());

  test('stands on the home page, each thing in its own list', async () => {
    await page.goto(server.url);
    expect(await titles('late')).toEqual(['Late by nine days']);
    expect(await titles('due-soon')).toEqual(['Due today', 'Due in fourteen days']);
    expect(await titles('new')).toEqual(['Written on Thursday']);
    expect(await titles('done')).toEqual(['Done a week ago', 'Given up today']);
    expect(await titles('postmortems-due')).toEqual(['Over on the first', 'Without days']);
  });

  test('says how late, until when and since when', async () => {
    await page.goto(server.url);
    const block = (id: string) => page.locator(`section:has(> #${id})`).textContent();
    expect(await page.locator('.week > header').textContent()).toContain('as of Wednesday 10 June 2026');
    expect(await block('late')).toContain('(9 days)');
    expect(await block('due-soon')).toContain('until 24 Jun');
    expect(await block('due-soon')).toContain('today');
    for (const id of ['new', 'done']) expect(await block(id)).toContain('since 3 Jun');
    // 1 June and seven days is 8 June, two days ago.
    expect(await block('postmortems-due')).toMatch(/late since 8 Jun 2026 \(2 days\)/);
    expect(await block('postmortems-due')).toContain(meetings.undated(null));
  });

  test('a postmortem’s own page says until when it is due', async () => {
    await page.goto(`${server.url}postmortems/2026-06-01-due/`);
    expect(await page.locator('.notice').textContent()).toMatch(
      /due by 8 June 2026, since severity 1 asks for it within 7 days\. As of 10 Jun 2026: late since 8 Jun 2026 \(2 days\)/,
    );
    await page.goto(`${server.url}postmortems/2026-06-02-undated/`);
    expect(await page.locator('.notice').textContent()).toContain(meetings.dueWithoutDate(null));
    await page.goto(`${server.url}postmortems/2026-05-01-old/`);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  test('somebody whom only an improvement names has a page and a calendar, whatever the letters', async () => {
    await page.goto(server.url);
    await page.locator('.week-links a', { hasText: 'jürgen' }).click();
    expect(await page.locator('h1').textContent()).toBe('jürgen');
    expect(await page.locator('#late').isVisible()).toBe(true);
    const feed = await page
      .locator('calendar-feed a')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).href);
    expect(await (await page.request.get(feed)).text()).toContain('Late by nine days');
  });
});

test('a quiet week says so warmly, and asks for nothing', async () => {
  const folder = contentFolder('quiet-week', {
    'postmortems/2026-01-01-old.mdx': held(
      'Old water',
      '2026-01-01',
      '- [x] A lid @ana due:2026-02-01 done:2026-01-20\n- [ ] A pump @ana due:2026-09-01',
    ),
  });
  const built = await buildSite('quiet-week', folder, on10June2026);
  if (built.code !== 0) throw new Error(built.stderr);
  const server = await serve(built.dist);
  try {
    await page.goto(server.url);
    expect(await page.locator('.week .empty').textContent()).toBe(words.quiet('24 Jun'));
    expect(await page.locator('.week-list').count()).toBe(0);
  } finally {
    await server.close();
  }
});
