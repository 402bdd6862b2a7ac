import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { replayTools as tools, replay as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';
import { filesBelow } from '../support/site-faults.ts';

const site = openSite(inject('sampleBelowPath'));
const fax = '2018-05-04-disappearing-fax-provider';
const patient = { timeout: 10_000 };
let context: BrowserContext;
let page: Page;

beforeEach(() => open());
afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  page = await context.newPage();
}

const addressOf = (id: string, view = ''): string => `${site.url}postmortems/${id}/replay/${view}`;
const go = (id = fax, view = '') => page.goto(addressOf(id, view));
/** Of the menu at the end of the bar. */
const tool = async (name: string) => {
  await page.locator('.replay-tools summary').click();
  await button(name).click();
};
const forward = () => page.locator('.replay-bar .forward');
const position = () => page.locator('.replay-bar output').textContent();
const now = (of = page) => of.locator('.step[data-now] > .card, .scene[data-now]');
const notes = (of = page) => of.locator('.step[data-now] textarea');
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Goes on until a stop is shown. */
async function toStop(): Promise<void> {
  do await forward().click();
  while ((await now().locator('.replay-asks').count()) === 0);
}

async function toEnd(): Promise<void> {
  while (await forward().isVisible()) await forward().click();
}

/** What each step tells, as it is in the page from the beginning: what must not come out before its turn. */
const told = (): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.step')].map((step) => {
      const texts: string[] = [];
      for (const part of step.querySelectorAll('.prose, .replay-list')) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        while (walker.nextNode())
          texts.push(walker.currentNode.textContent?.trim().replace(/\s+/g, ' ') ?? '');
      }
      // A word or two may stand anywhere.
      return texts.filter((text) => text.length > 12);
    }),
  );

/** All that a reader can come to know of the page by any sense. */
async function known(): Promise<string> {
  const described = await page.evaluate(() =>
    [...document.querySelectorAll('meta[name="description"], meta[property="og:title"]')].map(
      (meta) => (meta as HTMLMetaElement).content,
    ),
  );
  const seen = await page.evaluate(() => document.body.innerText);
  const heard = await page.locator('body').ariaSnapshot();
  return [await page.title(), ...described, seen, heard.replaceAll('\\"', '"')]
    .join('\n')
    .replace(/\s+/g, ' ');
}

const incidents = {
  [fax]: /bill|unpaid|suspended|disappearing|second provider/i,
  // Nobody kept the words of the report, and the systems would say where to look.
  '2022-11-08-the-newsletter-went-first': /newsletter|mail relay/i,
  '2024-06-18-the-new-holiday': /holiday|Juneteenth|closed/i,
};

describe.each(Object.entries(incidents))('the replay of %s', (id, ending) => {
  test.each([true, false])('tells nothing before its turn, with script: %s', async (javaScriptEnabled) => {
    await open({ javaScriptEnabled });
    await go(id);
    const steps = await told();
    expect(steps.flat().length).toBeGreaterThan(10);
    expect(await known()).not.toMatch(ending);
    for (const at of [...steps.keys(), steps.length]) {
      const all = await known();
      const [before, ahead] = [steps.slice(0, at).flat(), steps.slice(at).flat()];
      expect([at, ahead.filter((text) => all.includes(text))]).toEqual([at, []]);
      expect([at, before.filter((text) => !all.includes(text))]).toEqual([at, []]);
      expect(await page.locator('.step > .card:visible').count()).toBe(at);
      if (at === steps.length) break;
      const next = javaScriptEnabled
        ? forward()
        : page.locator('.replay-steps > details:not([open]) > summary:visible');
      await next.click();
    }
  });
});

