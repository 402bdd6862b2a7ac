import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { meetingScript } from '../../src/site/strings.ts';
import { root } from '../support/build-site.ts';
import { openWritingDesk } from '../support/writing-desk.ts';

const id = '2018-05-04-disappearing-fax-provider';
const patient = { timeout: 30_000 };
/** For one look among many. */
const oneLook = { timeout: 5_000 };
const desk = openWritingDesk('meeting-live');
const file = join(root, desk.folder, 'postmortems', `${id}.mdx`);
let page: Page;

beforeAll(async () => {
  page = await desk.browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  await page.goto(`${desk.url}postmortems/${id}/meeting/#meeting:detect`);
});

/** Saves the facilitator's file. */
function save(change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const shown = () => page.locator('.card:visible');
const field = () => shown().locator('.note-form input');

test('a save shows on the card that is open, beside what is being typed', async () => {
  await page.keyboard.press('i');
  await page.keyboard.type('Watch the queue');
  await page.keyboard.press('Enter');
  await page.keyboard.type('half a thou');
  save((text) => text.replace('\n## Detect\n', '\n## Detect\n\nThe wall board was green all night.\n'));
  await shown().getByText('The wall board was green all night.').waitFor(patient);
  expect(await shown().count()).toBe(1);
  expect(await shown().getAttribute('aria-label')).toBe('Detect');
  expect(await field().inputValue()).toBe('half a thou');
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await shown().locator('.note-text').count()).toBe(1);
});

test('a new entry gets a card, and the one that is shown stays', async () => {
  await page.keyboard.press('Escape');
  const count = await page.locator('.card').count();
  save((text) => text.replace('\n- 05:00', '\n- 04:10 **status** The wall board is green.\n- 05:00'));
  await expect.poll(() => page.locator('.card').count(), patient).toBe(count + 1);
  expect(await shown().count()).toBe(1);
  expect(await shown().getAttribute('aria-label')).toBe('Detect');
  expect(await page.locator('.bar-place').textContent()).toBe(`20 / ${count + 1}`);
});

test('what was pasted is no longer offered', async () => {
  await page.keyboard.press('End');
  expect(await page.locator('.paste-text').textContent()).toContain('- Watch the queue');
  save((text) => text.replace('\n## React\n', '\n- Watch the queue\n\n## React\n'));
  await page.getByText(meetingScript.pasteNone).waitFor(patient);
  expect(await shown().getAttribute('aria-label')).toBe('After the meeting');
});

test('an entry that goes away leaves its neighbour on the screen', async () => {
  await page.evaluate(() => {
    location.hash = 't-2018-05-04-0410';
  });
  await expect.poll(() => shown().getAttribute('aria-label', oneLook), patient).toBe('04:10 Timeline');
  save((text) => text.replace('\n- 04:10 **status** The wall board is green.', ''));
  await expect.poll(() => shown().getAttribute('aria-label', oneLook), patient).toBe('05:00 Timeline');
});

test('a file that goes away and comes back brings its meeting back, with the notes, and a key is pressed once', async () => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.keyboard.press('3');
  await page.keyboard.press('i');
  await page.keyboard.type('Half a thou');
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  await expect.poll(() => page.locator('.card').count(), patient).toBe(0);
  writeFileSync(file, text);
  await expect.poll(() => shown().getAttribute('aria-label', oneLook), patient).toBe('Quick fix');
  expect(await field().inputValue()).toBe('Half a thou');
  await page.keyboard.press('ArrowRight');
  expect(await shown().getAttribute('aria-label')).toBe('Prevent');
  await page.keyboard.press('End');
  expect(await shown().locator('meeting-closing').innerText()).toContain(meetingScript.clear);
  expect(complaints).toEqual([]);
});
