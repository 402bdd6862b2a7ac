import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { chosenWords, backlogView as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeEach(() => open());
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

/** A fresh window, on the day the site was built unless told otherwise. */
async function open(
  options: Parameters<Browser['newContext']>[0] = {},
  now = '2026-11-21T12:00:00Z',
): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  complaints = [];
  page = await context.newPage();
  await page.clock.setFixedTime(new Date(now));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}

interface Datum {
  id: string;
  title: string;
  state: string;
  owner: string | null;
  due: string | null;
  question: string;
  overdue: boolean;
  postmortem: { severity: number };
}
const data = JSON.parse(readFileSync(`${site.dist}/backlog.json`, 'utf8')) as Datum[];
const isOpen = ({ state }: Datum): boolean => state !== 'closed' && state !== 'dropped';

const go = (query = '') => page.goto(`${site.url}backlog/${query}`);
const query = (): string => new URL(page.url()).search;
const status = () => page.locator('output').textContent();
const titles = () => page.locator('tbody tr:not(.group) th').allTextContents();
const header = (name: string) => page.locator('thead').getByRole('button', { name, exact: true });
const menu = (name: string) => page.locator('.facet summary', { hasText: new RegExp(`^${name}`) });
const option = (name: string | RegExp) => page.locator('.facet[open]').getByRole('checkbox', { name });
/** Brings in the rows that wait below the end. */
const showAll = () => page.evaluate(() => dispatchEvent(new Event('beforeprint')));

describe('the table', () => {
  test('shows every improvement, overdue ones first, and says so', async () => {
    await go();
    expect(await status()).toBe(words.shown(data.length, data.length));
    await showAll();
    const shown = await titles();
    expect(shown.toSorted()).toEqual(data.map(({ title }) => title).toSorted());
    const late = data.filter(({ overdue }) => overdue).map(({ title }) => title);
    expect(shown.slice(0, late.length).toSorted()).toEqual(late.toSorted());
    expect(await page.locator('tr[data-late]').count()).toBe(late.length);
    expect(await page.getByText('Built today, 21 November 2026.').isVisible()).toBe(true);
  });

  test('more rows come at its end', async () => {
    await go();
    const first = await titles();
    expect(first.length).toBe(200);
    expect(first.length).toBeLessThan(data.length);
    await page.mouse.wheel(0, 1_000_000);
    await expect.poll(async () => (await titles()).length, patient).toBe(data.length);
    expect(await page.locator('.backlog-more').isVisible()).toBe(false);
  });

  test('is sorted by a header, both ways and back', async () => {
    await go('?state=open');
    const dues = () =>
      page
        .locator('tbody td:nth-child(7) time')
        .evaluateAll((all) => all.map((time) => (time as HTMLTimeElement).dateTime));
    const inOrder = data
      .filter((row) => isOpen(row) && row.due)
      .map(({ due }) => due)
      .toSorted();
    const itself = await titles();
    await header('Due').click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    expect([await dues(), query()]).toEqual([inOrder, '?sort=due&state=open']);
    await header('Due').press('Enter');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect([await dues(), query()]).toEqual([inOrder.toReversed(), '?sort=-due&state=open']);
    await header('Due').press('Space');
    expect(await page.locator('th[aria-sort]').count()).toBe(0);
    expect([await titles(), query()]).toEqual([itself, '?state=open']);
  });

  test('every column has its header to sort by', async () => {
    await go();
    for (const button of await page.locator('thead button').all()) {
      await button.click();
      const name = await button.textContent();
      expect([name, await page.locator('th[aria-sort]').textContent()]).toEqual([name, name]);
    }
  });
});

