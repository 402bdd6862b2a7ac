import { expect, test } from 'vitest';
import {
  ageOf,
  type Standing,
  standingOf,
  type ViewRow,
} from '../../../../src/core/improvement/backlog-view/view-row.ts';
import { backlogView, movesWords, standingWords } from '../../../../src/site/strings/backlog.ts';
import { rowOf } from './view-rows.ts';

test.each<[string, Partial<ViewRow>, Standing, string]>([
  ['due yesterday', { due: '2018-06-09' }, { kind: 'late', days: 1 }, 'one day late'],
  ['due 18 days ago', { due: '2018-05-23' }, { kind: 'late', days: 18 }, '18 days late'],
  ['due a year ago', { due: '2017-06-10' }, { kind: 'late', days: 365 }, '365 days late'],
  ['due today', { due: '2018-06-10' }, { kind: 'ahead', days: 0 }, 'today'],
  ['due tomorrow', { due: '2018-06-11' }, { kind: 'ahead', days: 1 }, 'tomorrow'],
  ['due in 12 days', { due: '2018-06-22' }, { kind: 'ahead', days: 12 }, 'in 12 days'],
  ['undated', {}, { kind: 'undated' }, 'no date yet'],
  [
    'done late',
    { due: '2018-06-01', done: '2018-06-05' },
    { kind: 'done', on: '2018-06-05', late: 4 },
    'done 5 Jun 2018, 4 days late',
  ],
  [
    // 30 + 31 + 30 + 31 days of September to December, 31 + 28 + 31 of January to March, 27 of April: 239, 7.85 months.
    'done months late',
    { due: '2017-08-31', done: '2018-04-27' },
    { kind: 'done', on: '2018-04-27', late: 239 },
    'done 27 Apr 2018, 8 months late',
  ],
  [
    'done on its date',
    { due: '2018-06-05', done: '2018-06-05' },
    { kind: 'done', on: '2018-06-05', late: null },
    'done 5 Jun 2018',
  ],
  [
    'done without a date',
    { done: '2018-06-05' },
    { kind: 'done', on: '2018-06-05', late: null },
    'done 5 Jun 2018',
  ],
  ['dropped', { dropped: '2018-06-05' }, { kind: 'dropped', on: '2018-06-05' }, 'dropped 5 Jun 2018'],
])('on 10 June one %s', (_, part, standing, words) => {
  expect(standingOf(rowOf(part), '2018-06-10')).toEqual(standing);
  expect(standingWords(standing)).toBe(words);
});

test.each<[string, Partial<ViewRow>, number | null]>([
  // 20 days to the end of May, 10 of June.
  ['open: until today', { writtenOn: '2018-05-11' }, 30],
  ['done: until then', { writtenOn: '2018-05-11', done: '2018-05-18' }, 7],
  ['unknown since when', {}, null],
  ['written tomorrow by another clock', { writtenOn: '2018-06-11' }, 0],
])('age of one that is %s', (_, part, days) => {
  expect(ageOf(rowOf(part), '2018-06-10')).toBe(days);
});

test.each([
  [{ times: 3, days: 94 }, 'moved 3 times, 94 days in all'],
  [{ times: 1, days: 1 }, 'moved once, one day later'],
  [{ times: 2, days: -5 }, 'moved twice, 5 days earlier'],
  [{ times: 2, days: 0 }, 'moved twice'],
  [{ times: 2, days: null }, 'moved twice'],
])('moves %o: %s', (moves, words) => {
  expect(movesWords(moves)).toBe(words);
});

test.each([
  [{ total: 3, limit: null, over: 0 }, ''],
  [{ total: 3, limit: 4, over: 0 }, '3 of at most 4'],
  [{ total: 6, limit: 4, over: 2 }, '2 over the limit of 4'],
])('a column of the board with %o: “%s”', (column, words) => {
  expect(backlogView.limit(column)).toBe(words);
});
