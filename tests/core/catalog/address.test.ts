import { expect, test } from 'vitest';
import { addressOf } from '../../../src/core/catalog/address.ts';

test.each([
  ['https://a.example/b c?d="e"', 'external', 'https://a.example/b%20c?d=%22e%22'],
  ['  HTTPS://A.example', 'external', 'HTTPS://A.example'],
  ['ht\ntps://a.example', 'external', 'https://a.example'],
  ['mailto:a@b.example', 'mail', 'mailto:a@b.example'],
  ['#detect', 'anchor', '#detect'],
  ['./a b.png', 'relative', './a%20b.png'],
  ['a/b:c.png', 'relative', 'a/b:c.png'],
  ['100%.png', 'relative', '100%.png'],
])('%j is %s', (url, kind, href) => {
  expect(addressOf(url)).toEqual({ kind, href });
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\tscript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0085 javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'https:a.example',
  'https:///a.example',
  'http:\\\\a.example',
  '//a.example',
  '/\\a.example',
  '\\\\a.example',
  '/path',
])('%j is forbidden', (url) => {
  expect(addressOf(url)).toEqual({ kind: 'forbidden' });
});
