import { expect, test } from 'vitest';
import { freeId, isId, titleSlug } from '../../../src/core/skeleton/file-name.ts';

test.each([
  ['Disappearing fax provider', 'disappearing-fax-provider'],
  ["  The night's  end -- again!", 'the-nights-end-again'],
  ['Ünïcode: Straße, Łódź, Ærø', 'unicode-strasse-lodz-aero'],
  ['../../etc/passwd', 'etc-passwd'],
  ['注文が届かない', null],
  ['!!!', null],
  ['', null],
  ['order '.repeat(50), 'order-order-order-order-order-order-order-order-order-order'],
  ['x'.repeat(300), 'x'.repeat(60)],
])('the title %j gives %j', (title, slug) => {
  expect(titleSlug(title)).toBe(slug);
  if (slug !== null) expect(isId(slug)).toBe(true);
});

test('a taken name gets the next free number', () => {
  const taken = new Set(['a', 'a-2']);
  expect(['a', 'b'].map((id) => freeId(id, (name) => taken.has(name)))).toEqual(['a-3', 'b']);
});

test.each([
  ['2026/2026-11-21-fax', true],
  ['Fax', false],
  ['../fax', false],
  ['a//b', false],
  ['/a', false],
  ['', false],
])('%j as an id: %j', (id, fine) => {
  expect(isId(id)).toBe(fine);
});
