import { expect, test } from 'vitest';
import { readersDay } from '../../../src/site/client/readers-day.ts';

test.each([
  [new Date(2026, 0, 5, 23, 59), '2026-01-05'],
  [new Date(2026, 10, 21, 0, 0), '2026-11-21'],
])('the day of %s is that on the reader’s clock, %s', (now, day) => {
  expect(readersDay(now)).toBe(day);
});
