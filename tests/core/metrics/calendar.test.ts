import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byPeriod, calendarOf, daysSoFar } from '../../../src/core/metrics/calendar.ts';
import { addDays } from '../../../src/core/time/dates.ts';

describe('a calendar', () => {
  test.each([
    // A day, a month, 16 months: months.
    ['2026-11-21', '2026-11-21', 'month', 1, '2026-11', '2026-11'],
    ['2026-11-30', '2026-12-01', 'month', 2, '2026-11', '2026-12'],
    ['2025-08-31', '2026-11-01', 'month', 16, '2025-08', '2026-11'],
    // July 2025 makes 17 months, which are 6 quarters.
    ['2025-07-31', '2026-11-01', 'quarter', 6, '2025-Q3', '2026-Q4'],
    // 16 quarters are four years.
    ['2023-01-01', '2026-12-31', 'quarter', 16, '2023-Q1', '2026-Q4'],
    // The last day of 2022 makes 17 quarters, which touch 5 years.
    ['2022-12-31', '2026-12-31', 'year', 5, '2022', '2026'],
    ['2018-05-04', '2026-11-21', 'year', 9, '2018', '2026'],
    ['1996-01-01', '2026-11-21', 'year', 31, '1996', '2026'],
  ] as const)(
    'from %s to %s counts in %ss, %i of them, from %s to %s',
    (from, to, unit, count, first, last) => {
      const calendar = calendarOf(from, to);
      expect(calendar.unit).toBe(unit);
      expect(calendar.periods).toHaveLength(count);
      expect([calendar.periods[0]?.key, calendar.periods.at(-1)?.key]).toEqual([first, last]);
    },
  );

  test.each([
    ['2024-01-20', '2024-03-01', 1, { key: '2024-02', from: '2024-02-01', to: '2024-02-29' }],
    ['2024-12-01', '2026-11-01', 0, { key: '2024-Q4', from: '2024-10-01', to: '2024-12-31' }],
    ['2018-12-01', '2026-11-01', 1, { key: '2019', from: '2019-01-01', to: '2019-12-31' }],
  ])('from %s to %s, period %i has its first and last day', (from, to, at, period) => {
    expect(calendarOf(from, to).periods[at]).toEqual(period);
  });

  test('leaves out days before its first and after its last period, and keeps empty ones', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-03-01', '2026-04-01'];
    expect(byPeriod(calendarOf('2026-01-15', '2026-03-15'), days, (day) => day)).toEqual([
      ['2026-01-01', '2026-01-31'],
      [],
      ['2026-03-01'],
    ]);
  });

  test.each([
    ['2026-11-21', 21],
    ['2026-11-01', 1],
    ['2026-11-30', 30],
    ['2026-12-24', 30],
    ['2026-10-31', 0],
  ])('on %s, %i days of November have begun', (today, days) => {
    expect(daysSoFar({ key: '2026-11', from: '2026-11-01', to: '2026-11-30' }, today)).toBe(days);
  });

  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));

  test('has every day between its ends in exactly one period, and periods without gaps', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from, between, to] = [a, b, c].sort() as [string, string, string];
        const { periods, indexOf } = calendarOf(from, to);
        const holding = periods.filter((period) => period.from <= between && between <= period.to);
        expect(holding).toEqual([periods[indexOf(between)]]);
        for (const [at, period] of periods.slice(1).entries())
          expect(period.from).toBe(addDays(periods[at]?.to ?? '', 1));
        expect(indexOf(to)).toBe(periods.length - 1);
      }),
    );
  });
});
