import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { mailHtml, mailText, standaloneHtml } from '../../../src/site/client/brief-mail.ts';

const article = new JSDOM(`<article class="brief">
  <h1>Fax &amp; <!-- no comment -->phone</h1>
  <p class="x">Harbour Supply</p>
  <h2>When</h2>
  <ul><li><strong>02:10</strong><em> It began.</em> The provider &lt;b&gt; suspends our account, and from now on it refuses every call that we make.</li><li>End</li></ul>
</article>`).window.document.querySelector('article');
if (article === null) throw new Error('no article');

test('a mail has simple elements that carry their style, and no class, link, script or comment', () => {
  const html = mailHtml(article);
  expect([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag)).toEqual([
    'div',
    'h1',
    'p',
    'h2',
    'ul',
    'li',
    'strong',
    'em',
    'li',
  ]);
  expect(html).toContain('>Fax &amp; phone</h1>');
  expect(html).toContain('The provider &lt;b&gt; suspends');
  expect(html).not.toMatch(/class=|href|<script|<!--|<table/);
});

test('as text it has lines of 72 letters at most', () => {
  expect(mailText(article)).toBe(`Fax & phone
===========

Harbour Supply

WHEN

- 02:10 It began. The provider <b> suspends our account, and from now on
  it refuses every call that we make.
- End
`);
});

test('as a file it stands alone', () => {
  expect(standaloneHtml(article)).toMatch(
    /^<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">.*<title>Fax &amp; phone<\/title><\/head>/,
  );
});
