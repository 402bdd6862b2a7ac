import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { reportTemplate } from '../../src/core/handbook/report-template.ts';
import { guideParts, handbook, onDuty as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

// Built on Saturday 21 November 2026. The rotation is ana, mei, omar, tom, nadia, ravi from Monday 7 September on, so that
// nadia has the eleventh week, from 16 to 22 November, and ravi the next.
const site = openSite(inject('sampleBelowPath'));
// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  complaints = [];
  page = await context.newPage();
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

const go = (path: string) => page.goto(new URL(path, site.url).href);
const now = () => page.locator('.on-duty-now');
/** Who has it today, as the page says. */
const told = async (): Promise<string> => (await now().innerText()).replace(/\s+/g, ' ');
const marked = () => page.locator('.shifts > [aria-current=date] [data-superhero]').allTextContents();

describe('who is on duty', () => {
  test('is told for the day of the build where there is no script', async () => {
    await open({ javaScriptEnabled: false });
    await go('on-duty/');
    expect(await told()).toBe(
      `${words.onDay} Saturday 21 November 2026, ${words.built} Superhero Nadia Kowalska Sidekick Ravi Menon Until Sunday 22 November 2026`,
    );
    expect(await marked()).toEqual(['Nadia Kowalska']);
  });

  test.each([
    ['2026-11-21T12:00:00Z', 'On duty today, Saturday 21 November 2026', 'Nadia Kowalska'],
    // Five hours behind: in New York it is still Sunday at 04:59 UTC, and Monday a minute later.
    ['2026-11-23T04:59:00Z', 'On duty today, Sunday 22 November 2026', 'Nadia Kowalska'],
    ['2026-11-23T05:00:00Z', 'On duty today, Monday 23 November 2026', 'Ravi Menon'],
    ['2026-12-25T15:00:00Z', 'On duty today, Friday 25 December 2026', 'Yusuf Demir'],
  ])('at %s is that of the zone’s day', async (instant, day, superhero) => {
    await page.clock.setFixedTime(instant);
    await go('on-duty/');
    await expect.poll(told, patient).toContain(`${day} Superhero ${superhero} `);
    expect(await marked()).toEqual([superhero]);
  });

  test('changes at midnight under the eyes of whoever comes back to the page', async () => {
    await page.clock.setFixedTime('2026-11-23T04:59:00Z');
    await go('on-duty/');
    await expect.poll(told, patient).toContain('Nadia Kowalska');
    await page.clock.setFixedTime('2026-11-23T05:00:00Z');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await told()).toContain('Monday 23 November 2026 Superhero Ravi Menon');
  });

  test.each(['2027-06-01T12:00:00Z', '2026-11-01T12:00:00Z'])(
    'is not guessed at %s, when a page is too old or too new to know',
    async (instant) => {
      await page.clock.setFixedTime(instant);
      await go('on-duty/');
      await expect.poll(told, patient).toContain(words.unknown);
      expect(await marked()).toEqual([]);
    },
  );

  test('is told in the guide, too, which leads to the whole page', async () => {
    await page.clock.setFixedTime('2026-11-23T12:00:00Z');
    await go('handbook/on-duty/');
    await expect.poll(told, patient).toContain('Superhero Ravi Menon');
    await page.getByRole('link', { name: words.whole }).click();
    await expect.poll(() => page.url().slice(site.url.length), patient).toBe('on-duty/');
  });
});

describe('the hand-over', () => {
  test('shows what burns, what is still to be held and what is due until the next week ends', async () => {
    await go('on-duty/');
    const section = page.locator('.hand-over');
    expect(await section.locator('h2').innerText()).toContain('on Monday 23 November 2026');
    expect(await section.locator('.mentions a').first().textContent()).toContain('Order mails');
    expect(await section.locator('h3').allInnerTexts()).toEqual([
      words.burning,
      words.meetings,
      `${words.improvements} until 29 Nov`,
    ]);
    expect(await section.locator('.week-list > li').count()).toBeGreaterThan(2);
  });

  test('prints on paper, without what can only be clicked', async () => {
    await go('on-duty/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.hand-over').isVisible()).toBe(true);
    expect(await page.locator('calendar-feed').isVisible()).toBe(false);
  });

  test('is found in the guide by the name that other pages use', async () => {
    await go('handbook/on-duty/#hand-over');
    expect(await page.locator('#hand-over').isVisible()).toBe(true);
  });
});

test('the calendar that the page offers says the same as the page', async () => {
  await go('on-duty/');
  const address = await page
    .locator('calendar-feed a')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).pathname);
  expect(address).toBe('/kb/on-duty.ics');
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(site.dist, 'on-duty.ics'), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const from = await page
    .locator('.shifts > li')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['from']));
  const starts = events.map(({ startDate }) => String(startDate));
  expect(starts).toEqual(expect.arrayContaining(from));
  expect(events.find(({ startDate }) => String(startDate) === '2026-12-24')?.summary).toBe(
    'On duty: Yusuf Demir and Jo Lindqvist',
  );
});

test('the report template is copied as it stands', async () => {
  await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await go('handbook/intake/');
  await page.getByRole('button', { name: guideParts.copy }).click();
  await expect
    .poll(() => page.locator('copy-text [role=status]').textContent(), patient)
    .toBe(guideParts.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reportTemplate());
});

test('the workflow is drawn, with a name for those who do not see it', async () => {
  await go('handbook/workflow/');
  const drawings = page.locator('figure.workflow svg');
  expect(await drawings.count()).toBe(2);
  expect(await drawings.first().getAttribute('aria-label')).toBe(
    'How a postmortem goes from a ticket to a reviewed page',
  );
});

test('the list of guides leads to each of them, and each back to the others', async () => {
  await go('handbook/');
  const guides = await page.locator('.guides a').allTextContents();
  expect(guides).toHaveLength(12);
  await page.getByRole('link', { name: guides[0] ?? '', exact: true }).click();
  expect(
    await page.getByRole('navigation', { name: handbook.pages }).getByRole('link').allTextContents(),
  ).toEqual(guides);
});

const paths = [
  'on-duty/',
  'handbook/',
  ...['dont-panic', 'intake', 'on-duty', 'severities', 'two-queues', 'workflow'].map(
    (id) => `handbook/${id}/`,
  ),
];

test.each(['light', 'dark'] as const)(
  'no page has a barrier in %s, and none complains',
  async (colorScheme) => {
    await open({ colorScheme });
    for (const path of paths) {
      await go(path);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect([path, violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])]).toEqual([
        path,
        [],
      ]);
    }
    expect(complaints).toEqual([]);
  },
);

test('no page is wider than a telephone of 360 px', async () => {
  await open({ viewport: { width: 360, height: 800 } });
  for (const path of paths) {
    await go(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([path, width]).toEqual([path, 360]);
  }
});
