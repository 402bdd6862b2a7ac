import { expect, test } from 'vitest';
import { nearestDate } from '../../../src/core/improvement/nearest-date.ts';

test.each([
  ['2018-6-1', '2018-06-01'],
  ['2018/06/01', '2018-06-01'],
  ['2018-06-01.', '2018-06-01'],
  ['2018-06-31', '2018-06-30'],
  ['2018-02-31', '2018-02-28'],
  ['2020-02-30', '2020-02-29'],
  ['2018-06-32', null],
  ['2018-13-01', null],
  ['2018-00-31', null],
  ['01.06.2018', '2018-06-01'],
  ['June 1, 2018', '2018-06-01'],
  ['01/06/2018', null],
  ['2018-06-123', null],
  ['tomorrow', null],
])('%j most likely means %s', (text, expected) => {
  expect(nearestDate(text, null)).toBe(expected);
});
