import { expect, test } from 'vitest';
import { workingDayWithin } from '../../../src/core/meeting/due-day.ts';
import { isWeekend } from '../../../src/core/time/dates.ts';

// 2026-11-20 is a Friday.
test.each([
  ['two weeks on, a Friday', '2026-11-20', 14, '2026-12-04'],
  ['a Saturday becomes the Friday before', '2026-11-20', 15, '2026-12-04'],
  ['a Sunday becomes the Friday before', '2026-11-20', 16, '2026-12-04'],
  ['on a Friday, within a day: the next Monday', '2026-11-20', 1, '2026-11-23'],
  ['today is no day to be done by', '2026-11-20', 0, '2026-11-23'],
  ['in the middle of a week', '2026-11-17', 0, '2026-11-18'],
])('%s', (_name, today, days, expected) => {
  expect(workingDayWithin(today, days)).toBe(expected);
});

test.each([
  ['2026-11-20', false],
  ['2026-11-21', true],
  ['2026-11-22', true],
  ['1969-12-28', true],
  ['1969-12-29', false],
])('%s is at a weekend: %s', (day, weekend) => {
  expect(isWeekend(day)).toBe(weekend);
});
