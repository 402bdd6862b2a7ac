import { describe, expect, test } from 'vitest';
import {
  ageInDays,
  compareForBacklog,
  datesMet,
  doneLateBy,
  groupOf,
  isOpen,
  isOverdue,
  wasOpenOn,
} from '../../../src/core/improvement/backlog.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { improvementStates } from '../../../src/core/vocabulary.ts';

const today = '2018-06-01';
const none: Pick<Improvement, 'state' | 'due' | 'done' | 'dropped'> = {
  state: 'new',
  due: null,
  done: null,
  dropped: null,
};

describe('the backlog on 2018-06-01', () => {
  test('holds open whatever is neither closed nor dropped', () => {
    expect(improvementStates.filter((state) => isOpen({ state }))).toEqual([
      'new',
      'accepted',
      'resolved',
      'verified',
    ]);
  });

  test.each([
    ['new', '2018-05-31', true, 'overdue'],
    ['verified', '2018-05-31', true, 'overdue'],
    ['new', '2018-06-01', false, 'open'],
    ['new', null, false, 'open'],
    ['closed', '2018-05-31', false, 'closed'],
    ['dropped', '2018-05-31', false, 'dropped'],
  ] as const)('%s and due %s: overdue is %s', (state, due, overdue, group) => {
    expect(isOverdue({ state, due }, today)).toBe(overdue);
    expect(groupOf({ state, due }, today)).toBe(group);
  });

  test.each([
    [null, null, true],
    ['2018-06-02', null, true],
    ['2018-06-01', null, false],
    [null, '2018-05-31', false],
    [null, '2018-06-02', true],
  ])('done %s, dropped %s: still open that day is %s', (done, dropped, open) => {
    expect(wasOpenOn({ done, dropped }, today)).toBe(open);
  });

  test.each([
    ['2018-05-01', null, null, 31],
    ['2018-05-01', '2018-05-04', null, 3],
    ['2018-05-01', null, '2018-05-02', 1],
    ['2017-06-01', null, null, 365],
    ['2018-07-01', null, null, 0],
    [null, null, null, null],
  ])('written on %s, done %s, dropped %s: %s days old', (writtenOn, done, dropped, days) => {
    expect(ageInDays({ done, dropped }, writtenOn, today)).toBe(days);
  });

  test('counts dates met among the closed ones that had one', () => {
    const closed = { ...none, state: 'closed' } as const;
    expect(
      datesMet([
        { ...closed, due: '2018-05-01', done: '2018-05-01' },
        { ...closed, due: '2018-05-01', done: '2018-05-02' },
        { ...closed, done: '2018-05-02' },
        { ...none, due: '2018-05-01' },
        { ...none, state: 'dropped', due: '2018-05-01', dropped: '2018-04-01' },
      ]),
    ).toEqual({ met: 1, of: 2 });
    expect(datesMet([])).toEqual({ met: 0, of: 0 });
  });

  test('lists what is late first, then by date, then what has ended', () => {
    const rows = [
      { ...none, name: 'dropped', state: 'dropped' as const, dropped: '2018-05-01' },
      { ...none, name: 'closed early', state: 'closed' as const, done: '2018-05-01' },
      { ...none, name: 'no date' },
      { ...none, name: 'soon', due: '2018-06-02' },
      { ...none, name: 'closed late', state: 'closed' as const, done: '2018-05-20' },
      { ...none, name: 'no date either' },
      { ...none, name: 'late', due: '2018-05-31' },
      { ...none, name: 'very late', due: '2018-01-31' },
    ];
    expect(rows.toSorted(compareForBacklog(today)).map(({ name }) => name)).toEqual([
      'very late',
      'late',
      'soon',
      'no date',
      'no date either',
      'closed late',
      'closed early',
      'dropped',
    ]);
  });
});

test.each([
  ['2018-06-01', '2018-06-01', null],
  ['2018-06-01', '2018-05-30', null],
  ['2018-06-01', '2018-06-03', 2],
  [null, '2018-06-03', null],
  ['2018-06-01', null, null],
])('due %s and done %s: %s days late', (due, done, days) => {
  expect(doneLateBy({ due, done })).toBe(days);
});
