import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSpeech } from '../../../src/core/brief/internal-words.ts';
import { harbour, indexOf } from './brief-on.ts';

const index = indexOf('## Prevent\n\n- [ ] Watch it @kim ticket:OPS-131\n- [ ] Pay it @ana ticket:#7');
const speech = plainSpeech(index);

test.each([
  ['@ana restarts it.', 'The orders team restarts it.'],
  ['We ask @ana, who knows.', 'We ask the orders team, who knows.'],
  ['@ana and @sam restart it.', 'The orders team restart it.'],
  ['It is @mei who sees it.', 'It is Platform Team who sees it.'],
  ['Nobody knows whose @kim is, nor @stranger.', 'Nobody knows whose someone is, nor someone.'],
  ['Ana Ribeiro’s night; Ana slept.', 'The orders team’s night; the orders team slept.'],
  ['Restarted (@ana).', 'Restarted (the orders team).'],
  ['Restarted (@kim).', 'Restarted.'],
  ['It is @ana/sam.', 'It is the orders team/the orders team.'],
  ['Tell j.doe of it.', 'Tell someone of it.'],
  ['He will go home.', 'He will go home.'],
  ['The fax-gateway hangs.', 'The fax gateway hangs.'],
  ['fax-gateway hangs.', 'Fax gateway hangs.'],
  ['It calls orders-api twice.', 'It calls Orders API twice.'],
  ['They search, and sign-in fails.', 'They search, and sign-in fails.'],
  ['See OPS-131 and OPS-9.', 'See a ticket.'],
  ['In ticket OPS-131 it says so (see #7).', 'In ticket it says so.'],
  ['UTF-8 and 7 stay.', 'UTF-8 and 7 stay.'],
  ['Read https://wiki.example.com/x?y=1.', 'Read a page.'],
  ['Write to ops@harbour.example now.', 'Write to an e-mail address now.'],
  ['We use @astrojs/mdx here.', 'We use @astrojs/mdx here.'],
])('%s -> %s', (written, said) => {
  expect(speech.prose(written)).toBe(said);
});

test('in code a whole word is enough', () => {
  expect(speech.code('search')).toBe('Product search');
  expect(speech.code('kill -9 ana')).toBe('kill -9 the orders team');
  expect(speech.code('4403')).toBe('4403');
});

test('it counts what it changed', () => {
  const own = plainSpeech(index);
  own.prose('@ana asks @sam for OPS-131.');
  expect(own.replaced()).toBe(3);
});

describe('whatever is written around them', () => {
  const word = fc.constantFrom(
    'the',
    'queue',
    'stands',
    'still',
    'Orders',
    'twelve',
    'said:',
    'and',
    'or',
    '(',
    ')',
    ',',
    '.',
    '“',
    '…',
  );
  const internal = fc.constantFrom(
    '@ana',
    '@sam',
    '@j.doe',
    '@kim',
    'j.doe',
    'Ana Ribeiro',
    'Sam',
    'Mei Tanaka',
    'fax-gateway',
    'orders-api',
    'OPS-131',
    'OPS-77',
    '#7',
    'https://tickets.example.com/OPS-131',
    'ana@harbour.example',
  );
  const leak = /@[a-z]|j\.doe|\bAna\b|\bRibeiro\b|\bSam\b|\bMei\b|fax-gateway|orders-api|OPS-|#7|https?:/;

  test('no handle, name, id, ticket or address is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, internal), { maxLength: 12 }),
        fc.constantFrom(' ', ', ', ' ('),
        (words, between) => {
          expect(speech.prose(words.join(between))).not.toMatch(leak);
        },
      ),
    );
  });

  test('the test sees a leak', () => {
    expect('ask @ana').toMatch(leak);
    expect(harbour.people).not.toBe(null);
  });

  test('what has nothing internal stays letter for letter', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        expect(plainSpeech(index).prose(text)).toBe(text);
      }),
    );
  });
});
