import { describe, expect, test } from 'vitest';
import type { BacklogItem } from '../../../src/core/catalog/catalog.ts';
import { weekOf } from '../../../src/core/catalog/week.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const titles = (items: BacklogItem[]): string[] => items.map(({ improvement }) => improvement.title);

/** The week of a backlog, all of it from one meeting. */
function weekWith(improvements: Partial<Improvement>[], reviewedOn = '2018-01-01') {
  const { catalog } = catalogOf([postmortemOf({ id: 'a', reviewedOn, improvements })]);
  return weekOf(catalog.backlog, '2018-06-10');
}

describe('on 10 June', () => {
  test('the week began on 3 June, and soon ends on 24 June', () => {
    expect(weekWith([])).toEqual({
      since: '2018-06-03',
      soonUntil: '2018-06-24',
      late: [],
      dueSoon: [],
      written: [],
      done: [],
      dropped: [],
    });
  });

  test('late is what was due before today, the longest first', () => {
    const { late } = weekWith([
      { title: 'yesterday', due: '2018-06-09' },
      { title: 'today', due: '2018-06-10' },
      { title: 'last year', due: '2017-06-10' },
      { title: 'done late', due: '2018-06-01', done: '2018-06-05' },
      { title: 'undated' },
    ]);
    expect(titles(late)).toEqual(['last year', 'yesterday']);
  });

  test('due soon is what is due from today until the end of the fourteenth day', () => {
    const { dueSoon } = weekWith([
      { title: 'in fourteen days', due: '2018-06-24' },
      { title: 'in fifteen days', due: '2018-06-25' },
      { title: 'yesterday', due: '2018-06-09' },
      { title: 'today', due: '2018-06-10' },
      { title: 'done early', due: '2018-06-12', done: '2018-06-01' },
      { title: 'dropped', due: '2018-06-12', dropped: '2018-06-01' },
    ]);
    expect(titles(dueSoon)).toEqual(['today', 'in fourteen days']);
  });

  test('done and dropped are of the last seven days, the latest first', () => {
    const { done, dropped } = weekWith([
      { title: 'done seven days ago', done: '2018-06-03' },
      { title: 'done eight days ago', done: '2018-06-02' },
      { title: 'done today', done: '2018-06-10' },
      { title: 'done tomorrow', done: '2018-06-11' },
      { title: 'dropped seven days ago', dropped: '2018-06-03' },
      { title: 'dropped eight days ago', dropped: '2018-06-02' },
    ]);
    expect(titles(done)).toEqual(['done today', 'done seven days ago']);
    expect(titles(dropped)).toEqual(['dropped seven days ago']);
  });

  test.each([
    ['2018-06-02', []],
    ['2018-06-03', ['open', 'done', 'dropped']],
    ['2018-06-10', ['open', 'done', 'dropped']],
    ['2018-06-11', []],
  ])('of a meeting on %s new is %j, whatever became of it', (reviewedOn, expected) => {
    const { written } = weekWith(
      [{ title: 'open' }, { title: 'done', done: '2018-06-05' }, { title: 'dropped', dropped: '2018-06-05' }],
      reviewedOn,
    );
    expect(titles(written)).toEqual(expected);
  });

  test('new is of the latest meeting first, and of its incident’s day where none was held', () => {
    const { catalog } = catalogOf([
      postmortemOf({ id: 'c', date: '2018-06-09', reviewedOn: '2018-06-04', improvements: [{ title: 'c' }] }),
      postmortemOf({ id: 'b', date: '2018-06-08', improvements: [{ title: 'b' }] }),
      postmortemOf({ id: 'a', date: '2018-05-01', reviewedOn: '2018-06-09', improvements: [{ title: 'a' }] }),
      postmortemOf({ id: 'nobody knows', improvements: [{ title: 'd' }] }),
    ]);
    expect(titles(weekOf(catalog.backlog, '2018-06-10').written)).toEqual(['a', 'b', 'c']);
  });
});
