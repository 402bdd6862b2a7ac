// What somebody new needs of a page: what its words mean, what hurt worst, and the way back to the contents.
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('sampleBelowPath'));
const fax = 'postmortems/2018-05-04-disappearing-fax-provider/';

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await site.browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  await page.goto(new URL(path, site.url).href);
  return page;
}
const phone = { viewport: { width: 390, height: 844 } };
const withoutScript = { javaScriptEnabled: false };
const top = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

describe('the five moments', () => {
  test('a duration and an entry lead by keyboard to what they mean, also without script', async () => {
    const page = await open(fax, withoutScript);
    const meaning = page.getByText('When customers no longer felt it');
    expect(await meaning.isVisible()).toBe(false);
    const duration = page.locator('.durations').getByRole('link', { name: 'To mitigate' });
    expect(await duration.getAttribute('title')).toMatch(/^Mitigated: when customers no longer felt it/);
    await duration.press('Enter');
    await meaning.waitFor();
    await page.locator('.entries').getByRole('link', { name: 'Mitigated' }).press('Enter');
    expect(new URL(page.url()).hash).toBe('#page:mitigated');
    await page.close();
  });

  test('the drawing has the names of the entries, and each column leads to its first', async () => {
    const page = await open(fax);
    const heads = page.locator('.phase-timeline a:has(> .mm-task)');
    const names = await page.locator('.entry-mark').allInnerTexts();
    const lines = await heads.evaluateAll((all) =>
      all.map((head) => head.querySelector('tspan')?.textContent),
    );
    expect(lines).toEqual(names);
    await heads.nth(3).press('Enter');
    expect(new URL(page.url()).hash).toBe('#t-2018-05-04-1130');
    await page.close();
  });
});

test('a system’s page tells what happened to what it depends on, and why', async () => {
  const page = await open('systems/storefront/');
  const lock = page.locator('#below ~ .steps > li').filter({ hasText: 'A lock in the morning rush' });
  expect(await lock.innerText()).toContain('It hit Orders API');
  expect(await lock.innerText()).toContain('Root cause: The migration had no limit on how long it may wait');
  expect(await page.locator('.facts').innerText()).toContain('No system depends on it');
  await page.goto(new URL('systems/mail-relay/', site.url).href);
  expect(await page.locator('.facts').innerText()).toMatch(/through Sign-in: .*Storefront/);
  await page.close();
});

