import { expect, test } from 'vitest';
import { lostWords } from '../../../src/core/page/lost-words.ts';

test.each([
  [
    'postmortems/2018-05-04-disappearing-fax-provider/',
    'disappearing fax provider',
    'a name without its date',
  ],
  ['postmortems/disappearing_fax.html', 'disappearing fax', 'without an ending'],
  ['content/postmortems/2018-05-04-fax.mdx', 'fax', 'the address of a file'],
  ['postmortems/2018-05-04-fax/replay/', 'fax', 'a page beside a postmortem'],
  ['systems/mail%20relay/', 'mail relay', 'encoded blanks'],
  ['people/%C3%A9mile', 'émile', 'encoded letters'],
  ['people/%E9mile', 'E9mile', 'what can’t be decoded, as far as it can be read'],
  ['gone/', 'gone', 'one word'],
  ['postmortems/2018-05-04/', 'postmortems', 'nothing but a date'],
  [`${'long-'.repeat(40)}/`, 'long '.repeat(16), 'no more than fits a line'],
])('%s is about %s: %s', (address, words) => {
  expect(lostWords(address)).toBe(words.trim());
});

test.each(['', '/', '404.html', 'index.html', '//', '---', '%20'])('%j is about nothing', (address) => {
  expect(lostWords(address)).toBeNull();
});
