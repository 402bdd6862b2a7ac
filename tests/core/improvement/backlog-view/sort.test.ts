import { expect, test } from 'vitest';
import { facetRows } from '../../../../src/core/improvement/backlog-view/filter.ts';
import {
  backlogOrder,
  type Column,
  columns,
  nextSort,
  sortRows,
} from '../../../../src/core/improvement/backlog-view/sort.ts';
import type { ViewRow } from '../../../../src/core/improvement/backlog-view/view-row.ts';
import { named, rowOf } from './view-rows.ts';

const today = '2018-06-10';

/** The titles a, b, c … of rows in their new order. */
function order(parts: Partial<ViewRow>[], column: Column | null, descending = false, day = today): string {
  const rows = parts.map((part, at) => rowOf({ title: 'abcdef'[at] ?? '', ...part }));
  return sortRows(
    backlogOrder(facetRows(rows, day), day),
    column === null ? null : { column, descending },
    day,
  )
    .map(({ at }) => 'abcdef'[at])
    .join('');
}

test.each<[Column, Partial<ViewRow>[], string, string]>([
  [
    'title',
    [{ title: 'zebra' }, { title: 'Ångström' }, { title: 'box 10' }, { title: 'box 9' }],
    'bdca',
    'acdb',
  ],
  [
    'postmortem',
    [
      { postmortem: { title: 'b', url: '', year: null } },
      { postmortem: { title: 'A', url: '', year: null } },
    ],
    'ba',
    'ab',
  ],
  // The order of the work: new, accepted, resolved, verified, closed.
  [
    'state',
    [{ state: 'verified' }, { done: '2018-01-01' }, { state: 'new' }, { state: 'accepted' }],
    'cdab',
    'badc',
  ],
  // The order of the meeting: detect, react, quick fix, prevent.
  ['question', [{ question: 'prevent' }, { question: 'detect' }, { question: 'quick-fix' }], 'bca', 'acb'],
  ['owner', [{ owner: named('Sam') }, {}, { owner: named('Ana') }], 'cab', 'acb'],
  ['team', [{ team: named('Support') }, {}, { team: named('Orders') }], 'cab', 'acb'],
  ['due', [{ due: '2018-07-01' }, {}, { due: '2017-12-31' }], 'cab', 'acb'],
  // 20 days, unknown, and 9 days: it was done on the 10th.
  ['age', [{ writtenOn: '2018-05-21' }, {}, { writtenOn: '2018-01-01', done: '2018-01-10' }], 'cab', 'acb'],
  ['severity', [{ severity: { level: 10, name: '' } }, { severity: { level: 2, name: '' } }], 'ba', 'ab'],
  [
    'system',
    [{ systems: [named('Fax'), named('Bus')] }, {}, { systems: [named('Bus'), named('Fax')] }],
    'cab',
    'acb',
  ],
  ['ticket', [{ ticket: 'OPS-100' }, {}, { ticket: 'OPS-99' }], 'cab', 'acb'],
  ['moved', [{ moves: { times: 1, days: 94 } }, {}, { moves: { times: 3, days: -5 } }], 'cab', 'acb'],
])('by %s: up, and down; rows without it stay last', (column, parts, up, down) => {
  expect([order(parts, column), order(parts, column, true)]).toEqual([up, down]);
});

test('every column can be sorted by, and loses no row', () => {
  for (const column of columns) expect([...order([{}, {}, {}], column)].toSorted().join('')).toBe('abc');
});

test('by itself: overdue, open, closed, dropped, as the day has it', () => {
  const parts = [
    { dropped: '2018-06-01' },
    { done: '2018-06-01' },
    { due: '2018-07-01' },
    { due: '2018-06-12', title: 'soon late' },
    {},
    { due: '2018-06-01' },
  ];
  expect(order(parts, null)).toBe('fdceba');
  expect(order(parts, null, false, '2018-06-13')).toBe('fdceba');
  // On 2 July the one of the 1st is late as well.
  expect(order([{ due: '2018-07-03' }, { due: '2018-07-01' }, {}], null, false, '2018-07-02')).toBe('bac');
});

test('equals stand in the order of the backlog, in both directions', () => {
  const parts = [{ done: '2018-01-01' }, { due: '2018-07-01' }, { due: '2018-06-01' }];
  expect([order(parts, 'severity'), order(parts, 'severity', true)]).toEqual(['cba', 'cba']);
});

test('a header goes up, down, and back to the order of the backlog', () => {
  const up = nextSort(null, 'due');
  const down = nextSort(up, 'due');
  expect([up, down, nextSort(down, 'due'), nextSort(down, 'age')]).toEqual([
    { column: 'due', descending: false },
    { column: 'due', descending: true },
    null,
    { column: 'age', descending: false },
  ]);
});