test('nothing outside leads to it but the postmortem’s own page', async () => {
  const sitemaps = filesBelow(site.dist).filter((file) => /sitemap.*\.xml$/.test(file));
  expect(sitemaps.length).toBeGreaterThan(0);
  for (const file of sitemaps) {
    const text = readFileSync(join(site.dist, file), 'utf8');
    expect(text).not.toContain('/replay/');
  }
  await go();
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await page.goto(`${site.url}search/?q=stop+and+think`);
  await page.locator('.search-status').waitFor();
  await page.goto(`${site.url}search/?q=fax`);
  await page.locator('.search-results a').first().waitFor();
  const found = await page
    .locator('.search-results a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(found.filter((link) => link.includes('/replay/'))).toEqual([]);
});

test('a postmortem leads to its replay once its meeting was held, and loads nothing of it', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}postmortems/${fax}/`);
  expect(asked.filter((url) => /replay/.test(url))).toEqual([]);
  await page.getByRole('link', { name: words.link }).click();
  expect(page.url()).toBe(addressOf(fax));
  await page.waitForLoadState();
  expect(asked.filter((url) => /replay.*\.(css|js)$/.test(url)).length).toBeGreaterThan(0);
  for (const id of ['2026-11-20-order-mails-come-back', '2026-11-12-the-reader-who-never-came']) {
    await page.goto(`${site.url}postmortems/${id}/`);
    expect(await page.getByRole('link', { name: words.link }).count()).toBe(0);
    expect(existsSync(join(site.dist, 'postmortems', id, 'replay'))).toBe(false);
  }
});

describe('alone', () => {
  test('keys and clickers go on and back, and the keyboard is where the story is', async () => {
    await go();
    const all = Number(/\d+$/.exec((await position()) ?? '')?.[0]);
    for (const [key, at] of [
      ['ArrowRight', 2],
      [' ', 3],
      ['PageDown', 4],
      ['ArrowLeft', 3],
      ['PageUp', 2],
      ['ArrowLeft', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await position()]).toEqual([key, tools.position(at, all)]);
      expect(await now().evaluate((card) => card === document.activeElement)).toBe(at > 1 || key !== ' ');
    }
    await forward().focus();
    await page.keyboard.press(' ');
    expect(await position()).toBe(tools.position(2, all));
    await page.keyboard.press('Tab');
    expect(await notes().evaluate((area) => area === document.activeElement)).toBe(true);
    await page.keyboard.type('a b');
    await page.keyboard.press('ArrowLeft');
    expect(await notes().inputValue()).toBe('a b');
    expect(await position()).toBe(tools.position(2, all));
  });

  test('place and notes stay through a reload and a closed window, until one starts over', async () => {
    await go();
    await toStop();
    await notes().fill('Call the provider.\nTell support.');
    await forward().click();
    const at = await position();
    await page.reload();
    expect(await position()).toBe(at);
    await page.close();
    page = await context.newPage();
    await go();
    expect(await position()).toBe(at);
    expect(await page.locator('.step textarea').first().inputValue()).toBe(
      'Call the provider.\nTell support.',
    );
    page.on('dialog', (dialog) => dialog.accept());
    await tool(tools.over);
    await page.reload();
    expect(await position()).toMatch(/^Step 1 of/);
    await toStop();
    expect(await notes().inputValue()).toBe('');
  });

  test('once open, it can be loaded anew without a network', async () => {
    await go();
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state),
        {
          timeout: 10_000,
        },
      )
      .toBe('activated');
    await toStop();
    const before = await position();
    await context.setOffline(true);
    await page.reload();
    expect(await position()).toBe(before);
    await forward().click();
    expect(await position()).not.toBe(before);
  });

  test('notes of one incident are not another’s', async () => {
    await go();
    await toStop();
    await notes().fill('Mine');
    await go('2024-06-18-the-new-holiday');
    expect(await position()).toMatch(/^Step 1 of/);
    await toStop();
    expect(await notes().inputValue()).toBe('');
  });

  test.each([
    [1280, true],
    [390, false],
  ])('at %i px the notes stand beside what the team did: %s', async (width, isBeside) => {
    await open({ viewport: { width, height: 900 } });
    await go();
    await toStop();
    const mine = page.locator('.step[data-now] > .card');
    const handle = await mine.elementHandle();
    await forward().click();
    const [left, right] = [await handle?.boundingBox(), await now().boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0) <= (right?.x ?? 0)).toBe(isBeside);
    expect((left?.y ?? 0) + (left?.height ?? 0) <= (right?.y ?? 0)).toBe(!isBeside);
  });

  test('what one answered to the five questions stands above what the meeting did', async () => {
    await go();
    while ((await page.locator('.question-step[data-now]').count()) === 0) await forward().click();
    await notes().fill('Count what leaves');
    await toEnd();
    const answer = page.locator('[data-answer=detect]');
    expect(await answer.locator('.replay-mine').innerText()).toBe(`${tools.yours}\nCount what leaves`);
    expect(await page.locator('.replay-mine').count()).toBe(1);
  });

  test('the notes are saved with what the team did, as far as one got', async () => {
    await go();
    await toStop();
    await notes().fill('Look into the queue');
    await forward().click();
    const team = (await now().locator('.prose > p').first().innerText()).trim();
    await toStop();
    const [download] = await Promise.all([page.waitForEvent('download'), tool(tools.download)]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^# A supplier e-mails support: nothing on the fax since last night\n/);
    expect(text).toContain(`**${tools.mine}**\n\nLook into the queue\n\n**${tools.team}**\n\n> ${team}`);
    expect(text).toContain(`**${tools.mine}**\n\n${tools.nothing}\n`);
    expect(text.match(/^## /gm)?.length).toBe(2);
    expect(text).not.toMatch(/bill/);
  });

  test('it works where the browser may not remember', async () => {
    await page.addInitScript(() => {
      for (const method of ['getItem', 'setItem'] as const)
        Storage.prototype[method] = () => {
          throw new Error('refused');
        };
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await go();
    await toStop();
    await notes().fill('Still here');
    await toEnd();
    expect(await page.locator('.debrief > .card').isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('with a group', () => {
  test('the group’s screen follows who leads, and shows only the present', async () => {
    await go();
    await tool(tools.lead);
    const [group] = await Promise.all([context.waitForEvent('page'), tool(tools.screen)]);
    await group.locator('.scene').waitFor();
    expect(new URL(group.url()).hash).toBe('#group');
    // Who leads sees the whole script with hints; the group sees neither.
    expect(await page.locator('.step > .card:visible').count()).toBe(await page.locator('.step').count());
    expect(await page.locator('.replay-hint:visible').count()).toBeGreaterThan(3);
    for (let at = 0; at < 4; at += 1) {
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => group.locator('.replay-bar output').textContent(), patient)
        .toBe(await position());
      expect(await now(group).isVisible()).toBe(true);
      expect(await group.locator('.replay-hint:visible').count()).toBe(0);
      expect(await group.locator('.replay-steps .card:visible').count()).toBeLessThanOrEqual(2);
      expect(await group.locator('.site-header').isVisible()).toBe(false);
    }
    await group.close();
    // A screen that is opened again is where the group was.
    const [again] = await Promise.all([context.waitForEvent('page'), tool(tools.screen)]);
    await expect
      .poll(() => again.locator('.replay-bar output').textContent(), patient)
      .toBe(await position());
  });

  test('what is written on either screen is lost on neither', async () => {
    await go(fax, '#master');
    const group = await context.newPage();
    await group.goto(addressOf(fax, '#group'));
    await page.keyboard.press('ArrowRight');
    await notes(group).fill('The group: call them');
    await expect.poll(() => notes().inputValue(), patient).toBe('The group: call them');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('.step.question-step textarea').first().fill('Who leads: watch it');
    await page.reload();
    expect(await page.locator('.stop textarea').first().inputValue()).toBe('The group: call them');
    await group.reload();
    expect(await group.locator('.question-step textarea').first().inputValue()).toBe('Who leads: watch it');
  });
});

test('on paper it is a deck of cards, with the answers on a sheet of their own', async () => {
  await go();
  await page.emulateMedia({ media: 'print' });
  const steps = page.locator('.step > .card');
  for (const card of await steps.all()) expect(await card.isVisible()).toBe(true);
  for (const hidden of ['.replay-bar', '.replay-tools', '.site-header', '.step > summary', '.replay-hint'])
    expect([hidden, await page.locator(hidden).locator('visible=true').count()]).toEqual([hidden, 0]);
  expect(await page.locator('.debrief').evaluate((debrief) => getComputedStyle(debrief).breakBefore)).toBe(
    'page',
  );
  expect(
    await page
      .locator('.stop')
      .evaluateAll((stops) => stops.every((stop) => getComputedStyle(stop).breakInside === 'avoid')),
  ).toBe(true);
});

test.each([1280, 390])(
  'at %i px it is accessible in light and dark, from beginning to end',
  async (width) => {
    await open({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .options({ resultTypes: ['violations'], preload: false })
          .analyze();
        for (const { id, nodes } of violations)
          found.push(`${where}, ${colorScheme}: ${id}: ${nodes.map(({ target }) => target).join(' ')}`);
      }
    };
    await go();
    await look('the scene');
    await toStop();
    await forward().click();
    await look('a stop');
    await toEnd();
    await look('the end');
    await go(fax, '#master');
    await page.reload();
    await look('who leads');
    expect(found).toEqual([]);
  },
);

test.each(['', '#master', '#group'])('at 360 px nothing of it is wider than the screen%s', async (view) => {
  await open({ viewport: { width: 360, height: 740 } });
  await go(fax, view);
  await toEnd();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
