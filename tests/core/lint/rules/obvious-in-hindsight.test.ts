import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] => lintText(exampleFile('prose', text)).map(({ rule }) => rule);

test.each([
  'Obviously, it was the queue.',
  'It was the queue, obviously, that stood.',
  'With the benefit of hindsight, it was the queue.',
  'It was obvious that the queue stood.',
  'Anybody would have seen it.',
])('%s', (text) => {
  expect(found(text)).toEqual(['obvious-in-hindsight']);
});

test.each([
  'It was not obvious that the queue stood.',
  'There was no obvious cause.',
  'The packages were very obviously made for this.',
  'The obvious place is the queue.',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});
