import { describe, expect, test } from 'vitest';
import type { Period } from '../../../src/core/metrics/chart.ts';
import type { Figure, FigureFacts, FigureId } from '../../../src/core/metrics/figures.ts';
import type { MetricsPage } from '../../../src/core/page/metrics-model.ts';
import {
  cellText,
  columnName,
  coverage,
  definition,
  outliers,
  reading,
  tooFew,
} from '../../../src/site/strings.ts';

const year = (key: string): Period => ({ key, from: `${key}-01-01`, to: `${key}-12-31` });
const source = { text: 'The paper saver', url: '/postmortems/paper/' };

function figure<Id extends FigureId>(
  id: Id,
  facts: FigureFacts[Id]['reading'] | null,
  more: Partial<Figure> = {},
): Figure {
  const table = { columns: [], rowsAre: 'several', rows: [] };
  return {
    ...{ id, chart: null, n: 17, of: 21, needs: 3, reading: facts, definition: null, table },
    ...more,
  } as unknown as Figure;
}

const days = { from: '2026-01-01', to: '2026-11-21' };
const page = (...figures: Figure[]): MetricsPage => ({
  figures,
  builtOn: '2026-11-21',
  period: 'year',
  incidents: 21,
  yearSoFar: { now: days, before: days, comparisons: [] },
  elsewhere: [],
  severities: [{ level: 1, name: 'Down' }],
});

const span = (min: number) => ({ min, max: min, approximate: false, source });
const lately = <Facts>(latest: Facts, previous: Facts) => ({
  latest: { period: year('2026'), ...latest },
  previous: { period: year('2025'), ...previous },
});
const never = { latest: null, previous: null };

