import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../support/build-site.ts';
import { openPostmortem, writeContent } from '../support/content-folder.ts';
import { openWritingDesk } from '../support/writing-desk.ts';

const desk = openWritingDesk('dev');
const { folder } = desk;
let page: Page;

const patient = { timeout: 30_000 };
/** For one look among many: Vite may reload a page while it is looked at, and then the next look sees it. */
const oneLook = { timeout: 5_000 };

beforeAll(async () => {
  page = await desk.browser.newPage();
});

/** Opens a page anew, and reads a part of it. */
async function opened(path: string, part = 'main'): Promise<string> {
  await page.goto(`${desk.url}${path}`, oneLook);
  return page.locator(part).innerText(oneLook);
}

test('the writing desk shows pages, and finds what stands in them', async () => {
  const home = await page.goto(desk.url);
  expect(home?.status()).toBe(200);
  expect(await page.locator('h1').textContent()).toContain('Harbour Supply');
  const fax = await page.goto(`${desk.url}postmortems/2018-05-04-disappearing-fax-provider/`);
  expect(fax?.status()).toBe(200);
  expect(await page.locator('h1').textContent()).toContain('Disappearing fax provider');
  expect(await page.locator('main svg').count()).toBeGreaterThan(0);
  await page.locator('search-button a').first().click();
  await page.keyboard.type('fax provider');
  await page.locator('.search-results a').first().waitFor(patient);
  expect(await page.locator('.search-results a').first().textContent()).toContain(
    'Disappearing fax provider',
  );
});

test('pictures beside a postmortem are shown', async () => {
  await page.goto(`${desk.url}postmortems/2026-01-28-the-night-the-fax-healed-itself/`);
  const image = page.locator('main img').first();
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(
      () => image.evaluate((element) => (element as HTMLImageElement).naturalWidth, null, oneLook),
      patient,
    )
    .toBeGreaterThan(0);
});

test('a saved file is on its page, and in the search', async () => {
  const address = 'postmortems/2026-11-20-pump/';
  expect((await page.goto(`${desk.url}${address}`))?.status()).toBe(404);
  writeContent(folder, { 'postmortems/2026-11-20-pump.mdx': openPostmortem('The pump hums') });
  const heading = (): Promise<string> => opened(address, 'h1');
  await expect.poll(heading, patient).toContain('The pump hums');
  writeContent(folder, {
    'postmortems/2026-11-20-pump.mdx': openPostmortem('The pump whistles', 'Zugzwang.'),
  });
  await expect.poll(heading, patient).toContain('The pump whistles');
  await page.goto(`${desk.url}search/?q=zugzwang`);
  await expect
    .poll(() => page.locator('.search-results').textContent(oneLook), patient)
    .toContain('The pump whistles');
});

test('a mistake is reported where it stands, and mending it goes on as if nothing had been', async () => {
  const file = 'postmortems/2026-11-20-pump.mdx';
  writeContent(folder, { [file]: openPostmortem('The pump whistles', '{oops}') });
  await expect.poll(() => desk.said, patient).toMatch(/2026-11-20-pump\.mdx[\s\S]*9:1 code-expression/);
  expect((await page.goto(desk.url))?.status()).toBe(200);
  writeContent(folder, { [file]: openPostmortem('The pump rests') });
  await expect.poll(() => opened('postmortems/2026-11-20-pump/', 'h1'), patient).toContain('The pump rests');
});

const fax = 'postmortems/2018-05-04-disappearing-fax-provider';
const pathOf = (path: string): string => join(root, folder, path);
const textOf = (path: string): string => readFileSync(pathOf(path), 'utf8');

/** Opens a page, listens to what it is told, and leaves a sign that only a full reload would take away. */
async function openListening(address: string, on: Page = page): Promise<void> {
  await on.goto(`${desk.url}${address}`);
  await on.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { isSamePage: true, told });
    document.addEventListener('fire-marshal:updated', (event) => told.push((event as CustomEvent).detail));
  });
}
const isSamePage = (on: Page = page): Promise<boolean> => on.evaluate(() => 'isSamePage' in globalThis);
const mainText = (on: Page = page): Promise<string> => on.locator('main').innerText(oneLook);
const shows = (words: string, on: Page = page) => expect.poll(() => mainText(on), patient).toContain(words);
const showsNot = (words: string, on: Page = page) =>
  expect.poll(() => mainText(on), patient).not.toContain(words);

