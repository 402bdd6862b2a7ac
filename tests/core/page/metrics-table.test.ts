import { expect, test } from 'vitest';
import type { ColumnsChart, DotsChart, Source } from '../../../src/core/metrics/chart.ts';
import type { Table } from '../../../src/core/metrics/figures.ts';
import { countedFrom, hasOwnPage, metricsTable, wholeTable } from '../../../src/core/page/metrics-table.ts';

const sources = (count: number): Source[] =>
  Array.from({ length: count }, (_, at) => ({ text: `Incident ${at}`, url: `/postmortems/${at}/` }));

const cases = (count: number): Table => ({
  columns: [{ key: 'duration', kind: 'minutes' }],
  rowsAre: 'one',
  rows: sources(count).map((source, at) => ({ cells: [at], sources: [source] })),
});

const chart: DotsChart = {
  kind: 'dots',
  unit: 'minutes',
  dots: [],
  medians: [{ period: { key: '2026', from: '2026-01-01', to: '2026-12-31' }, value: 30.5, n: 61, of: 70 }],
  limits: [],
};

test('sixty cases are shown one by one', () => {
  const table = metricsTable({ chart, table: cases(60) });
  expect(table.condensed).toBe(false);
  expect(table.rows).toHaveLength(60);
});

test('more are shown by period: the median, and how many of how many have the figure', () => {
  const table = metricsTable({ chart, table: cases(61) });
  expect(table.condensed).toBe(true);
  expect(table.columns.map(({ key }) => key)).toEqual(['period', 'median', 'figures', 'could']);
  expect(table.rows.map(({ cells }) => cells)).toEqual([['2026', 30.5, 61, 70]]);
});

const counted = (count: number): Table => ({
  columns: [{ key: 'period', kind: 'period' }],
  rowsAre: 'several',
  rows: [{ cells: ['2026'], sources: sources(count) }],
});

test.each([
  [16, 16, null],
  [17, 0, 17],
])('of %i pages that a row was counted from, %i are named', (count, named, unnamed) => {
  const [row] = metricsTable({ chart: null, table: counted(count) }).rows;
  expect(row?.sources).toHaveLength(named);
  expect(row?.unnamed).toBe(unnamed);
});

test.each([
  ['16 pages in a row', { chart: null, table: counted(16) }, false],
  ['17 pages in a row', { chart: null, table: counted(17) }, true],
  ['60 cases', { chart, table: cases(60) }, false],
  ['61 cases', { chart, table: cases(61) }, true],
])('what the page of all figures leaves out stands on a page of its own: %s', (_, figure, own) => {
  expect(hasOwnPage(figure)).toBe(own);
  const { rows } = wholeTable(figure.table);
  expect(rows.map(({ sources }) => sources)).toEqual(figure.table.rows.map(({ sources }) => sources));
});

test('no two rows of a figure share an anchor', () => {
  const teams: Table = {
    columns: [
      { key: 'period', kind: 'period' },
      { key: 'team', kind: 'written' },
    ],
    rowsAre: 'several',
    rows: ['Orders', 'Payments'].map((team) => ({ cells: ['2026', team], sources: [] })),
  };
  expect(wholeTable(teams).rows.map(({ anchor }) => anchor)).toEqual(['2026:0', '2026:1']);
  expect(wholeTable(counted(1)).rows.map(({ anchor }) => anchor)).toEqual(['2026']);
});

test('each number of a column leads to the pages it counts, the latest period first', () => {
  const [a, b, c] = sources(3) as [Source, Source, Source];
  const value = (...of: Source[]) => ({ value: of.length, sources: of });
  const period = (key: string) => ({ key, from: `${key}-01-01`, to: `${key}-12-31` });
  const counts: ColumnsChart = {
    kind: 'columns',
    unit: 'count',
    periods: ['2024', '2025', '2026'].map(period),
    series: [
      { key: '1', values: [value(a), value(), value(b)] },
      { key: '2', values: [value(), value(), value(c)] },
    ],
  };
  const table: Table = {
    columns: [
      { key: 'period', kind: 'period' },
      { key: '1', kind: 'count' },
      { key: '2', kind: 'count' },
    ],
    rowsAre: 'several',
    rows: [
      { cells: ['2024', 1, 0], sources: [a] },
      { cells: ['2025', 0, 0], sources: [] },
      { cells: ['2026', 1, 1], sources: [b, c] },
    ],
  };
  expect(countedFrom({ chart: counts, table }).map(({ anchor, parts }) => ({ anchor, parts }))).toEqual([
    {
      anchor: '2026',
      parts: [
        { key: '1', value: 1, sources: [b] },
        { key: '2', value: 1, sources: [c] },
      ],
    },
    { anchor: '2024', parts: [{ key: '1', value: 1, sources: [a] }] },
  ]);
});
