import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backlog, handbook, home, list, questionPages, systems } from '../../src/site/strings.ts';
import { buildSite, root, run } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';
import { sampleContent } from '../support/sample.ts';
import { brokenLinks, filesBelow, missingParts, pagesOf, unsafeParts } from '../support/site-faults.ts';
import { sampleClock } from '../support/sites.ts';

/** What stands in each file, by its path. */
function fingerprints(dist: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(dist).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );
}

/** Paths whose bytes differ, the search index aside. */
function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((file) => before[file] !== after[file] && !file.startsWith('pagefind/'))
    .sort();
}

const people = { 'people.yaml': '- { handle: ana, name: Ana }\n' };

test('content with errors builds nothing, says what check says and leaves the last good site alone', async () => {
  const folder = contentFolder('refusing', { 'postmortems/pump.mdx': openPostmortem('The pump') });
  const good = await buildSite('refusing', folder);
  expect(good).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const before = fingerprints(good.dist);
  const times = statSync(join(good.dist, 'index.html')).mtimeMs;

  writeContent(folder, {
    'postmortems/pump.mdx': openPostmortem('Another pump', '[nowhere](./gone.mdx)'),
    'postmortems/leak.mdx': openPostmortem('Leak').replace('open', 'burning'),
  });
  const refused = await buildSite('refusing', folder);
  const checked = await run(['check'], { CONTENT_DIR: folder });
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('2 errors in 2 files; 2 files checked.');
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `${checked.stdout}\nNothing was built; the last good site is still in place.\n`,
  });
  expect(fingerprints(good.dist)).toEqual(before);
  expect(statSync(join(good.dist, 'index.html')).mtimeMs).toBe(times);
  for (const leftover of ['.next', '.old']) expect(existsSync(`${good.dist}${leftover}`)).toBe(false);
});

test('a diagram that cannot be drawn is an error of both commands', async () => {
  const folder = contentFolder('undrawable', {
    'postmortems/pump.mdx': openPostmortem('The pump', '```mermaid\nflowchart LR\n  a -->\n```'),
  });
  const checked = await run(['check', '--format', 'unix'], { CONTENT_DIR: folder });
  expect(checked.stdout).toMatch(
    /^\.cache\/content\/undrawable\/postmortems\/pump\.mdx:11:\d+: error: .* \[diagram-broken\]$/m,
  );
  rmSync(join(root, '.cache/sites/undrawable'), { recursive: true, force: true });
  const refused = await buildSite('undrawable', folder);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/\nNothing was built\.\n$/);
  expect(existsSync(refused.dist)).toBe(false);
});

test('a site that was left between two names is put back before anything else', async () => {
  const folder = contentFolder('interrupted', { 'postmortems/pump.mdx': openPostmortem('The pump') });
  const { dist } = await buildSite('interrupted', folder);
  const { renameSync, mkdirSync, writeFileSync } = await import('node:fs');
  renameSync(dist, `${dist}.old`);
  mkdirSync(`${dist}.next`);
  writeFileSync(join(`${dist}.next`, 'half.html'), '');
  writeContent(folder, { 'postmortems/pump.mdx': '' });
  const refused = await buildSite('interrupted', folder);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('the last good site is still in place');
  expect(existsSync(join(dist, 'index.html'))).toBe(true);
  for (const leftover of ['.next', '.old']) expect(existsSync(`${dist}${leftover}`)).toBe(false);
});

test('a folder with nothing in it makes a working site that says how to begin', async () => {
  const folder = contentFolder('nothing', {});
  const site = { ...(await buildSite('nothing', folder)), basePath: '/', siteUrl: null };
  expect(site).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const pages = pagesOf(site);
  expect(pages.flatMap(missingParts)).toEqual([]);
  expect(pages.flatMap((page) => unsafeParts(page, null))).toEqual([]);
  expect(brokenLinks(site, pages)).toEqual([]);
  const words = (url: string): string | null | undefined =>
    pages.find((page) => page.url === url)?.document.querySelector('main')?.textContent;
  expect(words('/')).toContain(home.empty);
  expect(words('/postmortems/')).toContain(list.empty);
  expect(words('/backlog/')).toContain(backlog.empty);
  expect(words('/handbook/')).toContain(handbook.empty);
  expect(words('/systems/')).toContain(systems.empty);
  expect(words('/questions/prevent/')).toContain(questionPages.empty);
  expect(JSON.parse(readFileSync(join(site.dist, 'postmortems.json'), 'utf8'))).toEqual([]);
  expect(JSON.parse(readFileSync(join(site.dist, 'backlog.json'), 'utf8'))).toEqual([]);
  expect(existsSync(join(site.dist, 'pagefind/pagefind.js'))).toBe(true);
});

