import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/metrics/year-so-far.ts';
import { toldNote, toldText, verdictText } from '../../../src/site/strings/year-so-far.ts';
import { postmortemOf } from '../../support/sample-catalog.ts';
import { incident, pageOn } from './figure-on.ts';

const told = (comparisons: Comparison[], id: Comparison['id']) => {
  const comparison = comparisons.find((one) => one.id === id);
  if (comparison === undefined) throw new Error(`no ${id}`);
  return comparison;
};

/** One that began at 10:00, noticed and mitigated after so many minutes. */
const on = (
  day: string,
  detect: number,
  mitigate: number,
  raisedBy: 'system' | 'customer',
  effort: number | null,
) =>
  incident({
    id: day,
    raisedBy,
    effort,
    marks: {
      started: `${day} 10:00`,
      detected: `${day} 10:${String(detect).padStart(2, '0')}`,
      mitigated: `${day} 10:${String(mitigate).padStart(2, '0')}`,
    },
  });

describe('a year up to 21 November 2026, beside the one before up to the same day', () => {
  const { now, before, comparisons } = pageOn('2026-11-21', [
    on('2026-11-21', 20, 30, 'system', 600),
    on('2026-03-01', 10, 20, 'system', null),
    on('2026-01-01', 30, 40, 'customer', 60),
    // After the day: not to be measured by.
    on('2025-11-22', 1, 2, 'system', 6000),
    on('2025-11-21', 5, 50, 'customer', 60),
    on('2025-06-01', 6, 50, 'customer', 60),
    on('2025-01-01', 7, 50, 'customer', 60),
    postmortemOf({ id: 'retold', date: '2026-05-05', systems: [], tags: ['elsewhere'] }),
  ]).yearSoFar;

  test('spans both to the day', () => {
    expect({ now, before }).toEqual({
      now: { from: '2026-01-01', to: '2026-11-21' },
      before: { from: '2025-01-01', to: '2025-11-21' },
    });
  });

  test.each<[Comparison['id'], string, string, string]>([
    ['severity', '3', '3', 'as before'],
    // The middle of 10, 20 and 30; of 5, 6 and 7.
    ['detect', '20 min', '6 min', 'worse'],
    ['mitigate', '30 min', '50 min', 'better'],
    // 600 + 60 minutes; 60 + 60 + 60.
    ['effort', '11 hours', '3 hours', 'more'],
    ['system-first', '2 of 3', '0 of 3', 'better'],
  ])('%s: %s after %s is %s', (id, this_, last, verdict) => {
    const comparison = told(comparisons, id);
    expect([toldText(comparison.now), toldText(comparison.before), verdictText(comparison)]).toEqual([
      this_,
      last,
      verdict,
    ]);
  });

  test('says of how many incidents the hours are known', () => {
    expect(toldNote(told(comparisons, 'effort').now, true)).toBe('written down for 2 of 3');
  });
});

test('dates met and what is open, each as it stood on its day', () => {
  const improvements = [
    { title: 'In time', due: '2026-02-01', done: '2026-01-15' },
    { title: 'In time, too', due: '2026-03-01', done: '2026-03-01' },
    { title: 'Too late', due: '2026-02-01', done: '2026-04-01' },
    { title: 'Late now', due: '2026-05-01' },
    { title: 'Still to come', due: '2026-12-01' },
    // Its date had passed on 21 November 2025, and it was done after that day.
    { title: 'Late then', due: '2025-11-01', done: '2025-12-24' },
    { title: 'In time then', due: '2025-06-01', done: '2025-05-01' },
  ];
  const { comparisons } = pageOn('2026-11-21', [
    postmortemOf({ id: 'a', date: '2025-01-01', reviewedOn: '2025-01-02', improvements }),
  ]).yearSoFar;
  const dates = told(comparisons, 'dates-met');
  expect(dates).toEqual({
    id: 'dates-met',
    now: { kind: 'dates', part: 2, of: 3, late: 1 },
    before: { kind: 'dates', part: 1, of: 2, late: 1 },
    // Two cases make no share.
    verdict: null,
  });
  expect([toldNote(dates.now, true), toldNote(dates.before, false), verdictText(dates)]).toEqual([
    'and 1 is late now',
    'and 1 was late that day',
    'too few to say',
  ]);
  // All seven were written down in 2025: six were open on that day, as one was done; two are now.
  expect(told(comparisons, 'backlog')).toMatchObject({
    now: { count: 2 },
    before: { count: 6 },
    verdict: 'fewer',
  });
});

test('where nothing was known a year ago there is nothing to compare', () => {
  const { comparisons } = pageOn('2026-11-21', [postmortemOf({ id: 'a', date: '2026-01-05' })]).yearSoFar;
  expect(comparisons.map(({ before, verdict }) => [before, verdict])).toEqual(
    Array.from({ length: 7 }, () => [null, null]),
  );
  expect(verdictText(comparisons[0] as Comparison)).toBe('no year before');
  expect(toldText(told(comparisons, 'detect').now)).toBe('too few');
});

test('29 February is measured by the 28th of the year before', () => {
  expect(pageOn('2028-02-29', []).yearSoFar.before).toEqual({ from: '2027-01-01', to: '2027-02-28' });
});
