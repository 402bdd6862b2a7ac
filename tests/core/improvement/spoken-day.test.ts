import { expect, test } from 'vitest';
import { daysSpoken, dayTold } from '../../../src/core/improvement/spoken-day.ts';

// 2026-11-24 is a Tuesday.
test.each<[string, string[]]>([
  ['today', ['2026-11-24']],
  ['tomorrow', ['2026-11-25']],
  ['Friday', ['2026-11-27']],
  ['this Fri', ['2026-11-27']],
  ['Tuesday', ['2026-12-01']],
  // To some the first Friday that comes, to others that of the week after this one.
  ['next Friday', ['2026-11-27', '2026-12-04']],
  ['Friday next week', ['2026-12-04']],
  // The first Monday that comes is in the next week.
  ['next Monday', ['2026-11-30']],
  ['EOW', ['2026-11-27']],
  ['end of the week', ['2026-11-27']],
  ['end of next week', ['2026-12-04']],
  ['the end of next week.', ['2026-12-04']],
  // Its first working day, or its last.
  ['next week', ['2026-11-30', '2026-12-04']],
  ['in two weeks', ['2026-12-08']],
  ['in a week', ['2026-12-01']],
  ['10 days', ['2026-12-04']],
  ['two weeks from now', ['2026-12-08']],
  ['in 3 months', ['2027-02-24']],
  ['end of the month', ['2026-11-30']],
  ['EOM', ['2026-11-30']],
  ['end of next month', ['2026-12-31']],
  ['next month', ['2026-12-01', '2026-12-31']],
  ['end of November', ['2026-11-30']],
  ['late Feb', ['2027-02-28']],
  ['mid-December', ['2026-12-15']],
  ['mid December', ['2026-12-15']],
  ['January', ['2027-01-01', '2027-01-31']],
  ['end of January 2028', ['2028-01-31']],
  ['Q1', ['2027-03-31']],
  ['end of Q4', ['2026-12-31']],
  ['end of this quarter', ['2026-12-31']],
  ['end of year', ['2026-12-31']],
  ['next sprint', []],
  ['the weekend', []],
  ['soon', []],
  ['early December', []],
  ['next year', []],
  ['', []],
])('%s, said on Tuesday 2026-11-24', (words, days) => {
  expect(daysSpoken(words, '2026-11-24')).toEqual(days);
});

test.each<[words: string, from: string, days: string[]]>([
  // A Saturday: both ways of counting lead to the same Friday.
  ['next Friday', '2026-11-21', ['2026-11-27']],
  // A Sunday: a week begins today, or tomorrow.
  ['next Friday', '2026-11-22', ['2026-11-27', '2026-12-04']],
  ['end of next week', '2026-11-22', ['2026-11-27', '2026-12-04']],
  // A Friday: the week ends today.
  ['end of the week', '2026-11-27', ['2026-11-27']],
  ['in a month', '2027-01-31', ['2027-02-28']],
])('%s, said on %s', (words, from, days) => {
  expect(daysSpoken(words, from)).toEqual(days);
});

test.each<[string, ReturnType<typeof dayTold>]>([
  ['Pay the bill by end of next week', { written: 'end of next week', days: ['2026-12-04'] }],
  ['Pay the bill (Piotr, next Monday)', { written: 'next Monday', days: ['2026-11-30'] }],
  ['Pay the bill within 2 weeks', { written: '2 weeks', days: ['2026-12-08'] }],
  ['Pay the bill - dec 4', { written: 'dec 4', days: ['2026-12-04'] }],
  ['Pay the bill, in January', { written: 'in January', days: ['2027-01-01', '2027-01-31'] }],
  ['Pay the bill (Piotr, 4.12.)', { written: '4.12', days: ['2026-12-04'] }],
  ['Pay the bill - 27/12', { written: '27/12', days: ['2026-12-27'] }],
  ['Pay the bill, 5/12', { written: '5/12', days: ['2026-12-05', '2027-05-12'] }],
  ['Pay the bill (3/4)', null],
  ['Pay bills, 3/4 of them', null],
  ['Pay the bill', null],
  ['Pay bills by card, not by post', null],
])('in "%s"', (text, told) => {
  expect(dayTold(text, '2026-11-24')).toEqual(told);
});