test('a save changes the open page in place: scroll, open parts, focus and filters stay', async () => {
  await page.setViewportSize({ width: 900, height: 500 });
  await openListening(`${fax}/`);
  await page.locator('#react').scrollIntoViewIfNeeded();
  const link = page.locator('#react a').first();
  await link.focus();
  const before = await page.evaluate(() => ({
    top: document.getElementById('react')?.getBoundingClientRect().top,
    scroll: scrollY,
  }));
  expect(before.scroll).toBeGreaterThan(0);
  const text = textOf(`${fax}.mdx`);
  writeContent(folder, {
    [`${fax}.mdx`]: text.replace(
      '## Summary\n\n',
      '## Summary\n\nThe heron stands still.\n\nSo does the pond.\n\n',
    ),
  });
  await shows('The heron stands still.');
  expect(await isSamePage()).toBe(true);
  const top = await page.evaluate(() => document.getElementById('react')?.getBoundingClientRect().top);
  expect(Math.abs((top ?? 0) - (before.top ?? 0))).toBeLessThanOrEqual(2);
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  const told = await page.evaluate(() => (globalThis as unknown as { told: object[] }).told);
  expect(told).toContainEqual(
    expect.objectContaining({
      changed: [`/${fax}/`],
      added: [],
      removed: [],
      everywhere: false,
      isChanged: true,
    }),
  );
  writeContent(folder, { [`${fax}.mdx`]: text });
  await showsNot('The heron stands still.');
});

test('a changed timeline is in the list at once, and its picture follows', async () => {
  await openListening(`${fax}/`);
  const text = textOf(`${fax}.mdx`);
  const word = `Albatross${Date.now()}`;
  writeContent(folder, { [`${fax}.mdx`]: text.replace(/(\*\*started[^*]*\*\*) /, `$1 ${word} `) });
  await shows(word);
  await expect
    .poll(() => page.locator('.phase-timeline').first().textContent(oneLook), patient)
    .toContain(word.slice(0, 9));
  expect(await isSamePage()).toBe(true);
  writeContent(folder, { [`${fax}.mdx`]: text });
  await showsNot(word);
});

test('lists follow files that come, are renamed and go; an open page goes along, and a deleted one says so', async () => {
  const lists = await desk.browser.newPage();
  await openListening('postmortems/', lists);
  writeContent(folder, {
    'postmortems/2026-11-20-heron.mdx': openPostmortem('The heron flies', 'Up it goes.'),
  });
  await shows('The heron flies', lists);
  await openListening('postmortems/2026-11-20-heron/');
  renameSync(pathOf('postmortems/2026-11-20-heron.mdx'), pathOf('postmortems/2026-11-20-grey-heron.mdx'));
  await expect.poll(() => page.url(), patient).toBe(`${desk.url}postmortems/2026-11-20-grey-heron/`);
  await shows('Up it goes.');
  expect(await isSamePage()).toBe(true);
  await expect
    .poll(() => lists.locator('a[href="/postmortems/2026-11-20-grey-heron/"]').count(), patient)
    .toBeGreaterThan(0);
  const old = await lists.request.get(`${desk.url}postmortems/2026-11-20-heron/`);
  expect(old.status()).toBe(404);
  expect(await old.text()).toContain('href="/postmortems/2026-11-20-grey-heron/"');
  rmSync(pathOf('postmortems/2026-11-20-grey-heron.mdx'));
  await shows('“The heron flies” stood here.');
  await showsNot('The heron flies', lists);
  expect((await page.goto(page.url()))?.status()).toBe(404);
  expect(await isSamePage(lists)).toBe(true);
  await lists.close();
});

test('a broken file says what is wrong where it is wrong, over its last good version, until it is mended', async () => {
  await openListening(`${fax}/`);
  const text = textOf(`${fax}.mdx`);
  const broken = text.replace('## Detect\n\n', '## Detect\n\nThe delay was <5 ms, says the heron.\n\n');
  writeContent(folder, { [`${fax}.mdx`]: broken });
  const panel = page.locator('.live-panel');
  await panel.waitFor(patient);
  const line = broken.split('\n').findIndex((words) => words.includes('heron')) + 1;
  expect(await panel.innerText()).toContain('The delay was <5 ms');
  expect(await panel.locator('.live-open').first().innerText()).toContain(`Line ${line}, column`);
  expect(await panel.locator('.live-open').first().getAttribute('href')).toContain('/__open-in-editor?file=');
  expect(await page.locator('section[data-section=detect] .live-mark').count()).toBe(1);
  expect(await page.locator('#react').count()).toBe(1);
  expect((await page.request.get(`${desk.url}postmortems/`)).status()).toBe(200);
  expect(await (await page.request.get(`${desk.url}postmortems/`)).text()).toContain(
    'Disappearing fax provider',
  );
  expect((await page.request.get(`${desk.url}backlog/`)).status()).toBe(200);
  writeContent(folder, { [`${fax}.mdx`]: text.replace('title: ', 'titel: ') });
  await expect.poll(() => panel.innerText(oneLook), patient).toContain('titel');
  expect(await page.locator('h1').textContent()).toContain('Disappearing fax provider');
  expect(await page.locator('#react').count()).toBe(1);
  writeContent(folder, { [`${fax}.mdx`]: text });
  await expect.poll(() => panel.count(), patient).toBe(0);
  expect(await page.locator('.live-mark').count()).toBe(0);
  expect(await isSamePage()).toBe(true);
});

