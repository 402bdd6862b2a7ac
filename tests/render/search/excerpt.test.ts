import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../src/render/search/excerpt.ts';

/** An excerpt as its reader sees it, matches in brackets. */
function read(text: string, matching: RegExp, piece?: { from: number; to: number }): string {
  const words = text.split(' ');
  const matches = [...words.keys()].filter((at) => matching.test(words[at] ?? ''));
  const { isCutBefore, parts, isCutAfter } = excerptOf(
    words,
    piece ?? { from: 0, to: words.length },
    matches,
  );
  const shown = parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('');
  return `${isCutBefore ? '… ' : ''}${shown}${isCutAfter ? ' …' : ''}`;
}

const counted = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => `w${at + from}`).join(' ');

describe('an excerpt', () => {
  test('of a short text is all of it', () => {
    expect(read('No order left by fax.', /fax/)).toBe('No order left by [fax].');
  });

  test('marks what matched without the punctuation around it', () => {
    expect(read('10:25 mitigated, resolved: Prices are "as they were".', /mitigated|were/)).toBe(
      '10:25 [mitigated], resolved: Prices are "as they [were]".',
    );
  });

  test('begins with the sentence of its match, without dots', () => {
    expect(read(`${counted(20)}. The fax is down.`, /fax/)).toBe('The [fax] is down.');
  });

  test('in a long sentence begins four words ahead of its match, and says so', () => {
    expect(read(`${counted(20)} fax.`, /fax/)).toBe('… w17 w18 w19 w20 [fax].');
  });

  test('ends with a sentence that is nearly over', () => {
    expect(read(`fax ${counted(26)}. ${counted(9)}`, /fax/)).toBe(`[fax] ${counted(26)}.`);
  });

  test('says so where it ends within a sentence', () => {
    expect(read(`fax ${counted(60)}.`, /fax/)).toBe(`[fax] ${counted(23)} …`);
  });

  test('is of the place where matches are closest together', () => {
    expect(read(`fax ${counted(30)}. The fax of a fax.`, /fax/)).toBe('The [fax] of a [fax].');
  });

  test('stays within its piece, behind its heading and ahead of the next', () => {
    expect(read('Summary. The fax is down. Timeline. A fax.', /fax/, { from: 1, to: 5 })).toBe(
      'The [fax] is down.',
    );
  });

  test('of a piece without a match is its beginning', () => {
    expect(read('Summary. All is well. Timeline. A fax.', /fax/, { from: 1, to: 4 })).toBe('All is well.');
  });

  test('of an empty piece is empty', () => {
    expect(read('Detect. Count them.', /Detect/, { from: 1, to: 1 })).toBe('');
  });

  test('leaves out the full stop that is put behind an author’s own', () => {
    expect(read('(By fax, at 18:15.). Good morning.', /fax/)).toBe('(By [fax], at 18:15.) Good morning.');
  });

  test('holds its match, whatever stands around it', () => {
    const word = fc.constantFrom('a', 'so.', 'order,', '"yes!"', '—');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) =>
        read([...before, 'fax', ...after].join(' '), /^fax$/).includes('[fax]'),
      ),
    );
  });
});
