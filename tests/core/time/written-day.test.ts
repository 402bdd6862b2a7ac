import { expect, test } from 'vitest';
import { readingsOfDay } from '../../../src/core/time/written-day.ts';

test.each<[written: string, days: string[]]>([
  ['2018-05-11', ['2018-05-11']],
  ['2018/5/1', ['2018-05-01']],
  ['2018.5.1', ['2018-05-01']],
  // Month first, then day first.
  ['5/12/2018', ['2018-05-12', '2018-12-05']],
  ['5-12-2018', ['2018-05-12', '2018-12-05']],
  // There is no twentieth month, and the fifth of May is the same both ways.
  ['5/20/2018', ['2018-05-20']],
  ['20/5/2018', ['2018-05-20']],
  ['5/5/2018', ['2018-05-05']],
  // With points the day comes first everywhere.
  ['5.12.2018', ['2018-12-05']],
  ['5.20.2018', []],
  ['30/30/2018', []],
  ['5/12/18', []],
  ['5/12-2018', []],
  ['10.0.0', []],
  ['May 5', []],
  ['', []],
])('%j may be %j', (written, days) => {
  expect(readingsOfDay(written)).toEqual(days);
});
