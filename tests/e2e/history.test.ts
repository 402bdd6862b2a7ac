import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { newRepository, removeTemporaryFolders, runGit, temporaryFolder } from '../support/repository.ts';
import { type StaticServer, serve } from '../support/static-server.ts';

const path = 'content/postmortems/queue.mdx';
const text = (words: string): string => `---
title: The queue
status: open
severity: 1
---

## Summary

Messages waited.

## Detect

- [ ] Watch the queue ${words}
- [ ] Write it down
`;

let browser: Browser;
const servers: StaticServer[] = [];
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await browser?.close();
  for (const server of servers) await server.close();
  removeTemporaryFolders();
});

/** A site of a repository in which a date moved twice and an owner once. */
async function siteOf(clone: 'whole' | 'shallow'): Promise<string> {
  const repository = newRepository();
  repository.commit('2026-01-05', { [path]: text('@ana due:2026-02-01') });
  repository.commit('2026-01-20', { [path]: text('@ana due:2026-03-01') });
  repository.commit('2026-02-27', { [path]: text('@sam due:2026-05-06') });
  let { content } = repository;
  if (clone === 'shallow') {
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth=2', `file://${repository.folder}`, 'clone']);
    content = join(folder, 'clone/content');
  }
  const { dist, code, stderr } = await buildSite(`history-${clone}`, content);
  expect(code, stderr).toBe(0);
  const server = await serve(dist, '/');
  servers.push(server);
  return `${server.url}postmortems/queue/`;
}

describe('the history of an improvement', () => {
  test('stands below it, opens without a script, and prints', async () => {
    const url = await siteOf('whole');
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    page = await context.newPage();
    await page.goto(url);
    // From 1 February to 6 May: 28 + 31 + 30 + 5 days. The other improvement never moved.
    const history = page.locator('details.history');
    expect(await history.count()).toBe(1);
    expect(await history.locator('summary').innerText()).toBe(
      'Due moved twice, 94 days in all; handed over once, since 5 Jan 2026',
    );
    const moves = history.locator('li');
    expect(await moves.first().isVisible()).toBe(false);
    await history.locator('summary').press('Enter');
    expect(await moves.first().isVisible()).toBe(true);
    expect(
      (await moves.allTextContents()).map((move) => move.replace(/\s*commit [0-9a-f]{10}\s*$/, '')),
    ).toEqual([
      '5 Jan 2026Written down',
      '20 Jan 2026Due moved from 1 Feb 2026 to 1 Mar 2026, 28 days later',
      '27 Feb 2026Due moved from 1 Mar 2026 to 6 May 2026, 66 days later',
      '27 Feb 2026Handed from ana to sam',
    ]);
    expect(await page.locator('.history-coverage').count()).toBe(0);

    await page.reload();
    await page.emulateMedia({ media: 'print' });
    expect((await moves.last().boundingBox())?.height).toBeGreaterThan(0);
  });

  test('says in a shallow clone how far back it goes', async () => {
    const url = await siteOf('shallow');
    const context = await browser.newContext();
    page = await context.newPage();
    await page.goto(url);
    await page.locator('details.history summary').click();
    expect(await page.locator('details.history').innerText()).toMatch(
      /^Due moved once, 66 days later; handed over once, since before 20 Jan 2026\s+Before 20 Jan 2026/,
    );
    expect(await page.locator('.history-coverage').innerText()).toBe(
      'Moves of dates and owners are known back to 20 January 2026, where the clone begins that this site was built from.',
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});