describe('a wide drawing', () => {
  const drawing = '.section .mm-long .mm-svg:visible';
  /** How much of it is hidden in its box, and how large its letters are, in CSS pixels. */
  const shown = (page: Page) =>
    page.locator(drawing).evaluate((svg) => {
      const box = svg.parentElement;
      const natural = Number(svg.getAttribute('width'));
      return {
        hidden: (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0),
        letters: (16 * svg.getBoundingClientRect().width) / natural,
      };
    });

  test.each([
    [1920, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [360, 'dark'],
  ] as const)('is whole and can be read at %i px', async (width, colorScheme) => {
    const page = await open(fax, { viewport: { width, height: 900 }, colorScheme });
    const { hidden, letters } = await shown(page);
    expect(hidden).toBeLessThanOrEqual(0);
    expect(letters).toBeGreaterThanOrEqual(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  });

  test('is upright on paper', async () => {
    const page = await open(fax);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.section .mm-long .mm-scroll:visible').getAttribute('class')).toContain(
      'mm-upright',
    );
    await page.close();
  });

  test('leaves the text where it is', async () => {
    const page = await open(fax, { viewport: { width: 1920, height: 900 } });
    const lefts = await page
      .locator('.section > h2')
      .evaluateAll((all) => all.map((heading) => heading.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
    expect(
      await page
        .locator('.section .mm-long')
        .first()
        .evaluate((figure) => figure.getBoundingClientRect().left),
    ).toBeGreaterThan(0);
    await page.close();
  });
});

describe('on a phone', () => {
  test.each([
    ['upright', { width: 390, height: 844 }],
    ['lying', { width: 844, height: 390 }],
  ])('the contents stay at hand and cover no heading they lead to, %s', async (_, viewport) => {
    const page = await open(fax, { viewport });
    await page.evaluate(() => scrollTo(0, 6000));
    const bar = page.locator('.toc summary');
    expect(await top(page, '.toc summary')).toBeLessThanOrEqual(1);
    expect((await bar.boundingBox())?.height ?? 99).toBeLessThan(48);
    await bar.click();
    await page.locator('.toc').getByRole('link', { name: 'Prevent' }).click();
    await expect.poll(() => top(page, '#prevent')).toBeLessThan(viewport.height / 2);
    const covered = (await bar.boundingBox())?.height ?? 0;
    expect(await top(page, '#prevent')).toBeGreaterThanOrEqual(covered);
    await page.close();
  });

  test('without script, too: what was chosen stands below the open list', async () => {
    const page = await open(fax, { ...phone, ...withoutScript });
    await page.locator('.toc summary').click();
    await page.locator('.toc').getByRole('link', { name: 'Prevent' }).click();
    const list = await page.locator('.toc ol').boundingBox();
    expect(await top(page, '#prevent')).toBeGreaterThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
    await page.close();
  });

  test('the summary comes before the table of facts, and the story in columns is folded', async () => {
    const page = await open(fax, phone);
    expect(await top(page, '#summary')).toBeLessThan(await top(page, '.facts'));
    expect(await top(page, '.facts')).toBeLessThan(await top(page, '#timeline'));
    expect(await page.locator('.phase-timeline').isVisible()).toBe(false);
    await page.getByText('The story in columns').click();
    expect(await page.locator('.phase-timeline').isVisible()).toBe(true);
    await page.close();
  });
});

test('what introduces a quotation is not torn from it in print', async () => {
  const page = await open(fax);
  await page.emulateMedia({ media: 'print' });
  const introduction = page.locator('[data-section=original-request] .prose > p').first();
  expect(await introduction.evaluate((line) => getComputedStyle(line).breakAfter)).toBe('avoid');
  await page.close();
});

describe('a replay', () => {
  test('shows its story at 200 %, and its tools when they are asked for', async () => {
    const page = await open(`${fax}replay/`, { viewport: { width: 640, height: 400 } });
    // The sticky bar begins below what can be seen of the first card.
    expect((await top(page, '.replay-bar')) - (await top(page, '.scene'))).toBeGreaterThan(120);
    const over = page.getByRole('button', { name: 'Start over' });
    expect(await over.isVisible()).toBe(false);
    await page.locator('.replay-tools summary').press('Enter');
    expect(await over.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await over.isVisible()).toBe(false);
    await page.close();
  });

  test('ends at the postmortem', async () => {
    const page = await open(`${fax}replay/`, { viewport: { width: 360, height: 740 } });
    const read = page.locator('.replay-bar').getByRole('link', { name: 'Read the postmortem' });
    expect(await read.isVisible()).toBe(false);
    const forward = page.locator('.replay-bar .forward');
    while (await forward.isVisible()) await forward.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await read.click();
    expect(new URL(page.url()).pathname).toBe(`${site.basePath}${fax}`);
    await page.close();
  });
});

test('training folds its systems and questions, and an address opens one', async () => {
  const page = await open('training/', withoutScript);
  const list = page.locator('[id="page:system-orders-api"]');
  expect(await list.isVisible()).toBe(false);
  await page.goto(`${site.url}training/#page:system-orders-api`);
  await list.waitFor();
  await page.getByRole('heading', { name: 'Quick fix' }).click();
  expect(await page.locator('[id="page:question-quick-fix"]').isVisible()).toBe(true);
  await page.close();
});

test('the home page leads somebody new in its upper half, and to five guides', async () => {
  const page = await open('');
  expect(await top(page, 'h2:has-text("New here?")')).toBeLessThan(900);
  expect(await page.locator('section:has(> h2:text-is("Handbook")) > ul a').count()).toBe(5);
  await page.getByRole('link', { name: 'All of the handbook' }).click();
  expect(new URL(page.url()).pathname).toBe(`${site.basePath}handbook/`);
  await page.close();
});
