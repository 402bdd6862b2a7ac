import { expect, test } from 'vitest';
import { spokenDuration } from '../../../src/core/brief/spoken-duration.ts';

test.each([
  [{ min: 375, max: 375, approximate: false }, '6 hours 15 minutes'],
  [{ min: 60, max: 60, approximate: true }, 'about 1 hour'],
  [{ min: 20, max: 45, approximate: false }, 'between 20 and 45 minutes'],
  [{ min: 50, max: 65, approximate: false }, 'between 50 minutes and 1 hour 5 minutes'],
  [{ min: 20, max: 45, approximate: true }, 'about 20 to 45 minutes'],
  // 3 days are 72 hours; 76 hours are 4 more.
  [{ min: 76 * 60, max: 76 * 60, approximate: false }, '3 days 4 hours'],
  [{ min: 0.5, max: 0.5, approximate: false }, '30 seconds'],
  [{ min: 0, max: 0, approximate: false }, 'no time'],
])('%j is said %s', (duration, said) => {
  expect(spokenDuration(duration)).toBe(said);
});
