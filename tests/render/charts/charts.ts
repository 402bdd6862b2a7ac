import { JSDOM } from 'jsdom';
import type {
  BarsChart,
  Chart,
  ColumnsChart,
  Dot,
  DotsChart,
  Period,
  SharesChart,
  StepsChart,
  Value,
} from '../../../src/core/metrics/chart.ts';
import { drawChart } from '../../../src/render/charts/draw-chart.ts';
import type { ChartWords } from '../../../src/render/charts/words.ts';

export const words: ChartWords = {
  labelledBy: 'detect',
  describedBy: 'detect:reading',
  names: { '1': 'Severity 1, Down', customer: 'A customer', open: 'Open', closed: 'Done', detect: 'Detect' },
  median: 'Median of a year',
  approximate: 'Written as about',
  interval: 'Somewhere between',
  unknown: '“?”: nobody wrote it down',
  few: 'Too few for a share',
  limit: 'Days that the policy gives',
  severity: 'Severity',
  severityShort: 'Sev.',
  thinned: '{drawn} of {all} are drawn',
};

export function years(first: number, last: number): Period[] {
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    key: String(first + at),
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
  }));
}

const values = (numbers: readonly (number | null)[]): Value[] =>
  numbers.map((value) => ({ value, sources: [] }));

/** Columns of years from 2024 on, with the values of each series. */
export function columns(
  series: Record<string, (number | null)[]>,
  unit: ColumnsChart['unit'] = 'count',
): ColumnsChart {
  const length = Math.max(...Object.values(series).map((one) => one.length));
  return {
    kind: 'columns',
    unit,
    periods: years(2024, 2024 + length - 1),
    series: Object.entries(series).map(([key, numbers]) => ({ key, values: values(numbers) })),
  };
}

export function dot(on: string, min: number, rest: Partial<Dot> = {}): Dot {
  const source = { text: `Incident of ${on}`, url: `/postmortems/${on}/` };
  return { on, min, max: min, approximate: false, severity: 1, source, ...rest };
}

export function dots(all: Dot[], rest: Partial<DotsChart> = {}): DotsChart {
  const medians = years(2025, 2026).map((period) => ({ period, value: null, n: 0, of: 0 }));
  return { kind: 'dots', unit: 'minutes', dots: all, medians, limits: [], ...rest };
}

/** So many dots, one a day from the beginning of 2025 on. */
export function manyDots(count: number): Dot[] {
  return Array.from({ length: count }, (_, at) =>
    dot(new Date(Date.UTC(2025, 0, 1 + (at % 700))).toISOString().slice(0, 10), 1 + at),
  );
}

export function steps(series: string[], rows: [on: string, ...numbers: number[]][]): StepsChart {
  return {
    kind: 'steps',
    unit: 'count',
    series,
    steps: rows.map(([on, ...numbers]) => ({
      on,
      values: Object.fromEntries(series.map((key, at) => [key, numbers[at] ?? 0])),
    })),
  };
}

/** Shares of less than two are none. */
export function shares(parts: [part: number, of: number][]): SharesChart {
  const periods = years(2024, 2024 + parts.length - 1);
  return {
    kind: 'shares',
    shares: periods.map((period, at) => {
      const [part, of] = parts[at] ?? [0, 0];
      return { period, part, of, share: of < 2 ? null : part / of, sources: [] };
    }),
  };
}

export function bars(categories: string[], series: Record<string, number[]>): BarsChart {
  return {
    kind: 'bars',
    unit: 'count',
    categories,
    series: Object.entries(series).map(([key, numbers]) => ({ key, values: values(numbers) })),
  };
}

export interface Drawn {
  html: string;
  wide: Element;
  narrow: Element;
  /** What the key says, in its order. */
  key: string[];
}

/** A chart drawn and read back as a browser reads it. */
export function drawn(chart: Chart, more: Partial<ChartWords> = {}): Drawn {
  const html = drawChart(chart, { ...words, ...more });
  const { document } = new JSDOM(html).window;
  const [wide, narrow] = ['.chart-wide', '.chart-narrow'].map((name) => document.querySelector(name));
  if (!wide || !narrow) throw new Error('A drawing is missing.');
  return { html, wide, narrow, key: texts(document, '.chart-key > li') };
}

export function texts(parent: ParentNode, selector: string): string[] {
  return [...parent.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

export function numbers(parent: ParentNode, selector: string, attribute: string): number[] {
  return [...parent.querySelectorAll(selector)].map((element) => Number(element.getAttribute(attribute)));
}
