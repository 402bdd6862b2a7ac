import { expect, test } from 'vitest';
import { knownWords } from '../../../src/render/search/known-words.ts';
import { pageHtml } from '../../../src/render/search/record-html.ts';

const wordsOf = (body: string, meta: Record<string, string> = {}, filters: Record<string, string[]> = {}) =>
  knownWords([pageHtml({ title: '', ...meta }, filters, body)]).split('\n');

test.each([
  ['words of the text', '<p>The Fax is down.</p>', ['down', 'fax', 'the']],
  ['each once', '<p>fax fax</p>', ['fax']],
  ['without accents', '<p>Café</p>', ['cafe']],
  [
    'parts of what hyphens and dots hold together',
    '<p>on-duty order.created</p>',
    ['created', 'duty', 'order'],
  ],
  ['a possessive as one word', '<p>supplier’s</p>', ['suppliers']],
  ['no short ones', '<p>is it up</p>', ['']],
  ['no ids', '<p>OPS7 a4f8 eu4</p>', ['']],
  ['none that is longer than words are', `<p>${'a'.repeat(21)}</p>`, ['']],
  ['no markup and no entities', '<p><b>fish</b> &amp; chips</p>', ['chips', 'fish']],
])('%s', (_, body, words) => {
  expect(wordsOf(body)).toEqual(words);
});

test('words that a page is found by, but not the values of filters', () => {
  expect(wordsOf('', { severity: '1 Critical' }, { status: ['reviewed'] })).toEqual(['critical']);
});

test('those used most stand first, those of about the same use in the order of their letters', () => {
  expect(wordsOf('<p>zebra order order ant order order fax fax bee fax</p>')).toEqual([
    'order',
    'fax',
    'ant',
    'bee',
    'zebra',
  ]);
});

test('of more than can be sent, those used least are left out', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const words = knownWords([`<p>${all.join(' ')} zzz</p>`]).split('\n');
  expect(all).toHaveLength(17_576);
  expect(words).toHaveLength(9_000);
  expect(words[0]).toBe('zzz');
});
