import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageWeight, postmortemWeight } from './page-weight.ts';

const site = mkdtempSync(join(tmpdir(), 'page-weight-test-'));
const gzipped = (...texts: string[]): number =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
const page = `<link rel="stylesheet" href="/a.css"><link href=/b.css rel=stylesheet><script type="module" src="/a/one.js"></script><script>1+1</script>`;
const files: Record<string, string> = {
  'a.css': 'a { color: red }',
  'b.css': 'b { color: green }',
  'a/one.js': 'import{a}from"./two.js";import"/three.js";const later=()=>import("./four.js");',
  'a/two.js': 'export const a="two"',
  'three.js': 'import "./a/two.js"',
  'a/four.js': 'export const only="on demand"',
  'postmortems/index.html': 'x'.repeat(5000),
  'postmortems/2019/small/index.html': 'small',
  'postmortems/2019/small/brief/index.html': 'told to others',
  'postmortems/2019/typical/index.html': page,
  'postmortems/large/index.html': `${page}${Array.from({ length: 500 }, (_, number) => number).join(' ')}`,
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

it('counts scripts with what they import at once, styles, and the page', () => {
  expect(pageWeight(site, 'postmortems/2019/typical/index.html')).toEqual({
    html: gzipped(page),
    script: gzipped(files['a/one.js'] ?? '', files['a/two.js'] ?? '', files['three.js'] ?? '') + '1+1'.length,
    style: gzipped(files['a.css'] ?? '', files['b.css'] ?? ''),
  });
});

it('takes the page in the middle as the typical one and leaves the list out', () => {
  const weight = postmortemWeight(site);
  expect(weight.html).toBe(gzipped(page));
  expect(weight.heaviestHtml).toBe(gzipped(files['postmortems/large/index.html'] ?? ''));
  expect(weight.pages).toBe(3);
});

it('refuses a site without postmortems', () => {
  mkdirSync(join(site, 'empty/postmortems'), { recursive: true });
  expect(() => postmortemWeight(join(site, 'empty'))).toThrow(/No postmortem pages/);
});
