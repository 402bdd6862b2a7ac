import { describe, expect, test } from 'vitest';
import { facetRows } from '../../../../src/core/improvement/backlog-view/filter.ts';
import {
  boardOf,
  groupByOwner,
  groupByQuestion,
} from '../../../../src/core/improvement/backlog-view/group.ts';
import type { ViewRow } from '../../../../src/core/improvement/backlog-view/view-row.ts';
import { named, rowOf } from './view-rows.ts';

const rowsOf = (...parts: Partial<ViewRow>[]) => facetRows(parts.map(rowOf), '2018-06-10');
const late = { due: '2018-06-01' };
const done = { done: '2018-06-01' };

test('owners: most late first, then most open, then by name, nobody after equals', () => {
  const [ana, sam, mei, zoe] = ['Ana', 'Sam', 'Mei', 'Zoe'].map((name) => ({ owner: named(name) }));
  const groups = groupByOwner(
    rowsOf({ ...zoe }, {}, { ...ana }, { ...mei, ...late }, { ...sam }, { ...sam, ...done }, { ...sam }),
  );
  expect(
    groups.map(({ owner, rows, open, late: lateOnes }) => [owner?.name ?? null, rows.length, open, lateOnes]),
  ).toEqual([
    ['Mei', 1, 1, 1],
    ['Sam', 3, 2, 0],
    ['Ana', 1, 1, 0],
    ['Zoe', 1, 1, 0],
    [null, 1, 1, 0],
  ]);
});

test('questions: in the order of the meeting, only those that have rows, which keep their order', () => {
  const groups = groupByQuestion(
    rowsOf(
      { question: 'prevent', title: 'b' },
      { question: 'detect', ...late },
      { question: 'prevent', title: 'a' },
    ),
  );
  expect(
    groups.map(({ question, open, late: lateOnes, rows }) => [
      question,
      open,
      lateOnes,
      rows.map(({ row }) => row.title),
    ]),
  ).toEqual([
    ['detect', 1, 1, ['Watch the queue']],
    ['prevent', 2, 0, ['b', 'a']],
  ]);
});

describe('the board', () => {
  const all = rowsOf({}, { state: 'accepted' }, { state: 'accepted' }, { state: 'accepted' }, done, {
    dropped: '2018-06-01',
  });

  test('goes from new to closed, and dropped stands apart at the end', () => {
    expect(boardOf(all, all, {}).map(({ state, rows }) => `${state} ${rows.length}`)).toEqual([
      'new 1',
      'accepted 3',
      'resolved 0',
      'verified 0',
      'closed 1',
      'dropped 1',
    ]);
  });

  test.each([
    [{}, null, 0],
    [{ accepted: 4 }, 4, 0],
    [{ accepted: 3 }, 3, 0],
    // 3 against 2.
    [{ accepted: 2 }, 2, 1],
  ])('with the limits %o three accepted ones: limit %s, over by %i', (limits, limit, over) => {
    expect(boardOf(all, all, limits)[1]).toMatchObject({ total: 3, limit, over });
  });

  test('a limit counts the whole backlog, also where less of it is looked at', () => {
    expect(boardOf(all.slice(0, 2), all, { accepted: 2 })[1]).toMatchObject({
      rows: [expect.anything()],
      total: 3,
      over: 1,
    });
  });
});
