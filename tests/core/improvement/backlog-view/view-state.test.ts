import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byFacet,
  facetRows,
  facets,
  noFilters,
  optionsOf,
} from '../../../../src/core/improvement/backlog-view/filter.ts';
import { columns } from '../../../../src/core/improvement/backlog-view/sort.ts';
import {
  firstState,
  readState,
  toggled,
  type ViewState,
  views,
  writeState,
} from '../../../../src/core/improvement/backlog-view/view-state.ts';
import { named, rowOf } from './view-rows.ts';

const options = optionsOf(
  facetRows(
    [
      rowOf({ owner: named('Ana'), systems: [named('Fax')], tags: ['a b&c', 'größe'] }),
      rowOf({ owner: named('Sam'), team: named('Orders'), postmortem: { title: '', url: '', year: '2018' } }),
    ],
    '2018-06-10',
  ),
);
const read = (query: string) => readState(query, options);

describe('reading', () => {
  test.each<[string, Partial<Omit<ViewState, 'filters'>>, Partial<ViewState['filters']>]>([
    ['', {}, {}],
    ['?view=board', { view: 'board' }, {}],
    ['?sort=due', { sort: { column: 'due', descending: false } }, {}],
    ['?sort=-age', { sort: { column: 'age', descending: true } }, {}],
    ['?state=overdue', {}, { state: ['overdue'] }],
    ['?owner=ana&owner=sam&owner=ana', {}, { owner: ['ana', 'sam'] }],
    ['?owner=-', {}, { owner: ['-'] }],
    ['?q=+queue%20fax+', { words: 'queue fax' }, {}],
    ['?tag=a+b%26c&tag=gr%C3%B6%C3%9Fe', {}, { tag: ['a b&c', 'größe'] }],
    ['?utm_source=mail', {}, {}],
  ])('%s', (query, state, filters) => {
    expect(read(query)).toEqual({
      state: { ...firstState, ...state, filters: { ...noFilters, ...filters } },
      unknown: [],
    });
  });

  test('what means nothing is left out and named, and the rest holds', () => {
    expect(read('?view=pie&sort=-colour&owner=gone&owner=ana&severity=99&state=OPEN')).toEqual({
      state: { ...firstState, filters: { ...noFilters, owner: ['ana'] } },
      unknown: [
        { name: 'view', value: 'pie' },
        { name: 'sort', value: '-colour' },
        { name: 'state', value: 'OPEN' },
        { name: 'owner', value: 'gone' },
        { name: 'severity', value: '99' },
      ],
    });
  });

  test.each(['?%', '?owner=%E0%A4', '?__proto__=1', '??', '?owner', '?sort=--due', '?view=toString'])(
    'never fails on %s',
    (query) => {
      expect(read(query).state).toEqual(firstState);
    },
  );
});

test.each<[Partial<ViewState>, string]>([
  [{}, ''],
  [{ view: 'owner' }, '?view=owner'],
  [{ sort: { column: 'due', descending: true }, view: 'board' }, '?view=board&sort=-due'],
  [{ words: '  two words ' }, '?q=two+words'],
  [
    { filters: { ...noFilters, severity: ['1', '2'], state: ['overdue'] } },
    '?state=overdue&severity=1&severity=2',
  ],
])('writes %o as %s', (state, query) => {
  expect(writeState({ ...firstState, ...state })).toBe(query);
});

test('what is written is read again', () => {
  const state = fc.record<ViewState>({
    view: fc.constantFrom(...views),
    sort: fc.option(fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() })),
    words: fc.string({ unit: 'grapheme' }).map((words) => words.trim()),
    filters: fc.record(byFacet((facet) => fc.subarray(options[facet].map(({ value }) => value)))),
  });
  fc.assert(
    fc.property(state, (written) => {
      expect(read(writeState(written))).toEqual({ state: written, unknown: [] });
    }),
  );
});

test('a value is taken in, and out again, and no other facet changes', () => {
  const once = toggled(noFilters, 'owner', 'ana');
  expect(once).toEqual({ ...noFilters, owner: ['ana'] });
  expect(toggled(once, 'owner', 'sam').owner).toEqual(['ana', 'sam']);
  expect(toggled(once, 'owner', 'ana')).toEqual(noFilters);
  expect(facets.every((facet) => noFilters[facet].length === 0)).toBe(true);
});