function entries(count: number): string {
  const clock = (at: number): string =>
    `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const lines = Array.from({ length: count }, (_, at) =>
    at % 1440 === 0
      ? `- 2026-05-0${4 + at / 1440} ${clock(at)} Minute ${at}.`
      : `- ${clock(at)} Minute ${at}.`,
  );
  return `${openPostmortem('Long')}\n## Timeline\n\n${lines.join('\n')}\n`;
}

test('a timeline of 5,000 entries is a page, one of 5,001 an error', async () => {
  const folder = contentFolder('long', { 'postmortems/long.mdx': entries(5_000) });
  const { code, stderr, dist } = await buildSite('long', folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const html = readFileSync(join(dist, 'postmortems/long/index.html'), 'utf8');
  expect(html).toContain('Minute 0.');
  expect(html).toContain('Minute 4999.');
  expect([...html.matchAll(/ id="t-/g)].length).toBe(5_000);
  const [row] = JSON.parse(readFileSync(join(dist, 'postmortems.json'), 'utf8'));
  expect(row.entries).toBe(5_000);

  writeContent(folder, { 'postmortems/long.mdx': entries(5_001) });
  const checked = await run(['check', '--format', 'unix'], { CONTENT_DIR: folder });
  expect(checked.code).toBe(1);
  expect(checked.stdout).toMatch(/^[^\n]*long\.mdx:\d+:\d+: error: [^\n]*5,000[^\n]*\[timeline-size\]\n$/);
});

test('after a change only the pages that show it differ, and what was removed is gone', async () => {
  const folder = contentFolder('rebuilt', {
    ...people,
    'postmortems/pump.mdx': openPostmortem('The pump'),
    'postmortems/leak.mdx': openPostmortem('The leak', 'As [before](./pump.mdx).'),
    'postmortems/roof.mdx': openPostmortem('The roof', '![seen](./roof.svg)'),
    'postmortems/roof.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const build = () => buildSite('rebuilt', folder, sampleClock);
  const first = await build();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const one = fingerprints(first.dist);
  await build();
  expect(changed(one, fingerprints(first.dist))).toEqual([]);
  for (const leftover of ['.next', '.old']) expect(existsSync(`${first.dist}${leftover}`)).toBe(false);

  writeContent(folder, {
    'postmortems/leak.mdx': openPostmortem('The leak', 'As [before](./pump.mdx), but worse.'),
  });
  await build();
  const two = fingerprints(first.dist);
  const touched = changed(one, two);
  expect(touched).toContain('postmortems/leak/index.html');
  expect(touched).not.toContain('postmortems/roof/index.html');
  expect(touched).not.toContain('backlog/index.html');

  writeContent(folder, {
    'postmortems/leak.mdx': openPostmortem('The great leak', 'As [before](./pump.mdx), but worse.'),
  });
  await build();
  const three = fingerprints(first.dist);
  expect(changed(two, three)).toEqual(
    expect.arrayContaining([
      'index.html',
      'postmortems.json',
      'postmortems/index.html',
      'postmortems/leak/index.html',
      // It says what links to it.
      'postmortems/pump/index.html',
    ]),
  );

  rmSync(join(root, folder, 'postmortems/leak.mdx'));
  rmSync(join(root, folder, 'postmortems/roof.mdx'));
  const last = await build();
  expect(last).toMatchObject({ code: 0, stderr: '' });
  const left = filesBelow(last.dist);
  expect(left.filter((file) => /leak|roof/.test(file))).toEqual([]);
  const traces = left.filter(
    (file) =>
      /\.(html|json|xml)$/.test(file) &&
      /great leak|The roof/.test(readFileSync(join(last.dist, file), 'utf8')),
  );
  expect(traces).toEqual([]);
  expect(readFileSync(join(last.dist, 'postmortems/pump/index.html'), 'utf8')).not.toContain('links-here');
});

test('a rebuilt sample is what a fresh build makes of it', async () => {
  const [rebuilt, fresh] = [
    contentFolder('rebuilt-sample', {}, sampleContent),
    contentFolder('fresh', {}, sampleContent),
  ];
  const file = 'postmortems/2018-05-04-disappearing-fax-provider.mdx';
  const text = readFileSync(join(root, rebuilt, file), 'utf8');
  writeContent(rebuilt, { [file]: text.replace('title: ', 'title: Formerly the ') });
  expect(await buildSite('rebuilt-sample', rebuilt, sampleClock)).toMatchObject({ code: 0, stderr: '' });
  writeContent(rebuilt, { [file]: text });
  const [one, other] = [
    await buildSite('rebuilt-sample', rebuilt, sampleClock),
    await buildSite('fresh', fresh, sampleClock),
  ];
  const differing = changed(fingerprints(one.dist), fingerprints(other.dist)).filter((path) => {
    // "Edit this page" leads to where the file lies.
    const read = (dist: string, folder: string): string =>
      existsSync(join(dist, path)) ? readFileSync(join(dist, path), 'utf8').replaceAll(`${folder}/`, '') : '';
    return read(one.dist, rebuilt) !== read(other.dist, fresh);
  });
  expect(differing).toEqual([]);
});
