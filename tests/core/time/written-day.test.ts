import { expect, test } from 'vitest';
import { dayIn, monthBegun, readingsNear, readingsOfDay } from '../../../src/core/time/written-day.ts';

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
  ['November 18, 2026', ['2026-11-18']],
  ['Wednesday, 18th Nov. 2026', ['2026-11-18']],
  ['Sept 1st 2026', ['2026-09-01']],
  ['Nov 31, 2026', []],
  ['Marble 3, 2018', []],
  ['May 5', []],
  ['', []],
])('%j may be %j', (written, days) => {
  expect(readingsOfDay(written)).toEqual(days);
});

test.each<[written: string, near: string | null, days: string[]]>([
  ['28 Nov', '2026-11-18', ['2026-11-28']],
  ['Nov 28th', '2026-11-18', ['2026-11-28']],
  ['Friday, 28 Nov.', '2026-11-18', ['2026-11-28']],
  // Over the turn of the year.
  ['7 January', '2026-11-18', ['2027-01-07']],
  ['30 Dec', '2026-01-07', ['2025-12-30']],
  // Ten days before the meeting, and not in a year.
  ['8 Nov', '2026-11-18', ['2026-11-08']],
  // A year that is written counts.
  ['28 Nov 2031', '2026-11-18', ['2031-11-28']],
  ['28 Nov', null, []],
  ['mid December', '2026-11-18', []],
  ['next Friday', '2026-11-18', []],
  ['29 Feb', '2026-11-18', []],
])('%j near %s may be %j', (written, near, days) => {
  expect(readingsNear(written, near)).toEqual(days);
});

test.each<[text: string, written: string | null]>([
  ['Page by 6/1/2018, please', '6/1/2018'],
  ['Page by June 1st, 2018', 'June 1st, 2018'],
  ['Page by 1 June 2018.', '1 June 2018'],
  ['Upgrade to 10.0.2018 of it', null],
  ['See https://a.example/2018/06/01/x', null],
  ['Page', null],
])('in %j the date is %j', (text, written) => {
  expect(dayIn(text)?.written ?? null).toBe(written);
});

test.each<[name: string, month: string | null]>([
  ['June', '6'],
  ['jun', '6'],
  // Whatever comes after three letters.
  ['Septembre', '9'],
  ['Mai', null],
  ['Ju', null],
])('%j begins as the month %j', (name, month) => {
  expect(monthBegun(name)).toBe(month);
});
