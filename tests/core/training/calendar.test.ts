import { describe, expect, test } from 'vitest';
import { type OnThisDay, onThisDay, pickOne } from '../../../src/core/training/calendar.ts';

const incidents = (...dates: string[]) => dates.map((date) => ({ id: date, date }));

describe('on this day', () => {
  test.each<[what: string, dates: string[], today: string, found: OnThisDay | null]>([
    [
      'the same day of other years, newest first',
      ['2018-05-04', '2024-05-04', '2024-05-05'],
      '2026-05-04',
      { exact: true, away: 0, ids: ['2024-05-04', '2018-05-04'] },
    ],
    // 4 May to 7 May is three days, and so is 1 May to 4 May.
    [
      'else the nearest, on both sides',
      ['2018-05-07', '2019-05-01', '2020-06-01'],
      '2026-05-04',
      { exact: false, away: 3, ids: ['2019-05-01', '2018-05-07'] },
    ],
    // 30 December to 2 January.
    [
      'over the turn of the year',
      ['2020-12-30', '2020-02-01'],
      '2026-01-02',
      { exact: false, away: 3, ids: ['2020-12-30'] },
    ],
    [
      '29 February stands by 28 February',
      ['2024-02-29'],
      '2026-02-28',
      { exact: false, away: 1, ids: ['2024-02-29'] },
    ],
    [
      'what happens today is no memory',
      ['2026-05-04', '2020-05-10'],
      '2026-05-04',
      { exact: false, away: 6, ids: ['2020-05-10'] },
    ],
    ['nothing where nothing happened', [], '2026-05-04', null],
    ['nothing where all is to come', ['2026-05-05'], '2026-05-04', null],
  ])('%s', (_what, dates, today, found) => {
    expect(onThisDay(incidents(...dates), today)).toEqual(found);
  });
});

describe('pick one', () => {
  test.each<
    [what: string, ids: string[], done: string[], last: string | null, random: number, picked: string | null]
  >([
    ['the first', ['a', 'b', 'c'], [], null, 0, 'a'],
    ['the last', ['a', 'b', 'c'], [], null, 0.999, 'c'],
    ['none that was done', ['a', 'b', 'c'], ['a', 'c'], null, 0.999, 'b'],
    ['not the same again', ['a', 'b'], [], 'a', 0, 'b'],
    ['the same again where it is the only one', ['a'], [], 'a', 0.5, 'a'],
    ['any where all were done', ['a', 'b'], ['a', 'b'], null, 0.5, 'b'],
    ['none of none', [], [], null, 0.5, null],
  ])('%s', (_what, ids, done, last, random, picked) => {
    expect(pickOne(ids, { done: new Set(done), last, random })).toBe(picked);
  });
});
