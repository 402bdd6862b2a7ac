import type { Figure, Table } from '../metrics/figures.ts';

/** More rows than a reader goes through by eye; every single case is in the exported data. */
const mostRows = 60;
/** More links than a cell can hold. */
const mostSources = 16;

export interface MetricsTable extends Table {
  /** Rows are periods in the place of too many single cases. */
  condensed: boolean;
  rows: (Table['rows'][number] & {
    /** How many pages a row was counted from where they are too many to be named; else null. */
    unnamed: number | null;
  })[];
}

/** The numbers behind a chart, as many as a page can hold: those of many single cases by period. */
export function metricsTable({ chart, table }: Pick<Figure, 'chart' | 'table'>): MetricsTable {
  if (table.rows.length > mostRows && chart?.kind === 'dots')
    return {
      columns: [
        { key: 'period', kind: 'period' },
        { key: 'median', kind: chart.unit === 'days' ? 'days' : 'minutes' },
        { key: 'figures', kind: 'count' },
        { key: 'could', kind: 'count' },
      ],
      rowsAre: 'several',
      condensed: true,
      rows: chart.medians.map(({ period, value, n, of }) => ({
        cells: [period.key, value, n, of],
        sources: [],
        unnamed: null,
      })),
    };
  return {
    ...table,
    condensed: false,
    rows: table.rows.map(({ cells, sources }) =>
      sources.length > mostSources
        ? { cells, sources: [], unnamed: sources.length }
        : { cells, sources, unnamed: null },
    ),
  };
}
