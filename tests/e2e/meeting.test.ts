import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { meetingScript, stepNames } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';
import { filesBelow } from '../support/site-faults.ts';

// Below a path, so that nothing here may rely on standing at the root.
const site = openSite(inject('sampleBelowPath'));
const fax = 'postmortems/2018-05-04-disappearing-fax-provider/';
const withPicture = 'postmortems/2026-01-28-the-night-the-fax-healed-itself/';
// A busy machine is no fault of the page.
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeEach(() => open());
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  complaints = [];
  page = await window();
}

/** Another window of the same browser. */
async function window(): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  return opened;
}

const addressOf = (path: string): string => new URL(path, site.url).href;
const hold = (path = fax, card = '', on = page) => on.goto(addressOf(`${path}meeting/${card && `#${card}`}`));
const shown = (on = page) => on.locator('.card:visible');
const name = async (on = page): Promise<string | null> => {
  expect(await shown(on).count()).toBe(1);
  return shown(on).getAttribute('aria-label');
};
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Types an idea into the card that is shown. */
async function say(text: string, on = page): Promise<void> {
  await on.keyboard.press('i');
  await on.keyboard.type(text);
  await on.keyboard.press('Enter');
  await on.keyboard.press('Escape');
}

const said = (on = page): Promise<string[]> =>
  shown(on)
    .locator('.note-text')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

describe('keyboard and clicker', () => {
  test('walk the whole agenda, one card at a time', async () => {
    await hold();
    const cards: (string | null)[] = [];
    const count = await page.locator('.card').count();
    for (let at = 0; at < count; at += 1) {
      cards.push(await name());
      await press('ArrowRight');
    }
    const steps = Object.values(stepNames);
    expect(cards.filter((card) => steps.includes(card ?? ''))).toEqual(steps);
    // A timeline of thirteen entries, each by itself.
    expect(cards.filter((card) => /^\d\d:\d\d /.test(card ?? ''))).toHaveLength(13);
    expect(cards.at(-1)).toBe('After the meeting');
  });

  test('Page Down leads through all of a long card before the next, and Page Up back', async () => {
    await open({ viewport: { width: 1280, height: 420 } });
    await hold(fax, 'meeting:summary');
    const scrolled = () => page.locator('main').evaluate(({ scrollTop }) => scrollTop);
    await press('PageDown');
    expect(await name()).toBe('Summary');
    expect(await scrolled()).toBeGreaterThan(0);
    for (let at = 0; at < 9 && (await name()) === 'Summary'; at += 1) await press('PageDown');
    expect(await name()).toBe('Timeline');
    expect(await scrolled()).toBe(0);
    await press('PageUp');
    expect(await name()).toBe('Summary');
  });

  test.each([
    ['Space', 'Introductions', 'What blameless means'],
    ['ArrowLeft', 'Introductions', 'Postmortem meeting'],
    ['End', 'Introductions', 'After the meeting'],
    ['Home', 'Introductions', 'Postmortem meeting'],
    ['3', 'Introductions', 'Quick fix'],
  ])('%s leads from %s to %s', async (key, from, to) => {
    await hold(fax, 'meeting:introductions');
    expect(await name()).toBe(from);
    await press(key);
    expect(await name()).toBe(to);
  });

  test('what is typed is no command', async () => {
    await hold(fax, 'meeting:detect');
    await press('i');
    await page.keyboard.type('bring 3 people? f p b ');
    await press('Home', 'End', 'ArrowLeft', 'PageDown', 'ArrowDown');
    expect(await name()).toBe('Detect');
    await press('Enter', 'Escape');
    expect(await said()).toEqual(['bring 3 people? f p b']);
    await press('PageDown');
    expect(await name()).toBe('React');
  });

  test('b makes the screen blank, and any key brings the same card back', async () => {
    await hold(fax, 'meeting:react');
    await press('b');
    expect(await page.getByText(meetingScript.blank).isVisible()).toBe(true);
    await press('PageDown');
    expect(await page.getByText(meetingScript.blank).isVisible()).toBe(false);
    expect(await name()).toBe('React');
  });

  test('? tells the keys, and Escape closes them', async () => {
    await hold();
    await press('?');
    expect(await page.getByRole('dialog', { name: meetingScript.keys }).isVisible()).toBe(true);
    await press('PageDown', 'Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await name()).toBe('Postmortem meeting');
  });
});

describe('who speaks to the computer', () => {
  const turnOff = () => page.getByRole('checkbox', { name: meetingScript.singleKeys }).uncheck();
  const ignored = async (): Promise<void> => {
    const before = await name();
    await press('3', 'i', 'b', 'p', '?');
    expect(await page.getByText(meetingScript.blank).isVisible()).toBe(false);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await name()).toBe(before);
  };

  test('turns letters, numbers and signs off for every meeting, and keeps arrows and clicker', async () => {
    await hold();
    await press('?');
    await turnOff();
    await press('Escape');
    await ignored();
    await press('ArrowRight', 'Space', 'PageUp');
    expect(await name()).toBe('Introductions');
    await hold(withPicture);
    await ignored();
  });

  test('finds the switch without a key, on a narrow screen too', async () => {
    await open({ viewport: { width: 360, height: 740 } });
    await hold();
    await page.getByRole('button', { name: meetingScript.keys }).click();
    await turnOff();
    await page.getByRole('checkbox', { name: meetingScript.singleKeys }).check();
    await press('Escape', '3');
    expect(await name()).toBe('Quick fix');
  });
});

describe('the clock', () => {
  test('begins with the introductions, counts each step, says so kindly when it is over, and waits', async () => {
    await page.clock.install({ time: new Date('2026-11-23T14:00:00Z') });
    await hold();
    const clock = page.getByRole('timer');
    expect(await clock.getByRole('button').textContent()).toBe('Start the clock');
    await press('PageDown');
    await page.clock.runFor(65_000);
    expect(await clock.textContent()).toContain('1 of 2 min');
    await page.clock.runFor(180_000);
    expect(await clock.textContent()).toContain('2 minutes over, take what it needs');
    await press('PageDown');
    await page.clock.runFor(5000);
    expect(await clock.textContent()).toContain('0 of 1 min');
    expect(await clock.textContent()).toContain('4 of 60 in all');
    await press('p');
    await page.clock.runFor(600_000);
    expect(await clock.textContent()).toContain('4 of 60 in all, paused');
  });
});

describe('what is typed', () => {
  test('is there after a reload, a crash and in a second window, on the card where it was', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await press('i');
    await page.keyboard.type('half a thou');
    await page.reload();
    expect(await name()).toBe('Detect');
    expect(await said()).toEqual(['Watch the queue']);
    // Nobody was asked, and nothing was tidied up.
    await page.close({ runBeforeUnload: false });
    page = await window();
    await hold(fax, 'meeting:detect');
    expect(await said()).toEqual(['Watch the queue']);
    expect(await shown().locator('.note-form input').inputValue()).toBe('half a thou');
  });

  test('in two windows at once is all there in both', async () => {
    const other = await window();
    await hold(fax, 'meeting:detect');
    await hold(fax, 'meeting:detect', other);
    await say('One');
    await say('Two', other);
    await say('Three');
    await expect.poll(() => said(), patient).toEqual(['One', 'Two', 'Three']);
    await expect.poll(() => said(other), patient).toEqual(['One', 'Two', 'Three']);
    await page
      .getByRole('button', { name: meetingScript.vote('One') })
      .first()
      .click();
    await other
      .getByRole('button', { name: meetingScript.vote('One') })
      .first()
      .click();
    await expect.poll(() => shown().locator('.vote-count').first().textContent(), patient).toBe('2 votes');
  });

  test('belongs to its meeting', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await hold(withPicture, 'meeting:detect');
    expect(await said()).toEqual([]);
  });

  test('that was removed comes back when asked', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await page.getByRole('button', { name: meetingScript.remove('Watch the queue') }).click();
    expect(await said()).toEqual([]);
    await press('Enter');
    expect(await said()).toEqual(['Watch the queue']);
  });

  test('comes out as the format has it, and what lacks an owner is told', async () => {
    await hold(fax, 'meeting:detect');
    await say('Answer in <5 ms');
    await say('Page on-duty sooner');
    await page.getByRole('button', { name: meetingScript.park }).click();
    await page.keyboard.type('Who pays?');
    await press('Enter', 'Escape');
    await hold(fax, 'meeting:choosing');
    await page.getByRole('checkbox', { name: 'Page on-duty sooner' }).check();
    await page.getByRole('checkbox', { name: 'Answer in <5 ms' }).check();
    await hold(fax, 'meeting:owners');
    await page.getByLabel(meetingScript.ownerOf('Page on-duty sooner')).fill('Ana Ribeiro');
    await page.getByLabel(meetingScript.dueOf('Page on-duty sooner')).fill('2026-12-04');
    await page.getByLabel(meetingScript.dueOf('Answer in <5 ms')).fill('');
    await hold(fax, 'meeting:closing');
    const lacking = page.locator('meeting-closing .lacking li');
    expect(await lacking.allTextContents()).toEqual(['Answer in <5 ms no owner yet no date yet ']);
    const text =
      '## Detect\n\n- [ ] Answer in \\<5 ms\n- [ ] Page on-duty sooner @ana due:2026-12-04\n\n## Parking lot\n\n- Who pays?\n';
    await page.getByRole('button', { name: meetingScript.copyAll }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), patient).toBe(text);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: meetingScript.download }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('2018-05-04-disappearing-fax-provider-meeting.mdx');
    expect(await contentOf(file)).toBe(text);
  });

  test('can be cleared, which can be undone', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await hold(fax, 'meeting:closing');
    await page.getByRole('button', { name: meetingScript.clear }).click();
    await page.getByRole('button', { name: meetingScript.clearYes, exact: true }).click();
    expect(await page.locator('.paste-text').count()).toBe(0);
    await page.getByRole('button', { name: meetingScript.undo }).click();
    expect(await page.locator('.paste-text').textContent()).toContain('- Watch the queue');
  });
});