describe('filters', () => {
  test('narrow down by keyboard, count, and stand in the address and as chips', async () => {
    await go();
    await menu('Severity').focus();
    await page.keyboard.press('Enter');
    await option(/^1/).focus();
    await page.keyboard.press('Space');
    const severe = data.filter(({ postmortem }) => postmortem.severity === 1);
    expect(severe.length).toBeGreaterThan(3);
    expect([await status(), query()]).toEqual([words.shown(severe.length, data.length), '?severity=1']);
    await page.keyboard.press('Escape');
    expect(await page.locator('.facet[open]').count()).toBe(0);
    expect(await menu('Severity').evaluate((element) => element === document.activeElement)).toBe(true);
    await menu('State').click();
    const openOnes = severe.filter(isOpen).length;
    expect(
      await page.locator('.facet[open] label', { hasText: 'All open' }).locator('small').textContent(),
    ).toBe(String(openOnes));
    await option('All open').check();
    expect([await status(), query()]).toEqual([words.shown(openOnes, data.length), '?state=open&severity=1']);
    expect((await titles()).length).toBe(openOnes);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: chosenWords.takeAway('Severity: 1 Down') }).click();
    expect(query()).toBe('?state=open');
    await page.getByRole('button', { name: chosenWords.clear }).click();
    expect([query(), await status()]).toEqual(['', words.shown(data.length, data.length)]);
    expect(await page.locator('.chip').count()).toBe(0);
  });

  test('find words', async () => {
    await go();
    await page.locator('input[name=q]').fill('FAX provider');
    await expect.poll(query, patient).toBe('?q=FAX+provider');
    const found = await titles();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(data.length);
    await page.locator('input[name=q]').fill('xyzzy');
    expect([await titles(), await status()]).toEqual([[], words.shown(0, data.length)]);
  });

  test('the figures on top lead to what they count', async () => {
    await go();
    await page.locator('.figures a', { hasText: /^late$/ }).click();
    expect(query()).toBe('?state=overdue');
    expect((await titles()).length).toBe(data.filter(({ overdue }) => overdue).length);
  });
});

