import { describe, expect, test } from 'vitest';
import { cellsOf, figureIn, incident, pageOn, pagesOf, valuesOf } from './figure-on.ts';

const today = '2026-04-15';
const incidents = [
  incident({ id: 'jan-a', date: '2026-01-10', severity: 1, raisedBy: 'customer', triage: 'system' }),
  incident({ id: 'jan-b', date: '2026-01-31', severity: 2, raisedBy: 'system', triage: 'code' }),
  incident({ id: 'jan-c', date: '2026-01-31', severity: 2, raisedBy: 'system' }),
  incident({ id: 'mar-a', date: '2026-03-01', severity: 2 }),
  incident({ id: 'apr-a', date: '2026-04-15', severity: 3, raisedBy: 'security', triage: 'code' }),
  incident({ id: 'some-day', date: null, severity: 3, raisedBy: 'system', triage: 'user' }),
];
const page = pageOn(today, incidents);
const march = { key: '2026-03', from: '2026-03-01', to: '2026-03-31' };
const april = { key: '2026-04', from: '2026-04-01', to: '2026-04-30' };

describe('incidents by severity', () => {
  const figure = figureIn(page, 'severity');

  test('are counted by month, with zero where there was none; one without a day stands apart', () => {
    expect(valuesOf(figure.chart)).toEqual({ 1: [1, 0, 0, 0], 2: [2, 0, 1, 0], 3: [0, 0, 0, 1] });
    // 3 + 0 + 1 + 1 of the 6.
    expect([figure.n, figure.of, figure.needs]).toEqual([5, 6, 1]);
  });

  test('lead back to their pages', () => {
    expect(pagesOf(figure.chart)?.['2']).toEqual([
      ['Title of jan-b', 'Title of jan-c'],
      [],
      ['Title of mar-a'],
      [],
    ]);
    expect(figure.chart?.series[0]?.values[0]?.sources).toEqual([
      { text: 'Title of jan-a', url: '/postmortems/jan-a/' },
    ]);
  });

  test('say how many of what, the most frequent first, and how many lately', () => {
    expect(figure.reading).toEqual({
      total: 5,
      tally: [
        { key: '2', count: 3 },
        { key: '1', count: 1 },
        { key: '3', count: 1 },
      ],
      latest: { period: april, count: 1 },
      previous: { period: march, count: 1 },
    });
  });

  test('have a table of the same', () => {
    expect(figure.table.columns.map(({ key }) => key)).toEqual(['period', '1', '2', '3', 'total']);
    expect(cellsOf(figure.table)).toEqual([
      ['2026-01', 1, 2, 0, 3],
      ['2026-02', 0, 0, 0, 0],
      ['2026-03', 0, 1, 0, 1],
      ['2026-04', 0, 0, 1, 1],
    ]);
    expect(figure.table.rows[0]?.sources).toHaveLength(3);
  });
});

describe('incidents by kind', () => {
  test('keep what nobody wrote down apart, and out of the tally', () => {
    const raisedBy = figureIn(page, 'raised-by');
    expect(valuesOf(raisedBy.chart)).toEqual({
      customer: [1, 0, 0, 0],
      'product-owner': [0, 0, 0, 0],
      security: [0, 0, 0, 1],
      system: [2, 0, 0, 0],
      unknown: [0, 0, 1, 0],
    });
    // The one in March does not say, and the one without a day is not on the chart.
    expect([raisedBy.n, raisedBy.of]).toEqual([4, 6]);
    expect(raisedBy.reading?.tally).toEqual([
      { key: 'system', count: 2 },
      { key: 'customer', count: 1 },
      { key: 'security', count: 1 },
    ]);

    const triage = figureIn(page, 'triage');
    expect(valuesOf(triage.chart)).toEqual({
      user: [0, 0, 0, 0],
      system: [1, 0, 0, 0],
      code: [1, 0, 0, 1],
      unknown: [1, 0, 1, 0],
    });
    expect([triage.n, triage.of]).toEqual([3, 6]);
  });
});

describe('the share that the system itself reported first', () => {
  const figure = figureIn(page, 'system-first');

  test('is of the incidents whose raiser is known: 2 of 4, and the one of March is in no share', () => {
    expect(figure.reading).toMatchObject({ part: 2, of: 4 });
    expect([figure.n, figure.of]).toEqual([4, 6]);
    expect(cellsOf(figure.table)).toEqual([
      ['2026-01', 2, 3, 2 / 3],
      ['2026-02', 0, 0, null],
      ['2026-03', 0, 0, null],
      // One of one is no share.
      ['2026-04', 0, 1, null],
    ]);
    expect(figure.reading).toMatchObject({ latest: { part: 2, of: 3 }, previous: null });
  });

  test.each([
    [2, null],
    [3, { part: 3, of: 3, latest: null, previous: null }],
  ])('of %i incidents, a month each, says %j', (count, reading) => {
    const few = pageOn(
      today,
      [1, 2, 3]
        .slice(0, count)
        .map((month) => incident({ id: `m-${month}`, date: `2026-0${month}-01`, raisedBy: 'system' })),
    );
    const { chart, ...said } = figureIn(few, 'system-first');
    expect(said).toMatchObject({ n: count, of: count, needs: 3, reading });
    expect(chart === null).toBe(reading === null);
    expect(said.table.rows.length).toBeGreaterThan(0);
  });
});

describe('what is counted', () => {
  const retold = { tags: ['elsewhere'], date: '2017-01-31', reviewedOn: '2026-02-02' };

  test('are our own incidents: a retold one says so and names no system of ours', () => {
    const own = [
      incident({ id: 'tagged', ...retold, systems: ['fax'] }),
      incident({ id: 'nameless', date: '2026-01-01' }),
    ];
    const { incidents, elsewhere, period } = pageOn(today, [...own, incident({ id: 'retold', ...retold })], {
      systems: [{ id: 'fax', team: null }],
    });
    expect(incidents).toBe(2);
    expect(elsewhere).toEqual([{ text: 'Title of retold', url: '/postmortems/retold/' }]);
    expect(period).toBe('year');
  });

  test('leaves retold ones out of the periods, and what they made us improve in the backlog', () => {
    const page = pageOn(today, [incident({ id: 'retold', ...retold, improvements: [{ title: 'Learn' }] })]);
    expect(page.period).toBe('month');
    expect(figureIn(page, 'severity')).toMatchObject({ n: 0, of: 0, chart: null, reading: null });
    expect(figureIn(page, 'backlog').reading).toMatchObject({ created: 1, open: 1 });
    expect(figureIn(page, 'backlog').chart?.steps[0]?.on).toBe('2026-02-02');
  });

  test('has no days after today: what is written down has happened', () => {
    const page = pageOn(today, [incident({ id: 'typo', date: '2206-04-15', severity: 1 })]);
    expect(valuesOf(figureIn(page, 'severity').chart)?.['1']).toEqual([1]);
  });

  test('is nothing in a new knowledge base, and every figure says so', () => {
    const { figures, incidents } = pageOn(today, []);
    expect(incidents).toBe(0);
    expect(figures.map(({ id }) => id)).toEqual([
      'severity',
      'raised-by',
      'triage',
      'system-first',
      'detect',
      'respond',
      'mitigate',
      'resolve',
      'effort',
      'backlog',
      'dates-met',
      'age',
      'questions',
      'review',
    ]);
    for (const { chart, reading, n, of } of figures)
      expect([chart, reading, n, of]).toEqual([null, null, 0, 0]);
  });
});
