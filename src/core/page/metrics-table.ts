import type { Source } from '../metrics/chart.ts';
import type { Cell, Figure, Table } from '../metrics/figures.ts';

/** More rows than a reader goes through by eye. */
const mostRows = 60;
/** More links than a cell can hold. */
const mostSources = 16;

export interface MetricsTable extends Table {
  /** Rows are periods in the place of too many single cases. */
  condensed: boolean;
  rows: (Table['rows'][number] & {
    /** Where the row stands on the figure's own page. */
    anchor: string;
    /** How many pages a row was counted from where they are too many to be named; else null. */
    unnamed: number | null;
  })[];
}

export interface CountedFrom {
  anchor: string;
  cells: Cell[];
  /** `value` is what is counted there; several can stand on one page. */
  parts: { key: string | null; value: number | null; sources: Source[] }[];
}

/**
 * The numbers behind a chart, as many as the page of all figures can hold: those of many single cases by period, and no
 * links where a row was counted from many pages. What it leaves out stands on the figure's own page.
 */
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
        anchor: period.key,
        cells: [period.key, value, n, of],
        sources: [],
        unnamed: null,
      })),
    };
  const rows = wholeTable(table).rows.map((row) =>
    row.sources.length > mostSources ? { ...row, sources: [], unnamed: row.sources.length } : row,
  );
  return { ...table, condensed: false, rows };
}

/** All the numbers behind a chart, each row with all the pages it was counted from. */
export function wholeTable(table: Table): MetricsTable {
  const names = table.columns.filter(
    ({ kind }) => kind === 'period' || kind === 'text' || kind === 'written',
  ).length;
  return {
    ...table,
    condensed: false,
    rows: table.rows.map((row, at) => ({
      ...row,
      anchor: names === 1 ? String(row.cells[0]) : `${row.cells[0]}:${at}`,
      unnamed: null,
    })),
  };
}

/**
 * The pages behind each row that has any, split as the chart splits its columns or bars; `key` is that of a series, null
 * where nothing is split. Periods come latest first.
 */
export function countedFrom({ chart, table }: Pick<Figure, 'chart' | 'table'>): CountedFrom[] {
  const split = chart?.kind === 'columns' || chart?.kind === 'bars' ? chart.series : [];
  const rows = wholeTable(table).rows.map(({ anchor, cells, sources }, at) => {
    const parts = split.map(({ key, values }) => ({
      key,
      value: values[at]?.value ?? null,
      sources: values[at]?.sources ?? [],
    }));
    return {
      anchor,
      cells,
      parts:
        parts.length > 1
          ? parts.filter((part) => part.sources.length > 0)
          : [{ key: null, value: null, sources }],
      known: sources.length > 0,
    };
  });
  const ordered = table.columns[0]?.kind === 'period' ? rows.toReversed() : rows;
  return ordered.flatMap(({ known, ...row }) => (known ? [row] : []));
}

/** Whether a figure has a page of its own, since its table is too large for the page of all figures. */
export function hasOwnPage(figure: Pick<Figure, 'chart' | 'table'>): boolean {
  const { condensed, rows } = metricsTable(figure);
  return condensed || rows.some(({ unnamed }) => unnamed !== null);
}
