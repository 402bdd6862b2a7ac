import { expect, test } from 'vitest';
import { frontMatterOf } from '../../../../src/core/import/markdown/front-matter.ts';

test.each([
  ['---\ntitle: Fax\n---\nWords', { title: 'Fax' }],
  [
    '+++\ntitle = "Fax"\ndate = 2018-05-04\ntags = ["a", "b"]\n+++\nWords',
    { title: 'Fax', date: '2018-05-04', tags: ['a', 'b'] },
  ],
  // What stands first counts, in whatever table.
  ["+++\ntitle = 'Fax'\n\n[extra]\ntitle = 'Another'\n+++", { title: 'Fax' }],
  ['---\n- a list\n---\n', null],
  ['+++\nwords\n+++\n', null],
  ['Words\n\n---\ntitle: Fax\n---\n', null],
])('%j', (text, expected) => {
  expect(frontMatterOf(text)?.value ?? null).toEqual(expected);
});
