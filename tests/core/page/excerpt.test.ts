import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { excerpt, rootCause } from '../../../src/core/page/excerpt.ts';

const words = (count: number, end = '') => `${'word '.repeat(count).trim()}${end}`;

test.each([
  ['a short text as it is', 'For eleven hours no order left.', 'For eleven hours no order left.'],
  ['a text of exactly 200 characters as it is', 'x'.repeat(200), 'x'.repeat(200)],
  ['whole sentences', `${words(20, '.')} ${words(30, '.')}`, words(20, '.')],
  ['whole words, where the first sentence is too long', words(50, '.'), `${words(40)}…`],
  ['whole words, where the first sentence says little', `Yes. ${words(60)}`, `Yes. ${words(39)}…`],
  ['no mark before the ellipsis', `${words(39, ',')} ${words(9)}`, `${words(39)}…`],
  ['a word that never ends, cut', 'x'.repeat(300), `${'x'.repeat(199)}…`],
  [
    'a time, whose point is no end',
    `${words(36)} 4.5 hours ${words(9)}`,
    `${words(36)} 4.5 hours word word…`,
  ],
])('gives %s', (_, text, expected) => {
  expect(excerpt(text)).toBe(expected);
  expect(excerpt(text).length).toBeLessThanOrEqual(200);
});

test.each([
  ['the first bullet', '- The bill was not paid.\n- Nothing watched the queue.', 'The bill was not paid.'],
  ['a bullet rather than what introduces it', 'Three things met:\n\n- A lock\n- A crowd', 'A lock'],
  ['the first sentence, where there are no bullets', 'A lock was held. Nobody saw it.', 'A lock was held.'],
  ['plain words', '- The *old* `relay` was [off](https://example.com)', 'The old relay was off'],
  ['nothing, where the first is still to be found out', '- TBD\n- A crowd', null],
  ['nothing, where nothing is written', '', null],
])('the root cause on a card is %s', (_, body, expected) => {
  const { sections } = readDocument(`---\ntitle: T\n---\n\n## Root causes\n\n${body}\n`, {
    knownSections: true,
  });
  expect(rootCause({ sections })).toBe(expected);
});
