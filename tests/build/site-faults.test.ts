import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { root } from '../support/build-site.ts';
import { brokenLinks, missingParts, orphans, pagesOf, unsafeParts } from '../support/site-faults.ts';

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="x"><title>T</title><meta property="og:title" content="T"><meta property="og:type" content="website"><meta property="og:site_name" content="S">`;

function whole(body: string, inHead = ''): string {
  return `<!doctype html><html lang="en"><head>${head}${inHead}</head><body><main><h1>T</h1>${body}</main></body></html>`;
}

function page(html: string): { url: string; document: Document } {
  return { url: '/kb/a/', document: new JSDOM(html).window.document };
}

test('a page in order has no faults', () => {
  const good = page(
    whole('<a href="https://example.com/x">x</a><img src="/kb/i.png" alt=""><a id="b" href="#b">b</a>'),
  );
  expect([...missingParts(good), ...unsafeParts(good, null)]).toEqual([]);
});

test.each([
  ['<p id="x"></p><p id="x"></p>', 'id x twice'],
  ['<p id=""></p>', 'an empty id'],
  ['<h1>Again</h1>', '2 h1'],
  ['<img src="/kb/i.png">', 'img /kb/i.png without alt'],
  ['<label for="y">y</label>', 'for=y names nothing'],
  ['<p>[object Object]</p>', 'says [object Object]'],
])('%s is a fault', (body, fault) => {
  expect(missingParts(page(whole(body)))).toEqual([`/kb/a/: ${fault}`]);
});

test('an empty page has every fault there is', () => {
  expect(missingParts(page('<p>')).map((text) => text.slice('/kb/a/: '.length))).toEqual([
    'no doctype',
    'no language',
    'no title',
    'no og:title',
    'no og:type',
    'no og:site_name',
    'no viewport',
    '0 h1',
    'not one main',
    'an empty page',
  ]);
});

test.each([
  ['<script>alert(1)</script>', 'inline <script>'],
  ['<img src="/kb/i.png" alt="" onerror="alert(1)">', 'img onerror'],
  ['<p style="color:red">', 'p style'],
  ['<img src="https://elsewhere.example/i.png" alt="">', 'img src=https://elsewhere.example/i.png'],
  ['<img src="//elsewhere.example/i.png" alt="">', 'img src=//elsewhere.example/i.png'],
  ['<script src="https://elsewhere.example/a.js"></script>', 'script src=https://elsewhere.example/a.js'],
  [
    '<svg><image href="https://elsewhere.example/i.png"/></svg>',
    'image href=https://elsewhere.example/i.png',
  ],
  [
    '<svg><use xlink:href="https://elsewhere.example/i.svg#x"/></svg>',
    'use xlink:href=https://elsewhere.example/i.svg#x',
  ],
  ['<style>@import "https://elsewhere.example/a.css"</style>', 'a <style> that fetches'],
  ['<style>p{background:url(https://elsewhere.example/a.png)}</style>', 'a <style> that fetches'],
  ['<iframe src="/kb/a/"></iframe>', '<iframe>'],
  ['<svg><foreignObject></foreignObject></svg>', '<foreignObject>'],
])('%s is unsafe', (body, fault) => {
  expect(unsafeParts(page(whole(body)), null)).toEqual([`/kb/a/: ${fault}`]);
});

test('styles from elsewhere, a loose policy and a wrong canonical link are unsafe', () => {
  const sheet = page(whole('', '<link rel="stylesheet" href="https://elsewhere.example/a.css">'));
  expect(unsafeParts(sheet, null)).toEqual(['/kb/a/: link href=https://elsewhere.example/a.css']);
  const loose = page(whole('').replace("'wasm-unsafe-eval'", "'unsafe-inline'"));
  expect(unsafeParts(loose, null)).toEqual(["/kb/a/: scripts allowed from 'unsafe-inline'"]);
  const none = page(whole('').replace('http-equiv', 'name'));
  expect(unsafeParts(none, null)).toContain('/kb/a/: no Content Security Policy');
  const wrong = page(whole('', '<link rel="canonical" href="https://x.example/">'));
  expect(unsafeParts(wrong, 'https://kb.example')).toEqual([
    '/kb/a/: canonical https://x.example/, not https://kb.example/kb/a/',
  ]);
});

test('links that lead nowhere are found, and pages that nothing leads to', () => {
  const dist = join(root, '.cache/sites/faulty');
  rmSync(dist, { recursive: true, force: true });
  const files = {
    'index.html':
      '<a href="/kb/a/">a</a><a href="/kb/a">no slash</a><a href="/a/">no base</a><a href="#none">x</a>',
    'a/index.html':
      '<p id="here"></p><a href="../#there">x</a><a href="#here">y</a><img src="../gone.png"><a href="javascript:x">j</a><a href="b/">b</a>',
    'alone/index.html': '<a href="/kb/feed.xml">f</a>',
    'feed.xml': '',
  };
  for (const [file, html] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), html);
  }
  const site = { dist, basePath: '/kb/', siteUrl: null };
  expect(brokenLinks(site, pagesOf(site))).toEqual([
    '/kb/a/ -> ../#there: names no place on its page',
    '/kb/a/ -> ../gone.png: leads nowhere',
    '/kb/a/ -> javascript:x: has the scheme javascript:',
    '/kb/a/ -> b/: leads nowhere',
    '/kb/ -> /kb/a: leads nowhere',
    '/kb/ -> /a/: leaves /kb/',
    '/kb/ -> #none: names no place on its page',
  ]);
  expect(orphans(site, pagesOf(site))).toEqual(['/kb/alone/']);
});
