import { expect, test } from 'vitest';
import { wordList } from '../../src/core/word-list.ts';

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j', (words, expected) => {
  expect(wordList(words)).toBe(expected);
});

test('another last word', () => {
  expect(wordList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
