import { expect, test } from 'vitest';
import { dayInWords } from '../../../src/core/improvement/day-in-words.ts';

test.each<[text: string, words: number]>([
  ['next Friday for the vendor', 2],
  ['28 Nov', 2],
  ['28 Nov. 2026', 3],
  ['Nov 28, 2026 at noon', 3],
  ['Friday, 28 November 2026', 4],
  ['mid-December', 1],
  ['the end of next week', 5],
  ['in two weeks', 3],
  ['Q1 2027', 2],
  // It ends where a sentence ends.
  ['tomorrow. Friday is too late', 1],
  ['28 Nov in the night', 2],
  ['next release', 0],
  ['3 things', 0],
  ['in the end', 0],
  ['2026-11-28', 0],
  ['', 0],
])('%j begins with %i words of a day', (text, words) => {
  expect(dayInWords(text.split(' '))).toBe(words);
});