describe('what a figure says in one sentence', () => {
  test.each<[Figure, string]>([
    [
      figure('severity', {
        total: 21,
        tally: [
          { key: '2', count: 12 },
          { key: '1', count: 9 },
        ],
        ...lately({ count: 6 }, { count: 4 }),
      }),
      '21 incidents: 9 of severity 1 and 12 of severity 2; 6 so far in 2026, after 4 in all of 2025.',
    ],
    [
      figure('severity', { total: 1, tally: [{ key: '1', count: 1 }], ...never }),
      '1 incident: 1 of severity 1.',
    ],
    [
      figure('raised-by', {
        total: 21,
        tally: [
          { key: 'customer', count: 10 },
          { key: 'system', count: 5 },
          { key: 'security', count: 2 },
        ],
        ...never,
      }),
      'A customer told us of 10 of the 17 incidents of which we know, the system itself of 5 and a security report of 2.',
    ],
    [
      figure('triage', {
        total: 21,
        tally: [
          { key: 'code', count: 10 },
          { key: 'system', count: 7 },
        ],
        ...never,
      }),
      '10 of the 17 incidents of which we know were of the kind “Code or data” and 7 “System”.',
    ],
    [
      figure('detect', {
        median: 25,
        approximate: 1,
        longest: span(375),
        ...lately({ median: 20, n: 3 }, { median: 75, n: 4 }),
      }),
      'Half of the incidents were noticed within 25 min; so far in 2026 it is 20 min, down from 1.3 h in all of 2025.',
    ],
    [
      figure('system-first', { part: 5, of: 17, ...lately({ part: 2, of: 5 }, { part: 1, of: 4 }) }),
      'The system itself told us first in 5 of 17 incidents; 2 of 5 so far in 2026, after 1 of 4 in all of 2025.',
    ],
    [
      figure('effort', {
        hours: 210.25,
        largest: { hours: 52, source },
        ...lately({ hours: 42, n: 3, of: 3 }, { hours: 1, n: 1, of: 2 }),
      }),
      'Incidents took 210.3 hours of people’s time; 42 hours so far in 2026, after 1 hour in all of 2025.',
    ],
    [
      // 210 / 42,000 = 0.5 %; 5,000 / 42,000 = 11.9 %; 500 / 42,000 = 1.19 %
      figure('capacity', {
        part: 210,
        of: 42_000,
        ...lately({ part: 5000, of: 42_000 }, { part: 500, of: 42_000 }),
      }),
      'Incidents took 0.5 % of the teams’ hours; 12 % so far in 2026, after 1.2 % in all of 2025.',
    ],
    [
      // 20 - 14 - 1 = 5 more
      figure('backlog', {
        ...{ created: 60, closed: 30, dropped: 6, open: 24, overdue: 3 },
        latest: { period: year('2026'), created: 20, closed: 14, dropped: 1, open: 24 },
        previous: null,
      }),
      'The backlog has 24 open improvements, 3 of them late; so far in 2026 it grew by 5: 20 written down, 14 done, 1 dropped.',
    ],
    [
      figure('dates-met', { met: 10, closed: 15, overdue: 1, ...never }),
      '10 of 15 improvements were done by their date; 1 is late now, and not among them.',
    ],
    [
      figure('dates-met', {
        ...{ met: 10, closed: 15, overdue: 1 },
        ...lately({ met: 5, closed: 6 }, { met: 3, closed: 5 }),
      }),
      '10 of 15 improvements were done by their date; 5 of 6 so far in 2026, after 3 of 5 in all of 2025; 1 is late now, and not among them.',
    ],
    [
      figure('dates-met', { met: 0, closed: 0, overdue: 5, ...never }),
      'None with a date is done yet; 5 are late now, and not among them.',
    ],
    [
      figure('age', { median: 59.5, oldest: { days: 772, source }, overAYear: 4 }),
      'Half of what is open has waited 59.5 days or longer; 4 have waited over a year, the oldest 772 days.',
    ],
    [
      figure('age', { median: null, oldest: { days: 1, source }, overAYear: 0 }),
      'The oldest has waited 1 day.',
    ],
    [
      figure('questions', {
        improvements: 60,
        most: { question: 'prevent', improvements: 19 },
        least: { question: 'other-areas-of-risk', improvements: 3 },
      }),
      'Most improvements answer “Prevent” (19 of 60), fewest “Other areas of risk” (3).',
    ],
    [
      figure('review', {
        ...{ median: 6, inTime: { part: 9, of: 12 }, waiting: [source, source] },
        ...never,
      }),
      'Half of the meetings were held within 6 days of the end; 9 of 12 met in the days that the policy gives; 2 postmortems due are late.',
    ],
    [
      figure('review', { median: 6, inTime: { part: 0, of: 0 }, waiting: [], ...never }),
      'Half of the meetings were held within 6 days of the end.',
    ],
  ])('%#', (one, sentence) => {
    expect(reading(one, page())).toBe(sentence);
  });

  test('a period that is over is not “so far”', () => {
    const facts = { part: 5, of: 17, ...lately({ part: 2, of: 5 }, { part: 1, of: 4 }) };
    const said = reading(figure('system-first', facts), { ...page(), builtOn: '2027-01-01' });
    expect(said).toContain('2 of 5 in 2026, after');
  });

  test('quarters and months are named', () => {
    const latest = { period: { key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }, part: 1, of: 2 };
    const previous = { period: { key: '2026-11', from: '2026-11-01', to: '2026-11-30' }, part: 1, of: 3 };
    expect(reading(figure('system-first', { part: 5, of: 17, latest, previous }), page())).toContain(
      '1 of 2 in the third quarter of 2026, after 1 of 3 so far in November 2026',
    );
  });

  test('too few cases say nothing', () => {
    expect(reading(figure('detect', null), page())).toBeNull();
  });
});

describe('how complete a figure is', () => {
  test.each([
    [figure('detect', null), '17 of 21 incidents have both marks.'],
    [figure('detect', null, { n: 21 }), 'All 21 incidents have both marks.'],
    [figure('detect', null, { n: 1 }), '1 of 21 incidents has both marks.'],
    [figure('effort', null, { n: 1, of: 1 }), 'The one incident says its hours.'],
    [figure('raised-by', null, { n: 0, of: 1 }), '0 of 1 incident says who told us.'],
    [figure('review', null, { n: 0, of: 0 }), 'There is no reviewed incident yet.'],
    // One may burn all the same.
    [figure('detect', null, { n: 0, of: 0 }), 'There is no incident with these marks yet.'],
    [figure('effort', null, { n: 0, of: 0 }), 'There is no incident yet that is over.'],
  ])('%#', (one, text) => {
    expect(coverage(one)).toBe(text);
  });

  test('what is missing is said kindly', () => {
    expect(tooFew(figure('detect', null, { n: 0, of: 2 }))).toBe(
      '0 of 2 incidents have both marks. From 3 on, there is something to see here.',
    );
  });
});

