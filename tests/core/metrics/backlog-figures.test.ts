import { describe, expect, test } from 'vitest';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { cellsOf, figureIn, incident, pageOn, pagesOf, valuesOf } from './figure-on.ts';

const today = '2026-04-30';
const written = (on: string | null, ...improvements: Partial<Improvement>[]) =>
  incident({ id: `on-${on}`, date: on, improvements });

describe('the backlog over time', () => {
  const page = pageOn(today, [
    written(
      '2026-01-10',
      { title: 'Done', done: '2026-02-01' },
      { title: 'Dropped', dropped: '2026-02-01' },
      { title: 'Open' },
    ),
    // Done two days before the meeting that wrote it down.
    incident({
      id: 'fixed',
      date: '2026-04-01',
      reviewedOn: '2026-04-05',
      improvements: [
        { title: 'At once', done: '2026-04-03' },
        { title: 'Late', due: '2026-04-29' },
      ],
    }),
    written(null, { title: 'Since when' }),
  ]);
  const { chart, reading, n, of, table } = figureIn(page, 'backlog');

  test('has a step a day on which something changed, up to today; open is created less closed and dropped', () => {
    expect(chart?.steps.map(({ on, values }) => [on, ...Object.values(values)])).toEqual([
      // Created, closed, dropped, open.
      ['2026-01-10', 3, 0, 0, 3],
      ['2026-02-01', 3, 1, 1, 1],
      ['2026-04-03', 4, 2, 1, 1],
      ['2026-04-05', 5, 2, 1, 2],
      ['2026-04-30', 5, 2, 1, 2],
    ]);
    expect(chart?.series).toEqual(['created', 'closed', 'dropped', 'open']);
  });

  test('says what there is, and what changed lately; five of the six have a day', () => {
    expect(reading).toEqual({
      created: 5,
      closed: 2,
      dropped: 1,
      open: 2,
      overdue: 1,
      latest: {
        period: { key: '2026-04', from: '2026-04-01', to: '2026-04-30' },
        created: 2,
        closed: 1,
        dropped: 0,
        open: 2,
      },
      previous: {
        period: { key: '2026-03', from: '2026-03-01', to: '2026-03-31' },
        created: 0,
        closed: 0,
        dropped: 0,
        open: 1,
      },
    });
    expect([n, of]).toEqual([5, 6]);
  });

  test('has a table by month, with what is open at its end and each improvement that changed once', () => {
    expect(cellsOf(table)).toEqual([
      ['2026-01', 3, 0, 0, 3],
      ['2026-02', 0, 1, 1, 1],
      ['2026-03', 0, 0, 0, 1],
      ['2026-04', 2, 1, 0, 2],
    ]);
    expect(table.rows[3]?.sources).toEqual([
      { text: 'At once', url: '/postmortems/fixed/#at-once' },
      { text: 'Late', url: '/postmortems/fixed/#late' },
    ]);
  });
});

