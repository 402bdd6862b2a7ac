import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mend, nearest } from '../../../src/render/search/mend.ts';

/** Those used most first. */
const known = [
  'order',
  'fix',
  'fax',
  'hub',
  'checkout',
  'invoice',
  'password',
  'storefront',
  'stored',
  'disappearing',
  'deployment',
  'restaurant',
];

const unknown = (words: string) => words.split(' ').map((word) => ({ word, isKnown: false }));

describe('the nearest word', () => {
  test.each([
    ['chekout', 'checkout', 'a letter is missing'],
    ['checkkout', 'checkout', 'a letter is there twice'],
    ['storefont', 'storefront', 'a longer word, nearer than all others'],
    ['invioce', 'invoice', 'two letters changed places'],
    ['passwrod', 'password', 'two letters changed places'],
    ['dissapearing', 'disappearing', 'two letters are others'],
    ['fxa', 'fax', 'of a short word, two letters in another order'],
    ['afx', 'fax', 'the first two letters in another order'],
    ['faxx', 'fax', 'of a short word, one letter too many'],
    ['xrder', 'order', 'the first letter of a word that is long enough'],
    [
      'storefo',
      'storefront',
      'the beginning of a longer word, with a slip, is nearer than a short word with two',
    ],
    ['fex', 'fix', 'of two that are as near, the one that is used more'],
  ])('of %s is %s: %s', (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  test.each([
    ['zzqqwx', 'no word is near'],
    ['kub', 'a short word begins as it is typed'],
    ['fx', 'nearly every word is near two letters'],
    ['phax', 'two letters of four are half the word'],
    ['ordre2', 'it holds a digit, and an id is right or wrong'],
    ['restrnt', 'three letters are missing'],
    ['жжжж', 'no word has its letters'],
  ])('of %s is none: %s', (word) => {
    expect(nearest(word, known)).toBeNull();
  });

  test('has at most two letters less', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        const meant = nearest(word, known);
        return meant === null || word.length - meant.length <= 2;
      }),
    );
  });

  test('of a word with one slip in it is that word, or one as near', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.constantFrom('checkout', 'disappearing', 'restaurant'),
        fc.nat(20),
        letter,
        (word, at, other) => {
          const place = 1 + (at % (word.length - 1));
          return nearest(`${word.slice(0, place)}${other}${word.slice(place + 1)}`, known) === word;
        },
      ),
    );
  });
});

describe('what is searched for instead', () => {
  test('the word that was meant, and what nothing has is told', () => {
    expect(mend(unknown('chekout'), known)).toEqual({ term: 'checkout', missing: ['chekout'] });
  });

  test('words that are known stay as they were typed', () => {
    expect(mend([{ word: 'Fax', isKnown: true }, ...unknown('invioce')], known)).toEqual({
      term: 'Fax invoice',
      missing: ['invioce'],
    });
  });

  test('a word that is near none is left out, and told', () => {
    expect(mend([{ word: 'fax', isKnown: true }, ...unknown('zzqqwx')], known)).toEqual({
      term: 'fax',
      missing: ['zzqqwx'],
    });
  });

  test('the beginning of a word stands for it, and is no slip', () => {
    expect(mend(unknown('deploymen'), known)).toEqual({ term: 'deployment', missing: [] });
  });

  test('accents, capitals and punctuation are no slips', () => {
    expect(mend(unknown('Dé-ploymen'), known)).toEqual({ term: 'deployment', missing: [] });
  });

  test('nothing, where all is unknown and near nothing', () => {
    expect(mend(unknown('zzqqwx blorf'), known)).toEqual({ term: '', missing: ['zzqqwx', 'blorf'] });
  });
});
