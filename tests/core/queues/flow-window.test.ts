import { expect, test } from 'vitest';
import { flowWindow } from '../../../src/core/queues/flow-window.ts';

const days = (count: number, day: string): string[] => Array.from({ length: count }, () => day);

test('twelve months, of which the last is running', () => {
  const { unit, periods } = flowWindow([], '2026-02-10');
  expect(unit).toBe('month');
  expect(periods).toHaveLength(12);
  expect(periods[0]).toEqual({ from: '2025-03-01', to: '2025-03-31' });
  expect(periods.at(-1)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

test('from eight things a week on, 96 in twelve weeks, it is weeks, which begin on Monday', () => {
  // 2026-11-21 is a Saturday; the Monday before is the 16th, and the first of twelve lies 77 days before that.
  expect(flowWindow(days(95, '2026-11-20'), '2026-11-21').unit).toBe('month');
  const { unit, periods } = flowWindow(days(96, '2026-11-20'), '2026-11-21');
  expect(unit).toBe('week');
  expect(periods).toHaveLength(12);
  expect(periods[0]).toEqual({ from: '2026-08-31', to: '2026-09-06' });
  expect(periods.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
});

test('what lies before the twelve weeks makes no week a busy one', () => {
  expect(flowWindow(days(500, '2026-08-30'), '2026-11-21').unit).toBe('month');
});

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
])('%s is in the week of %s', (today, monday) => {
  expect(flowWindow(days(96, today), today).periods.at(-1)?.from).toBe(monday);
});

test('no period leaves a gap, and today is in the last one', () => {
  for (const today of ['2024-02-29', '2025-01-01', '2026-12-31'])
    for (const count of [0, 100]) {
      const { periods } = flowWindow(days(count, today), today);
      for (const [at, { from }] of periods.entries()) {
        const before = periods[at - 1];
        if (before !== undefined) expect(Date.parse(from) - Date.parse(before.to)).toBe(24 * 60 * 60 * 1000);
      }
      const last = periods.at(-1);
      expect(last !== undefined && last.from <= today && today <= last.to).toBe(true);
    }
});
