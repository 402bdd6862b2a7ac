import { describe, expect, test } from 'vitest';
import { day, exactSpan, shortDay, span, weekday } from '../../src/site/dates.ts';

describe('a date is said as a reader would', () => {
  test('in full, with its weekday, and short for lists', () => {
    expect([day('2018-05-04'), weekday('2018-05-04'), shortDay('2018-06-11')]).toEqual([
      '4 May 2018',
      'Friday 4 May 2018',
      '11 Jun 2018',
    ]);
  });

  test('wherever the site is built', () => {
    expect(day('2020-11-01')).toBe('1 November 2020');
  });
});

describe('a number of days is said roundly', () => {
  test.each([
    [0, '0 days'],
    [1, 'one day'],
    [59, '59 days'],
    [60, '2 months'],
    [312, '10 months'],
    [729, '24 months'],
    [730, '2 years'],
    [2900, '8 years'],
  ])('%i is %s', (days, words) => {
    expect(span(days)).toBe(words);
  });
});

test.each([
  [1, 'one day'],
  [59, '59 days'],
  [60, '60 days (2 months)'],
  [2012, '2,012 days (6 years)'],
])('%i days are told as %j where each day counts', (days, words) => {
  expect(exactSpan(days)).toBe(words);
});
