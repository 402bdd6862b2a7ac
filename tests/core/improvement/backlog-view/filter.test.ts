import { describe, expect, test } from 'vitest';
import {
  choose,
  type Facet,
  type Filters,
  facetRows,
  facets,
  noFilters,
  optionsOf,
} from '../../../../src/core/improvement/backlog-view/filter.ts';
import type { ViewRow } from '../../../../src/core/improvement/backlog-view/view-row.ts';
import { named, rowOf } from './view-rows.ts';

const today = '2018-06-10';
const valuesOf = (part: Partial<ViewRow>, facet: Facet) => facetRows([rowOf(part)], today)[0]?.values[facet];

test.each<[string, Partial<ViewRow>, string[], string[]]>([
  ['due yesterday', { due: '2018-06-09' }, ['open', 'overdue', 'new'], ['late']],
  ['due today', { due: '2018-06-10' }, ['open', 'new'], ['week', 'month']],
  ['due in 7 days', { due: '2018-06-17' }, ['open', 'new'], ['week', 'month']],
  ['due in 8 days', { due: '2018-06-18' }, ['open', 'new'], ['month']],
  // 20 days to the end of June, 10 of July.
  ['due in 30 days', { due: '2018-07-10' }, ['open', 'new'], ['month']],
  ['due in 31 days', { due: '2018-07-11' }, ['open', 'new'], ['later']],
  ['undated and accepted', { state: 'accepted' }, ['open', 'accepted'], ['-']],
  ['done late', { due: '2018-06-01', done: '2018-06-05' }, ['closed'], []],
  ['dropped', { due: '2018-06-01', dropped: '2018-06-05' }, ['dropped'], []],
])('on 10 June one that is %s has its states and its range', (_, part, states, range) => {
  expect([valuesOf(part, 'state'), valuesOf(part, 'due')]).toEqual([states, range]);
});

test.each<[Facet, Partial<ViewRow>, string[]]>([
  ['owner', { owner: named('Ana') }, ['ana']],
  ['owner', {}, ['-']],
  ['team', { team: named('Orders') }, ['orders']],
  ['system', { systems: [named('Fax'), named('Bus')] }, ['fax', 'bus']],
  ['system', {}, ['-']],
  ['tag', { tags: ['vendor', 'queue'] }, ['vendor', 'queue']],
  ['severity', { severity: { level: 1, name: 'Down' } }, ['1']],
  ['year', { postmortem: { title: '', url: '', year: '2017' } }, ['2017']],
  ['year', {}, ['-']],
  ['question', { question: 'prevent' }, ['prevent']],
])('the %s of %o', (facet, part, values) => {
  expect(valuesOf(part, facet)).toEqual(values);
});

describe('choosing', () => {
  const rows = facetRows(
    [
      rowOf({ title: 'Page on-duty', owner: named('Ana'), team: named('Orders'), due: '2018-06-01' }),
      rowOf({ title: 'Count failures', owner: named('Ana'), team: named('Orders'), due: '2018-07-01' }),
      rowOf({ title: 'Second provider', owner: named('Sam'), team: named('Orders'), ticket: 'OPS-142' }),
      rowOf({ title: 'Rehearse', systems: [named('Fax')], done: '2018-05-01' }),
    ],
    today,
  );
  const chosen = (filters: Partial<Filters>, words = '') => choose(rows, { ...noFilters, ...filters }, words);
  const titles = (filters: Partial<Filters>, words = '') =>
    chosen(filters, words).shown.map(({ row }) => row.title);

  test.each<[string, Partial<Filters>, string, string[]]>([
    ['nothing asked', {}, '', ['Page on-duty', 'Count failures', 'Second provider', 'Rehearse']],
    ['one owner', { owner: ['ana'] }, '', ['Page on-duty', 'Count failures']],
    ['two owners', { owner: ['ana', 'sam'] }, '', ['Page on-duty', 'Count failures', 'Second provider']],
    ['an owner and late', { owner: ['ana'], state: ['overdue'] }, '', ['Page on-duty']],
    ['nobody’s', { owner: ['-'] }, '', ['Rehearse']],
    ['an owner who has nothing late', { owner: ['sam'], due: ['late'] }, '', []],
    ['words in any order and case', {}, 'FAILURES count', ['Count failures']],
    ['a ticket', {}, 'ops-142', ['Second provider']],
    ['a handle', {}, '@ana', ['Page on-duty', 'Count failures']],
    ['a system', {}, 'fax', ['Page on-duty', 'Count failures', 'Second provider', 'Rehearse']],
    ['words that are not there', {}, 'xyzzy', []],
    ['blanks', {}, '   ', ['Page on-duty', 'Count failures', 'Second provider', 'Rehearse']],
  ])('%s', (_, filters, words, expected) => {
    expect(titles(filters, words)).toEqual(expected);
  });

  test('counts a facet as if nothing were asked of it, and all others as they are', () => {
    const { counts } = chosen({ owner: ['ana'], state: ['overdue'] });
    // Of what is overdue Ana has one; Sam and nobody have none.
    expect(Object.fromEntries(counts.owner)).toEqual({ ana: 1 });
    // Ana has two, both open and new, one of them overdue.
    expect(Object.fromEntries(counts.state)).toEqual({ open: 2, new: 2, overdue: 1 });
    // The rows that are shown.
    expect(Object.fromEntries(counts.team)).toEqual({ orders: 1 });
  });

  test('counts only what the words leave', () => {
    expect(Object.fromEntries(chosen({}, 'provider').counts.owner)).toEqual({ sam: 1 });
  });

  test('a count is what choosing that value alone would show', () => {
    for (const facet of facets)
      for (const [value, count] of chosen({}).counts[facet])
        expect([facet, value, titles({ [facet]: [value] }).length]).toEqual([facet, value, count]);
  });

  test('options are whole lists, or what the rows have, by name, without one last', () => {
    const options = optionsOf(rows);
    expect(options.owner).toEqual([
      { value: 'ana', name: 'Ana' },
      { value: 'sam', name: 'Sam' },
      { value: '-', name: null },
    ]);
    expect(options.due.map(({ value }) => value)).toEqual(['late', 'week', 'month', 'later', '-']);
    expect(options.state[1]).toEqual({ value: 'overdue', name: null });
    expect(options.system).toEqual([
      { value: 'fax', name: 'Fax' },
      { value: '-', name: null },
    ]);
  });

  test('years come newest first, severities the worst first', () => {
    const of = (year: string | null, level: number) =>
      rowOf({ postmortem: { title: '', url: '', year }, severity: { level, name: `Level ${level}` } });
    const options = optionsOf(facetRows([of('2017', 10), of(null, 2), of('2019', 1)], today));
    expect(options.year.map(({ value }) => value)).toEqual(['2019', '2017', '-']);
    expect(options.severity.map(({ value }) => value)).toEqual(['1', '2', '10']);
  });
});