describe('dates met', () => {
  const page = pageOn(today, [
    written(
      '2026-01-01',
      { title: 'On the day', due: '2026-01-31', done: '2026-01-31' },
      // Met in January, though its date was in June.
      { title: 'Early', due: '2026-06-01', done: '2026-01-15' },
      // Missed in February, though done in April.
      { title: 'Late', due: '2026-02-10', done: '2026-04-01' },
      { title: 'Overdue', due: '2026-04-29' },
      { title: 'Due today', due: '2026-04-30' },
      { title: 'Dropped', due: '2026-02-01', dropped: '2026-01-20' },
      { title: 'Closed without a date', done: '2026-01-20' },
      { title: 'Open without a date' },
    ),
  ]);
  const { chart, reading, n, of, table } = figureIn(page, 'dates-met');

  test('are 2 of the 3 closed ones with a date; one more is overdue', () => {
    expect(reading).toMatchObject({ met: 2, closed: 3, overdue: 1 });
    // Of the four closed and the overdue one, one had no date.
    expect([n, of]).toEqual([4, 5]);
  });

  test('stand in the month in which a date was met or passed', () => {
    expect(valuesOf(chart)).toEqual({ met: [2, 0, 0, 0], late: [0, 1, 0, 0], overdue: [0, 0, 0, 1] });
    expect(pagesOf(chart)?.['met']?.[0]).toEqual(['On the day', 'Early']);
  });

  test('tell of no month in which fewer than three were closed', () => {
    expect(reading).toMatchObject({ latest: null, previous: null });
  });

  test('name no share of fewer than three', () => {
    expect(cellsOf(table)).toEqual([
      ['2026-01', 2, 0, 0, null],
      ['2026-02', 0, 1, 0, null],
      ['2026-03', 0, 0, 0, null],
      ['2026-04', 0, 0, 1, null],
    ]);
    const many = written(
      '2026-04-01',
      ...['08', '09', '10', '11'].map((day) => ({ title: day, due: '2026-04-10', done: `2026-04-${day}` })),
    );
    // The 11th was late.
    expect(cellsOf(figureIn(pageOn(today, [many]), 'dates-met').table)).toEqual([
      ['2026-04', 3, 1, 0, 3 / 4],
    ]);
  });

  test('count what claims to be done tomorrow as done today, so that no figure forgets it', () => {
    const hasty = ['a', 'b', 'c'].map((title) => ({ title, due: '2026-05-20', done: '2026-05-01' }));
    const { chart, reading } = figureIn(pageOn(today, [written('2026-04-01', ...hasty)]), 'dates-met');
    expect(valuesOf(chart)?.['met']).toEqual([3]);
    expect(reading).toMatchObject({ met: 3, closed: 3 });
  });

  test('say nothing of two', () => {
    const two = written(
      '2026-04-01',
      { title: 'a', due: today, done: today },
      { title: 'b', due: '2026-04-02' },
    );
    expect(figureIn(pageOn(today, [two]), 'dates-met')).toMatchObject({
      n: 2,
      of: 2,
      chart: null,
      reading: null,
    });
  });
});

describe('the age of what is open', () => {
  const page = pageOn(today, [
    written('2026-04-30', { title: 'Of today', due: '2026-05-30' }),
    written('2026-03-31', { title: '30 days' }),
    written('2026-03-30', { title: '31 days', due: '2026-04-29' }),
    written('2025-04-30', { title: '365 days', due: '2026-12-01' }),
    written('2025-04-29', { title: '366 days' }, { title: 'Done', done: '2026-01-01' }),
    written(null, { title: 'Since when' }),
  ]);
  const { chart, reading, n, of, table } = figureIn(page, 'age');

  test('is sorted into buckets, the late ones apart', () => {
    expect(valuesOf(chart)).toEqual({
      overdue: [0, 1, 0, 0, 0],
      due: [1, 0, 0, 1, 0],
      undated: [1, 0, 0, 0, 1],
    });
    expect(cellsOf(table)).toEqual([
      ['0-30', 0, 1, 1, 2],
      ['31-90', 1, 0, 0, 1],
      ['91-180', 0, 0, 0, 0],
      ['181-365', 0, 1, 0, 1],
      ['366-', 0, 0, 1, 1],
    ]);
  });

  test('is 31 days in the middle of 0, 30, 31, 365 and 366; the oldest is named', () => {
    expect(reading).toEqual({
      median: 31,
      oldest: { days: 366, source: { text: '366 days', url: '/postmortems/on-2025-04-29/#366-days' } },
      overAYear: 1,
    });
    expect([n, of]).toEqual([5, 6]);
  });

  test('has no median of two', () => {
    const two = pageOn(today, [written('2026-04-28', { title: 'a' }, { title: 'b' })]);
    expect(figureIn(two, 'age').reading).toMatchObject({ median: null, oldest: { days: 2 } });
  });
});
