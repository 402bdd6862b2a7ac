import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { plainEnvironment, root } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';
import { sampleContent } from '../support/sample.ts';

let server: ChildProcess;
let url: string;
let said = '';
let browser: Browser;
let page: Page;
let folder: string;

const patient = { timeout: 30_000 };

beforeAll(async () => {
  folder = contentFolder('dev', {}, sampleContent);
  server = spawn(process.execPath, ['src/cli/main.ts', 'dev', '--port', '0'], {
    cwd: root,
    env: { ...plainEnvironment(), CONTENT_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  await vi.waitUntil(() => /http:\S+\s/.test(said), { timeout: 60_000 });
  url = /http:\S+/.exec(said)?.[0] ?? '';
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
});

test('the writing desk shows pages, and finds what stands in them', async () => {
  const home = await page.goto(url);
  expect(home?.status()).toBe(200);
  expect(await page.locator('h1').textContent()).toContain('Harbour Supply');
  const fax = await page.goto(`${url}postmortems/2018-05-04-disappearing-fax-provider/`);
  expect(fax?.status()).toBe(200);
  expect(await page.locator('h1').textContent()).toContain('Disappearing fax provider');
  expect(await page.locator('main svg').count()).toBeGreaterThan(0);
  await page.locator('search-button a').first().click();
  await page.keyboard.type('fax');
  await page.locator('.search-results a').first().waitFor(patient);
  expect(await page.locator('.search-results a').first().textContent()).toContain(
    'Disappearing fax provider',
  );
});

test('pictures beside a postmortem are shown', async () => {
  await page.goto(`${url}postmortems/2026-01-28-the-night-the-fax-healed-itself/`);
  const image = page.locator('main img').first();
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth), patient)
    .toBeGreaterThan(0);
});

test('a saved file is on its page, and in the search, when the page is loaded again', async () => {
  const address = `${url}postmortems/2026-11-20-pump/`;
  expect((await page.goto(address))?.status()).toBe(404);
  writeContent(folder, { 'postmortems/2026-11-20-pump.mdx': openPostmortem('The pump hums') });
  const heading = async (): Promise<string | null> => {
    await page.goto(address);
    return page.locator('h1').textContent();
  };
  await expect.poll(heading, patient).toContain('The pump hums');
  writeContent(folder, {
    'postmortems/2026-11-20-pump.mdx': openPostmortem('The pump whistles', 'Zugzwang.'),
  });
  await expect.poll(heading, patient).toContain('The pump whistles');
  await page.goto(`${url}search/?q=zugzwang`);
  await expect
    .poll(() => page.locator('.search-results').textContent(), patient)
    .toContain('The pump whistles');
});

test('a mistake is reported where it stands, and mending it goes on as if nothing had been', async () => {
  const file = 'postmortems/2026-11-20-pump.mdx';
  writeContent(folder, { [file]: openPostmortem('The pump whistles', '{oops}') });
  await expect.poll(() => said, patient).toMatch(/2026-11-20-pump\.mdx[\s\S]*9:1 code-expression/);
  expect((await page.goto(url))?.status()).toBe(200);
  writeContent(folder, { [file]: openPostmortem('The pump rests') });
  await expect
    .poll(async () => {
      await page.goto(`${url}postmortems/2026-11-20-pump/`);
      return page.locator('h1').textContent();
    }, patient)
    .toContain('The pump rests');
});