test('a file that was broken from the start has a page with its problems and its text', async () => {
  const file = 'postmortems/2026-11-20-crab.mdx';
  writeContent(folder, { [file]: '---\nstatus: burning\n---\n\n## Summary\n\nThe crab walks sideways.\n' });
  await expect
    .poll(
      async () => (await page.goto(`${desk.url}postmortems/2026-11-20-crab/`, oneLook))?.status(),
      patient,
    )
    .toBe(200);
  expect(await mainText()).toContain('The crab walks sideways.');
  expect(await page.locator('.live-panel').innerText()).toMatch(/status[\s\S]*title|title[\s\S]*status/);
  writeContent(folder, { [file]: openPostmortem('The crab', 'It walks on.') });
  await shows('It walks on.');
  expect(await page.locator('.live-panel').count()).toBe(0);
  rmSync(pathOf(file));
  await shows('“The crab” stood here.');
});

test('a broken settings.yaml is told on every page, and what it said stays in force', async () => {
  await openListening('');
  const text = textOf('settings.yaml');
  writeContent(folder, { 'settings.yaml': `${text}\nfavouriteBird: heron\n` });
  await page.locator('.live-bar').waitFor(patient);
  expect(await page.locator('.live-bar').innerText()).toContain('settings.yaml has a problem.');
  expect(await page.locator('h1').textContent()).toContain('Harbour Supply');
  const other = await (await page.request.get(`${desk.url}risks/`)).text();
  expect(other).toContain('settings.yaml has a problem.');
  writeContent(folder, { 'settings.yaml': text });
  await expect.poll(() => page.locator('.live-bar').count(), patient).toBe(0);
  expect(await isSamePage()).toBe(true);
});

test('two pages follow a burst of saves as editors make them, to the last one', async () => {
  const other = await desk.browser.newPage();
  await openListening(`${fax}/`);
  await openListening(`${fax}/`, other);
  const text = textOf(`${fax}.mdx`);
  for (let save = 1; save <= 12; save += 1) {
    // Editors write beside the file and rename, or move the file away and write it anew.
    const saved = text.replace('## Summary\n\n', `## Summary\n\nSave ${save} of twelve.\n\n`);
    if (save % 3 === 0) renameSync(pathOf(`${fax}.mdx`), pathOf(`${fax}.mdx~`));
    writeFileSync(pathOf(`${fax}.mdx.tmp`), saved);
    renameSync(pathOf(`${fax}.mdx.tmp`), pathOf(`${fax}.mdx`));
    if (save % 3 === 0) rmSync(pathOf(`${fax}.mdx~`));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  for (const tab of [page, other]) {
    await shows('Save 12 of twelve.', tab);
    expect(await isSamePage(tab)).toBe(true);
    expect(await tab.locator('h1').textContent()).toContain('Disappearing fax provider');
  }
  writeContent(folder, { [`${fax}.mdx`]: text });
  for (const tab of [page, other]) await showsNot('Save 12 of twelve.', tab);
  await other.close();
});

test('a guide that begins to hold code is compiled, and while it is broken its text stays', async () => {
  const file = 'handbook/coded.mdx';
  const guide = (words: string): string => `---\ntitle: Coded\n---\n\nexport const n = 3;\n\n${words}\n`;
  const path = 'handbook/coded/';
  const address = `${desk.url}${path}`;
  const served = async (): Promise<string> => (await fetch(address)).text();
  writeContent(folder, { [file]: guide('There are {n + 4} herons.') });
  await expect.poll(served, patient).toContain('There are 7 herons.');
  await expect.poll(() => opened(path), patient).toContain('There are 7 herons.');
  writeContent(folder, { [file]: guide('There are {n + 4 herons.') });
  await shows('1 problem in this file');
  expect(await mainText()).toContain('herons');
  writeContent(folder, { [file]: guide('There are {n + 5} herons.') });
  await shows('There are 8 herons.');
  rmSync(pathOf(file));
  await expect.poll(async () => (await fetch(address)).status, patient).toBe(404);
});
