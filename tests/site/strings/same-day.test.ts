import { expect, test } from 'vitest';
import { recurring, systems } from '../../../src/site/strings.ts';

test.each([
  [0, 'the same day', 'names, from the same day,', 'the same day as the one before'],
  [1, 'one day later', 'names, from one day before,', 'one day after the one before'],
  [90, '3 months later', 'names, from 3 months before,', '3 months after the one before'],
])('an incident %i days after another is said plainly', (days, later, named, since) => {
  expect([recurring.daysLater(days), recurring.namedBefore(days), systems.daysSince(days)]).toEqual([
    later,
    named,
    since,
  ]);
});
