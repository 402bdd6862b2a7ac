import { expect, test } from 'vitest';
import { addDays, daysBetween, isDate, lastDayOfMonth } from '../../../src/core/time/dates.ts';

test.each(['2018-05-04', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true);
});

test.each([
  '2018-02-30',
  '2023-02-29',
  '1900-02-29',
  '2018-13-01',
  '2018-00-10',
  '2018-05-00',
  '2018-5-4',
  '0099-05-04',
  '2018-05-04 ',
  '２０１８-05-04',
  '',
])('%j is no date', (text) => {
  expect(isDate(text)).toBe(false);
});

test.each([
  ['2018-05-04', 1, '2018-05-05'],
  ['2018-12-31', 1, '2019-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2018-05-04', 0, '2018-05-04'],
])('%s and %i days is %s', (date, days, sum) => {
  expect(addDays(date, days)).toBe(sum);
  expect(daysBetween(date, sum)).toBe(days);
});

test.each([
  ['9999-12-31', 1, '9999-12-31'],
  ['2018-05-04', 1e12, '9999-12-31'],
  ['1000-01-01', -1, '1000-01-01'],
])('%s and %i days is %s, since the calendar ends there', (date, days, end) => {
  expect(addDays(date, days)).toBe(end);
});

test.each([
  ['2018-02-30', '2018-02-28'],
  ['2024-02-31', '2024-02-29'],
  ['2018-04-31', '2018-04-30'],
])('the month of %s ends on %s', (date, last) => {
  expect(lastDayOfMonth(date)).toBe(last);
});
