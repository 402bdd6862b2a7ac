import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { briefNote, briefTools, brief as words } from '../../src/site/strings.ts';
import { openSite } from '../support/open-site.ts';
import { filesBelow } from '../support/site-faults.ts';

const site = openSite(inject('sampleBelowPath'));
const fax = 'postmortems/2018-05-04-disappearing-fax-provider/';
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
});
afterEach(() => context.close());

const go = (path: string) => page.goto(new URL(path, site.url).href);
const button = (name: string) => page.getByRole('button', { name });

test('every brief fits on one page of A4, and of Letter', async () => {
  const briefs = filesBelow(join(site.dist, 'postmortems')).filter((file) =>
    /\/brief\/index\.html$/.test(file),
  );
  expect(briefs.length).toBeGreaterThan(40);
  const spilling: string[] = [];
  for (const file of briefs) {
    await go(`postmortems/${file.replace('index.html', '')}`);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
      if (pages !== 1) spilling.push(`${file}: ${pages} of ${format}`);
    }
  }
  expect(spilling).toEqual([]);
});

test('a postmortem leads to its brief and back; one that burns, or happened to others, has none', async () => {
  await go(fax);
  await page.getByRole('link', { name: words.link }).click();
  await page.waitForURL(`**/${fax}brief/`);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await page.getByRole('link', { name: words.back }).click();
  await page.waitForURL(`**/${fax}`);
  for (const other of ['2026-11-20-order-mails-come-back/', 'elsewhere/2017-01-31-gitlab-database/']) {
    await go(`postmortems/${other}`);
    expect(await page.getByRole('link', { name: words.link }).count()).toBe(0);
  }
});

test('copied as e-mail it is both HTML and text, and neither holds the note', async () => {
  await go(`${fax}brief/`);
  await button(briefTools.mail).click();
  await page.getByText(briefTools.copied).waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text()));
  });
  for (const text of copied) {
    expect(text).toContain('For eleven hours no purchase order left');
    expect(text).toContain('Noticed after 6 hours 15 minutes');
    expect(text).not.toContain(briefNote.title);
    expect(text).not.toContain(words.back);
  }
  await button(briefTools.text).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Disappearing fax provider\n=+\n/);
  expect(text.split('\n').filter((line) => line.length > 72)).toEqual([]);
});

test.each([
  [briefTools.html, '.html', /^<!doctype html>/],
  [briefTools.txt, '.txt', /^Disappearing fax provider\n/],
])('%s gives a file with the keyboard alone', async (name, ending, begins) => {
  await go(`${fax}brief/`);
  await button(name).focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`2018-05-04-disappearing-fax-provider-brief${ending}`);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(begins);
});

test('without script it is read and printed as well; on paper there is no note', async () => {
  const plain = await site.browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(new URL(`${fax}brief/`, site.url).href);
  expect(await quiet.locator('article h2').allTextContents()).toEqual([
    words.happenedAndAffected,
    words.cause,
    words.stabilised,
    words.timeline,
    words.remediation,
  ]);
  expect(await quiet.locator('.brief-note').isVisible()).toBe(true);
  await quiet.emulateMedia({ media: 'print' });
  expect(await quiet.locator('.brief-note').isVisible()).toBe(false);
  expect(await quiet.locator('.brief-tools').isVisible()).toBe(false);
  await plain.close();
});