describe('without a network', () => {
  test('everything goes on once the page is open, and nothing more is asked for', async () => {
    const asked: string[] = [];
    // No meeting of the sample shows a picture, so this one is given one, on its last card.
    const picture = /<img src="[^"]+"[^>]*loading="lazy"[^>]*>/.exec(
      readFileSync(join(site.dist, withPicture, 'index.html'), 'utf8'),
    )?.[0];
    await page.route('**/meeting/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<meeting-closing>', `${picture}<meeting-closing>`);
      await route.fulfill({ response, body });
    });
    await hold(withPicture);
    await page.waitForLoadState('networkidle');
    page.on('request', (request) => {
      // A browser looks for its tab's icon when it likes.
      if (!/^blob:|favicon\.svg$/.test(request.url())) asked.push(request.url());
    });
    await context.setOffline(true);
    const count = await page.locator('.card').count();
    const hollow: string[] = [];
    for (let at = 0; at < count; at += 1) {
      for (const image of await shown().locator('img').all())
        if ((await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)) === 0)
          hollow.push(await image.evaluate((element) => element.outerHTML));
      await press('ArrowRight');
    }
    expect(hollow).toEqual([]);
    expect(await page.locator('.card img').count()).toBeGreaterThan(0);
    await press('1');
    await say('Watch the queue');
    await press('End');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: meetingScript.download }).click(),
    ]);
    expect(await contentOf(file)).toContain('- Watch the queue');
    expect(asked).toEqual([]);
  });

  const isKept = (on = page) => on.getByText(meetingScript.offlineKept).waitFor({ state: 'attached' });

  test('it can be loaded anew as it was, on its card, with what was typed', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await isKept();
    await context.setOffline(true);
    await page.reload();
    expect(await name()).toContain('Detect');
    expect(await said()).toEqual(['Watch the queue']);
    await press('ArrowRight');
    expect(await name()).not.toContain('Detect');
    // Only this page is kept.
    await expect(page.goto(addressOf(fax))).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });

  test('a new browser window finds it, with its pictures', async () => {
    await hold(withPicture);
    await isKept();
    await context.setOffline(true);
    const other = await window();
    await hold(withPicture, '', other);
    const images = await other.locator('img').all();
    expect(await other.locator('.card').count()).toBeGreaterThan(10);
    for (const image of images)
      expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(
        0,
      );
  });

  test('with a network the page is the one that is published now', async () => {
    await hold();
    await isKept();
    const published = readFileSync(join(site.dist, fax, 'meeting/index.html'), 'utf8');
    const body = published.replaceAll('Disappearing', 'Reappearing');
    await context.route('**/meeting/', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.reload();
    expect(await page.title()).toContain('Reappearing');
    await isKept();
    await context.setOffline(true);
    await page.reload();
    expect(await page.title()).toContain('Reappearing');
  });

  test('where the network fails in the middle, the page stands as it was', async () => {
    await hold();
    await isKept();
    await context.route('**/meeting/', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
    await page.reload();
    expect(await page.title()).toContain('Disappearing');
  });
});

