import { expect, test } from 'vitest';
import type { DotsChart, Source } from '../../../src/core/metrics/chart.ts';
import type { Table } from '../../../src/core/metrics/figures.ts';
import { metricsTable } from '../../../src/core/page/metrics-table.ts';

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

test.each([
  [16, 16, null],
  [17, 0, 17],
])('of %i pages that a row was counted from, %i are named', (count, named, unnamed) => {
  const table: Table = {
    columns: [{ key: 'period', kind: 'period' }],
    rowsAre: 'several',
    rows: [{ cells: ['2026'], sources: sources(count) }],
  };
  const [row] = metricsTable({ chart: null, table }).rows;
  expect(row?.sources).toHaveLength(named);
  expect(row?.unnamed).toBe(unnamed);
});
