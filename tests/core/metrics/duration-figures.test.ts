import { describe, expect, test } from 'vitest';
import { settings } from '../../support/sample-catalog.ts';
import { cellsOf, figureIn, incident, pageOn } from './figure-on.ts';

const today = '2026-03-20';

describe('durations', () => {
  const page = pageOn(today, [
    incident({
      id: 'exact',
      marks: { started: '2026-01-10 08:00', detected: '09:00', resolved: '12:00' },
    }),
    incident({
      id: 'ranged',
      severity: 2,
      marks: { started: '2026-01-20 08:00–08:20', detected: '08:30', resolved: '2026-01-22 08:00' },
    }),
    incident({ id: 'about', marks: { started: '2026-01-30 10:00', detected: '~10:05' } }),
    incident({ id: 'undetected', marks: { started: '2026-03-01 10:00' } }),
    incident({ id: 'burning', status: 'open', marks: { started: '2026-03-19 10:00', detected: '12:00' } }),
    incident({ id: 'timeless', date: '2026-03-02' }),
    incident({ id: 'some-day' }),
  ]);

  test('to detect are the dots 60, 10 to 30, about 5 and 120 minutes; their median is of 5, 20, 60, 120: 40', () => {
    const { chart, reading, n, of } = figureIn(page, 'detect');
    expect(chart?.dots.map(({ on, min, max, approximate }) => [on, min, max, approximate])).toEqual([
      ['2026-01-10', 60, 60, false],
      ['2026-01-20', 10, 30, false],
      ['2026-01-30', 5, 5, true],
      ['2026-03-19', 120, 120, false],
    ]);
    expect(reading).toMatchObject({
      median: 40,
      approximate: 1,
      longest: { min: 120, max: 120, source: { url: '/postmortems/burning/' } },
    });
    // The four, of all seven: one has no such mark, one no timeline, one not even a day.
    expect([n, of]).toEqual([4, 7]);
  });

  test('have a median a month where three cases have a figure, and a gap where they have not', () => {
    const { chart, reading } = figureIn(page, 'detect');
    expect(chart?.medians.map(({ period, value, n, of }) => [period.key, value, n, of])).toEqual([
      // Of 60, 20 and 5.
      ['2026-01', 20, 3, 3],
      ['2026-02', null, 0, 0],
      ['2026-03', null, 1, 3],
    ]);
    expect(reading).toMatchObject({
      latest: { period: { key: '2026-01' }, median: 20, n: 3 },
      previous: null,
    });
  });

  test('to resolve: two of the six that are over are too few; the fire that burns could not have one', () => {
    expect(figureIn(page, 'resolve')).toMatchObject({
      n: 2,
      of: 6,
      needs: 3,
      chart: null,
      reading: null,
      definition: { from: 'started', to: 'resolved' },
    });
    // 2 days are 2880 minutes, 20 fewer where it started at the end of its range.
    expect(cellsOf(figureIn(page, 'resolve').table)).toEqual([
      ['2026-01-20', 'Title of ranged', 2, { min: 2860, max: 2880, approximate: false }],
      ['2026-01-10', 'Title of exact', 1, { min: 240, max: 240, approximate: false }],
    ]);
  });

  test.each([
    ['detect', 'detected'],
    ['respond', 'responded'],
    ['mitigate', 'mitigated'],
    ['resolve', 'resolved'],
  ] as const)('to %s are taken from started to %s', (id, mark) => {
    const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
    const marked = days.map((day, at) =>
      incident({ id: day, marks: { started: `${day} 08:00`, [mark]: `08:0${at + 1}` } }),
    );
    expect(figureIn(pageOn(today, marked), id)).toMatchObject({
      n: 3,
      of: 3,
      reading: { median: 2 },
      definition: { from: 'started', to: mark },
    });
  });
});

describe('time to review', () => {
  const reviewed = (id: string, severity: number, resolved: string, reviewedOn: string) =>
    incident({ id, severity, reviewedOn, marks: { started: '2026-01-01 08:00', resolved } });
  const levels = settings.severities.map((level) =>
    level.level === 2 ? { ...level, postmortemDays: 14 } : level,
  );
  const page = pageOn(
    today,
    [
      // 7 days of 7: in time.
      reviewed('a', 1, '2026-01-02 23:00', '2026-01-09'),
      // 8 or 9 days of 14: in time.
      reviewed('b', 2, '2026-01-09 23:30–00:30', '2026-01-18'),
      // 8 days of 7: late.
      reviewed('c', 1, '2026-02-02 10:00', '2026-02-10'),
      // Severity 3 asks for nothing.
      reviewed('d', 3, '2026-02-02 10:00', '2026-03-10'),
      // The meeting came before the end.
      reviewed('e', 2, '2026-02-12 10:00', '2026-02-10'),
      incident({ id: 'no-end', reviewedOn: '2026-02-11', marks: { started: '2026-01-01 08:00' } }),
      incident({ id: 'elsewhere', tags: ['elsewhere'], reviewedOn: '2026-02-11', date: '2017-01-01' }),
      // Should have been reviewed by 2026-03-19.
      incident({
        id: 'waits',
        status: 'resolved',
        marks: { started: '2026-03-12 08:00', resolved: '09:00' },
      }),
      // Has until today.
      incident({
        id: 'has-time',
        status: 'resolved',
        marks: { started: '2026-03-13 08:00', resolved: '09:00' },
      }),
    ],
    { settings: { severities: levels } },
  );
  const { chart, reading, n, of, definition, table } = figureIn(page, 'review');

  test('is 7, 8 to 9, 8, 36 and 0 days; the median of 0, 7, 8, 8.5 and 36 is 8', () => {
    expect(reading?.median).toBe(8);
    expect(cellsOf(table)).toEqual([
      ['2026-03-10', 'Title of d', 3, { min: 36, max: 36, approximate: false }],
      ['2026-02-10', 'Title of e', 2, { min: 0, max: 0, approximate: false }],
      ['2026-02-10', 'Title of c', 1, { min: 8, max: 8, approximate: false }],
      ['2026-01-18', 'Title of b', 2, { min: 8, max: 9, approximate: false }],
      ['2026-01-09', 'Title of a', 1, { min: 7, max: 7, approximate: false }],
    ]);
  });

  test('covers five of six meetings: one has no end to count from, and the one elsewhere was not ours', () => {
    expect([n, of]).toEqual([5, 6]);
  });

  test('is held against the policy: 3 of 4 in time, one still waits', () => {
    expect(reading?.inTime).toEqual({ part: 3, of: 4 });
    expect(reading?.waiting).toEqual([{ text: 'Title of waits', url: '/postmortems/waits/' }]);
    expect(definition.policies).toEqual([
      { severity: 1, days: 7 },
      { severity: 2, days: 14 },
      { severity: 3, days: null },
    ]);
    expect(chart?.limits).toEqual([
      { severity: 1, value: 7 },
      { severity: 2, value: 14 },
    ]);
  });

  test('stands in the period of the meeting', () => {
    expect(chart?.medians.map(({ period, n, of }) => [period.key, n, of])).toEqual([
      ['2026-01', 2, 2],
      ['2026-02', 2, 3],
      ['2026-03', 1, 1],
    ]);
  });
});
