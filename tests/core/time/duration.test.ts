import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, effortText, parseEffort, printEffort } from '../../../src/core/time/duration.ts';

test.each([
  [0, 0, false, '0 min'],
  [375, 375, false, '6 h 15 min'],
  [360, 360, true, 'about 6 h'],
  [20, 45, false, '20–45 min'],
  [120, 180, false, '2–3 h'],
  [50, 65, false, '50 min – 1 h 5 min'],
  [20, 45, true, 'about 20–45 min'],
  [0, 15, false, '0–15 min'],
  [43 / 60, 43 / 60, false, '43 s'],
  [12.5, 12.5, false, '12 min 30 s'],
  [59.999, 59.999, false, '1 h'],
  [90.5, 90.5, false, '1 h 31 min'],
  [24 * 60 + 11, 24 * 60 + 11, false, '24 h 11 min'],
  [2 * 1440 - 1, 2 * 1440 - 1, false, '47 h 59 min'],
  [2 * 1440 - 0.1, 2 * 1440 - 0.1, false, '48 h'],
  [2 * 1440, 2 * 1440, false, '2 days'],
  [3 * 1440 + 250, 3 * 1440 + 250, false, '3 days 4 h'],
  [3 * 1440, 5 * 1440, false, '3–5 days'],
])('from %d to %d minutes, approximate %s, reads "%s"', (min, max, approximate, text) => {
  expect(durationText({ min, max, approximate })).toBe(text);
});

test.each([
  ['31h', 1860],
  ['45m', 45],
  ['1.5h', 90],
  ['1h30m', 90],
  ['0.25h', 15],
  ['90m', 90],
  ['0h', 0],
])('%s of effort is %i minutes', (text, minutes) => {
  expect(parseEffort(text)).toBe(minutes);
});

test.each([
  '',
  'h',
  '31',
  '31 h',
  '1.5h30m',
  '.5h',
  '1,5h',
  '30m1h',
  '2d',
  '-1h',
  '1h ',
  '1H',
  '1.h',
  '9999999h',
])('%j is no effort', (text) => {
  expect(parseEffort(text)).toBeNull();
});

test('an effort printed is read as the same', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50_000_000 }), (minutes) => parseEffort(printEffort(minutes)) === minutes),
  );
});

test.each([
  [1860, '31 h'],
  [4500, '75 h'],
  [90, '1 h 30 min'],
  [45, '45 min'],
])('%i minutes of effort are "%s"', (minutes, text) => {
  expect(effortText(minutes)).toBe(text);
});