test.each<[FigureId, string]>([
  ['triage', 'System'],
  ['raised-by', 'The system itself'],
  ['system-first', 'The system first'],
])('the column "system" of %s is headed %s', (id, heading) => {
  expect(columnName('system', 'count', id, page())).toBe(heading);
});

test('times that are written as about are counted out', () => {
  const facts = { median: 25, approximate: 2, longest: span(375), ...never };
  expect(coverage(figure('detect', facts))).toBe(
    '17 of 21 incidents have both marks, 2 of them approximate.',
  );
});

test.each([
  [{ latest: 45, previous: 30 }, 'so far in 2026 it is 45 min, up from 30 min in all of 2025'],
  [{ latest: 30, previous: 45 }, 'so far in 2026 it is 30 min, down from 45 min in all of 2025'],
  [{ latest: 30, previous: 30 }, 'so far in 2026 it is 30 min, as in all of 2025'],
])('a median is measured by the one before: %j', ({ latest, previous }, text) => {
  const facts = { median: 25, approximate: 0, longest: span(375) };
  const periods = lately({ median: latest, n: 3 }, { median: previous, n: 3 });
  expect(reading(figure('detect', { ...facts, ...periods }), page())).toContain(text);
});

test('the median of a period that is over was, and is no more', () => {
  const facts = { median: 25, approximate: 0, longest: span(375) };
  const periods = lately({ median: 30, n: 3 }, { median: 45, n: 3 });
  const said = reading(figure('detect', { ...facts, ...periods }), { ...page(), builtOn: '2027-01-01' });
  expect(said).toContain('; in 2026 it was 30 min, down from 45 min in 2025');
});

test('the policy of meetings is told by its severities', () => {
  const policies = [
    { severity: 1, days: 7 },
    { severity: 2, days: 14 },
    { severity: 3, days: null },
  ];
  expect(definition(figure('review', null, { definition: { policies } }), page())).toContain(
    'The policy gives 7 days for severity 1 and 14 days for severity 2.',
  );
});

test('a duration says from which mark to which', () => {
  const said = definition(
    figure('mitigate', null, { definition: { from: 'started', to: 'mitigated' } }),
    page(),
  );
  expect(said).toMatch(/^From the mark “started” to the mark “mitigated” in the timeline\./);
});

test('what stands out leads to its page', () => {
  const facts = { median: 25, approximate: 0, longest: span(375), ...never };
  expect(outliers(figure('resolve', facts))).toEqual([
    { lead: 'The longest: ', sources: [{ ...source, took: '6 h 15 min' }] },
  ]);
});

test.each([
  [null, 'minutes', '–'],
  [{ min: 20, max: 45, approximate: true }, 'minutes', 'about 20–45 min'],
  [{ min: 2, max: 2, approximate: false }, 'days', '2 days'],
  [{ min: 1, max: 2, approximate: false }, 'days', '1 to 2 days'],
  ['2026-Q3', 'period', 'The third quarter of 2026'],
  ['2026-11-02', 'date', '2 Nov 2026'],
  ['detect', 'text', 'Detect'],
  // An incident may be called what a question is called, or an object's parts.
  ['detect', 'written', 'detect'],
  ['constructor', 'written', 'constructor'],
  [0.4667, 'share', '47 %'],
  [1.5, 'hours', '1.5 hours'],
  [1200, 'count', '1,200'],
] as const)('the cell %j of %s reads %s', (cell, kind, text) => {
  expect(cellText(cell, kind, { detect: 'Detect' })).toBe(text);
});
