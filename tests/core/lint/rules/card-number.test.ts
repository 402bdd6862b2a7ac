import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text))
    .filter(({ rule }) => rule === 'card-number')
    .map(({ severity, place }) => `${severity} ${place.line}:${place.column}`);

// Numbers without a card behind them, whose check digits are right.
test.each([
  ['Paid with 4539 1488 0343 6467 at noon.', 'error 9:11'],
  ['Paid with 4539-1488-0343-6467.', 'error 9:11'],
  ['Paid with 3782 822463 10021.', 'error 9:11'],
  ['The card 4539148803436467 was refused.', 'error 9:10'],
  ['```\ncard=4539148803436467\n```', 'error 10:6'],
  ['```\n{"card_number": "4539148803436467"}\n```', 'error 10:18'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  // The check digit is wrong.
  'Paid with 4539 1488 0343 6468.',
  // No card begins so.
  'Order 8812 0417 1234 5670.',
  // Nothing says that it is a card.
  'Order 4539148803436467 went twice; order=4539148803436467.',
  // Numbers for tests.
  'The card 4242 4242 4242 4242, or card 4111111111111111, or 3782 822463 10005.',
  'card: trace 00-4539148803436467aa, id 4539148803436467-1, 1525399841000',
  'The card was charged 1525399841000 ms after.',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('the number stands neither in the message nor in the hint', () => {
  expect(
    JSON.stringify(lintText(exampleFile('prose', 'Paid with 4539 1488 0343 6469, 4539 1488 0343 6467.'))),
  ).not.toMatch(/4539|0343/);
});