describe('a link to a view', () => {
  const link = '?view=owner&sort=-severity&q=the&state=open&severity=1&severity=2';

  test('shows the same again, after a reload and for anybody else', async () => {
    await go(link);
    const shown = await titles();
    expect(shown.length).toBeGreaterThan(2);
    expect(query()).toBe(link);
    expect(await page.locator('[data-view=owner][aria-pressed=true]').count()).toBe(1);
    await open();
    await go(link);
    expect(await titles()).toEqual(shown);
  });

  test('is copied with a button', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await go('?state=overdue');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText(words.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}backlog/?state=overdue`,
    );
  });

  test('back and forward go through what was chosen', async () => {
    await go();
    await page.getByRole('button', { name: 'Board' }).click();
    await page.getByRole('button', { name: 'By question' }).click();
    await page.locator('input[name=q]').pressSequentially('queue');
    await expect.poll(query, patient).toBe('?view=question&q=queue');
    const found = await titles();
    await page.goBack();
    expect([query(), await page.locator('input[name=q]').inputValue()]).toEqual(['?view=question', '']);
    await page.goBack();
    expect([query(), await page.locator('.board').isVisible()]).toEqual(['?view=board', true]);
    await page.goForward();
    await page.goForward();
    expect([query(), await titles()]).toEqual(['?view=question&q=queue', found]);
  });

  test('what nothing goes by any more is left out, politely', async () => {
    await go('?view=pie&owner=gone&state=overdue');
    expect((await titles()).length).toBe(data.filter(({ overdue }) => overdue).length);
    expect(await page.locator('.backlog-note').textContent()).toBe(
      words.unknown(['view “pie”', 'owner “gone”']),
    );
    await page.getByRole('button', { name: chosenWords.clear }).click();
    expect(await page.locator('.backlog-note').isVisible()).toBe(false);
  });
});

describe('the reader’s own day', () => {
  test('decides what is late', async () => {
    await open({}, '2027-03-01T12:00:00Z');
    await go('?state=overdue');
    const late = data.filter((row) => isOpen(row) && row.due !== null && row.due < '2027-03-01');
    expect(late.length).toBeGreaterThan(data.filter(({ overdue }) => overdue).length);
    expect((await titles()).toSorted()).toEqual(late.map(({ title }) => title).toSorted());
    expect(await page.locator('tr[data-late] td:nth-child(7) small').allTextContents()).toEqual(
      late.map(() => expect.stringMatching(/ late$/)),
    );
    expect(await page.locator('.figures .late dd').textContent()).toBe(String(late.length));
    expect(
      await page.getByText('Late as of today, 1 March 2027. Built on 21 November 2026.').isVisible(),
    ).toBe(true);
  });

  test('is the one on their own clock', async () => {
    // Noon in London is the next day already in Auckland.
    await open({ timezoneId: 'Pacific/Auckland' }, '2026-12-31T12:00:00Z');
    await go();
    expect(await page.getByText('late as of today, 1 January 2027.').isVisible()).toBe(true);
  });
});

describe('the board', () => {
  test('has a column for each state, dropped ones apart, with few of the done', async () => {
    await go('?view=board');
    const columns = await page
      .locator('.board-column')
      .evaluateAll((all) =>
        all.map((column) => [
          (column as HTMLElement).dataset['state'],
          Number(column.querySelector('.board-count')?.textContent),
        ]),
      );
    const states = ['new', 'accepted', 'resolved', 'verified', 'closed', 'dropped'];
    expect(columns).toEqual(states.map((state) => [state, data.filter((row) => row.state === state).length]));
    const closed = page.locator('[data-state=closed] .cards > li');
    expect(await closed.count()).toBe(6);
    const more = page.locator('[data-state=closed]').getByRole('button');
    expect(await more.textContent()).toBe(
      words.more(data.filter(({ state }) => state === 'closed').length - 6),
    );
    await more.click();
    expect(await closed.count()).toBe(106);
  });

  test('says in words where there is more than the limit', async () => {
    await go('?view=board');
    const packed = await page.evaluate(
      () =>
        JSON.parse(document.querySelector('backlog-view script')?.textContent ?? '') as {
          limits: Record<string, number>;
        },
    );
    expect(Object.keys(packed.limits)).not.toEqual([]);
    for (const [state, limit] of Object.entries(packed.limits)) {
      const total = data.filter((row) => row.state === state).length;
      expect(await page.locator(`.board-column[data-state=${state}] .board-limit`).textContent()).toBe(
        words.limit({ total, limit, over: Math.max(0, total - limit) }),
      );
    }
  });
});

test('by owner and by question the same rows stand below headings', async () => {
  for (const [view, groups] of [
    ['owner', new Set(data.map(({ owner }) => owner)).size],
    ['question', new Set(data.map(({ question }) => question)).size],
  ] as const) {
    await go(`?view=${view}`);
    await showAll();
    expect([view, await page.locator('tr.group').count()]).toEqual([view, groups]);
    expect((await titles()).length).toBe(data.length);
  }
});

test.each(['?state=open&sort=-due', '?view=owner&severity=1', '?q=the'])(
  'the CSV of %s is what is shown',
  async (link) => {
    await go(link);
    await showAll();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('backlog-2026-11-21.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const cells = (column: number) =>
      page.locator(`tbody tr:not(.group) td:nth-child(${column})`).allTextContents();
    expect(rows.map((row) => row['Improvement'])).toEqual(await titles());
    expect(rows.map((row) => row['Postmortem'])).toEqual(await cells(2));
    expect(rows.map((row) => row['State'])).toEqual(await cells(3));
    expect(rows.map((row) => row['Systems'])).toEqual(await cells(10));
    const columns = await page.locator('thead button').allTextContents();
    for (const column of ['Improvement', 'Owner', 'Team', 'Due', 'Question', 'Severity', 'Ticket'])
      expect([column, columns.includes(column), column in (rows[0] ?? {})]).toEqual([column, true, true]);
    const late = await page.locator('tr[data-late]').count();
    expect(rows.filter((row) => Number(row['Days late']) > 0).length).toBe(late);
  },
);

test('its script for CSV comes with the first download, and no sooner', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await go();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('csv'))).toEqual([]);
});

describe('on paper', () => {
  test('it is what is shown, with its filters in words', async () => {
    await go('?state=overdue&sort=due');
    const late = data.filter(({ overdue }) => overdue).length;
    await page.emulateMedia({ media: 'print' });
    for (const around of ['.site-nav', '.backlog-tools', '.backlog-files', '.backlog-more'])
      expect([around, await page.locator(around).isVisible()]).toEqual([around, false]);
    expect(await page.locator('.backlog-handout').textContent()).toBe(
      `${words.shown(late, data.length)} with state: Late, by due.`,
    );
    for (const kept of ['.backlog-handout', '.backlog-left-out', '.figures'])
      expect([kept, await page.locator(kept).isVisible()]).toEqual([kept, true]);
    expect(await page.locator('.backlog-built').isVisible()).toBe(true);
    expect(await page.locator('tbody tr:visible').count()).toBe(late);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('what has ended stays away until somebody asks for it', async () => {
    const onPaper = () => page.locator('tbody tr:visible').count();
    await page.emulateMedia({ media: 'print' });
    await go();
    await showAll();
    expect(await onPaper()).toBe(data.filter(isOpen).length);
    await go('?state=dropped');
    expect(await onPaper()).toBe(data.filter(({ state }) => state === 'dropped').length);
    expect(await page.locator('.backlog-left-out').isVisible()).toBe(false);
  });

  test('no row is missing because nobody scrolled to it', async () => {
    await go();
    await page.pdf({ format: 'A4' });
    expect((await titles()).length).toBe(data.length);
  });
});

describe('without script', () => {
  test('the whole table stands, overdue first, and nothing is offered that cannot work', async () => {
    await open({ javaScriptEnabled: false });
    await go();
    expect(await page.locator('tbody tr:visible').count()).toBe(data.length);
    const late = data.filter(({ overdue }) => overdue).length;
    expect(await page.locator(`tbody tr:nth-child(-n + ${late})[data-late]`).count()).toBe(late);
    expect(
      await page.getByText('Late as of 21 November 2026, the day this site was built.').isVisible(),
    ).toBe(true);
    for (const tool of ['form', 'button', 'select'])
      expect([tool, await page.locator(`main ${tool}:visible`).count()]).toEqual([tool, 0]);
    await page.locator('.figures a', { hasText: 'done' }).click();
    expect(await page.locator('tr:target').getAttribute('data-state')).toBe('closed');
  });
});

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

describe.each([1280, 390])('at %i px', (width) => {
  test.each(['?state=open&severity=1', '?view=board', '?view=owner&state=open', '?q=xyzzy'])(
    '%s is accessible',
    async (link) => {
      await open({ viewport: { width, height: 844 } });
      await go(link);
      await menu('Owner').click();
      expect(await barriers()).toEqual([]);
    },
  );
});

test.each(['', '?view=board', '?view=owner&state=overdue'])(
  '%s needs no sideways scrolling at 360 px',
  async (link) => {
    await open({ viewport: { width: 360, height: 740 } });
    await go(link);
    for (const name of ['State', 'Year']) {
      await menu(name).click();
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBe(window);
      expect(
        await page
          .locator('.facet[open] fieldset')
          .evaluate((element) => element.getBoundingClientRect().right <= innerWidth),
      ).toBe(true);
    }
  },
);

test('a screen reader still meets a table, though its rows are drawn as a grid', async () => {
  await go('?state=overdue');
  expect(await page.getByRole('table').count()).toBe(1);
  expect(await page.getByRole('columnheader').count()).toBeGreaterThan(10);
  expect(await page.getByRole('rowheader').count()).toBe(data.filter(({ overdue }) => overdue).length);
});