test('the invitation has the agenda, the roles and whoever reported it', async () => {
  await hold();
  await page.getByRole('button', { name: meetingScript.invite }).click();
  const field = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });
  await field(meetingScript.date).fill('2026-11-23');
  await field(meetingScript.time).fill('14:00');
  await field(meetingScript.organizer).fill('dana@example.com');
  await field(meetingScript.guests).fill('Ana Ribeiro <ana@example.com>\nthe supplier who called');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: meetingScript.inviteMake }).click(),
  ]);
  const text = (await contentOf(file)).replaceAll('\r\n ', '').replaceAll('\\', '');
  for (const part of [
    'METHOD:REQUEST',
    'SUMMARY:Postmortem: Disappearing fax provider',
    '1. Introductions (2 min)',
    '4. The five questions (25 min)',
    'Facilitator: Dana Whitfield',
    'Reporter: whoever speaks for the customers who reported it',
    'Also invited: the supplier who called',
    'ana@example.com',
    'https://kb.example.com/kb/postmortems/2018-05-04-disappearing-fax-provider/',
  ])
    expect(text).toContain(part);
});

describe('who reads it', () => {
  test.each([1280, 390])('at %i px finds no barrier on any card, in light and dark', async (width) => {
    await open({ viewport: { width, height: 844 } });
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await hold(fax, 'meeting:choosing');
    await page.getByRole('checkbox', { name: 'Watch the queue' }).check();
    const found: string[] = [];
    for (const card of [
      'start',
      'blameless',
      'summary',
      'timeline',
      'detect',
      'choosing',
      'owners',
      'closing',
    ]) {
      await hold(fax, `meeting:${card}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations)
          found.push(`${card} ${colorScheme} ${id} ${nodes.map(({ target }) => target).join(' ')}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('on a narrow screen never scrolls sideways', async () => {
    await open({ viewport: { width: 360, height: 640 } });
    await hold();
    const count = await page.locator('.card').count();
    const wide: (string | null)[] = [];
    for (let at = 0; at < count; at += 1) {
      const over = await page.evaluate(
        () =>
          document.documentElement.scrollWidth > innerWidth ||
          (document.querySelector('main')?.scrollWidth ?? 0) > innerWidth,
      );
      if (over) wide.push(await name());
      await press('ArrowRight');
    }
    expect(wide).toEqual([]);
  });

  test('from the last row: nothing on a card is smaller than a fiftieth of the screen', async () => {
    await open({ viewport: { width: 1920, height: 1080 } });
    for (const card of ['start', 'introductions', 'blameless', 'summary', 'timeline', 'detect', 'choosing']) {
      await hold(fax, `meeting:${card}`);
      const smallest = await shown().evaluate((element) =>
        Math.min(
          ...[...element.querySelectorAll('p, li, h1, h2, h3, a, dd, dt')]
            .filter((part) => part.checkVisibility())
            .map((part) => Number.parseFloat(getComputedStyle(part).fontSize)),
        ),
      );
      expect([card, smallest >= 1080 / 50]).toEqual([card, true]);
    }
  });

  test('without script finds all of it on one page', async () => {
    await open({ javaScriptEnabled: false });
    await hold();
    expect(await page.locator('.card:visible').count()).toBe(await page.locator('.card').count());
    expect(await page.locator('meeting-bar').isVisible()).toBe(false);
  });

  test('on paper has every card, and the notes', async () => {
    await hold(fax, 'meeting:detect');
    await say('Watch the queue');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card:visible').count()).toBe(await page.locator('.card').count());
    expect(await page.locator('.note-text').first().isVisible()).toBe(true);
    expect(await page.locator('meeting-bar').isVisible()).toBe(false);
    expect(await page.locator('.note-form:visible').count()).toBe(0);
  });
});

describe('on the site', () => {
  test('the postmortem leads to its meeting, unless the fire still burns', async () => {
    await page.goto(addressOf('postmortems/2026-11-12-the-reader-who-never-came/'));
    await page.getByRole('link', { name: 'Run the meeting' }).click();
    await page.waitForURL('**/meeting/');
    expect(await name()).toBe('Postmortem meeting');
    await page.goto(addressOf('postmortems/2026-11-20-order-mails-come-back/'));
    expect(await page.locator('a[href$="/meeting/"]').count()).toBe(0);
  });

  test('search engines are asked to leave it out', () => {
    const meetings = filesBelow(join(site.dist, 'postmortems')).filter((file) =>
      /\/meeting\/index\.html$/.test(file),
    );
    expect(meetings.length).toBeGreaterThan(40);
    for (const file of meetings)
      expect(readFileSync(join(site.dist, 'postmortems', file), 'utf8')).toContain(
        '<meta name="robots" content="noindex"',
      );
    for (const file of filesBelow(site.dist).filter((own) => /^sitemap.*\.xml$/.test(own)))
      expect(readFileSync(join(site.dist, file), 'utf8')).not.toMatch(/postmortems\/[^<]*\/meeting/);
  });

  test('other pages carry nothing of its script and style', () => {
    const html = readFileSync(join(site.dist, fax, 'index.html'), 'utf8');
    expect(html).not.toMatch(/_astro\/meeting/);
  });
});
