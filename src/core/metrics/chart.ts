/**
 * What a chart shows, as plain values; `render/charts` draws them. Every value knows the pages it was counted from,
 * so that a reader can follow a figure back to its files.
 */

/** A page that a value comes from. */
export interface Source {
  text: string;
  /** Site-absolute, with the base path. */
  url: string;
}

export type Unit = 'count' | 'minutes' | 'days' | 'hours' | 'share';

export interface Period {
  /** `2026`, `2026-Q3` or `2026-11`. */
  key: string;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

/** Counts or sums over time, one column a period, stacked by series where there are several. */
export interface ColumnsChart {
  kind: 'columns';
  unit: Unit;
  periods: Period[];
  series: { key: string; values: { value: number; sources: Source[] }[] }[];
}

/** One dot for each case, with the interval it may lie in and the median of each period. */
export interface DotsChart {
  kind: 'dots';
  unit: Unit;
  dots: { on: string; min: number; max: number; approximate: boolean; source: Source; severity: number }[];
  /** Over the dots of a period, each at the middle of its interval; `n` of `of` cases have a figure. */
  medians: { period: Period; value: number | null; n: number; of: number }[];
}

/** Running totals, a step a day on which something changed; the last step stands on the day of the build. */
export interface StepsChart {
  kind: 'steps';
  unit: Unit;
  steps: { on: string; values: Record<string, number> }[];
  /** In the order to draw. */
  series: string[];
}

/** A share of a whole by period: `part` of `of`; periods without a case are gaps, never zero. */
export interface SharesChart {
  kind: 'shares';
  shares: { period: Period; part: number; of: number; sources: Source[] }[];
}

/** One horizontal bar a category, in the order given, stacked by series where there are several. */
export interface BarsChart {
  kind: 'bars';
  unit: Unit;
  categories: string[];
  series: { key: string; values: { value: number; sources: Source[] }[] }[];
}

export type Chart = ColumnsChart | DotsChart | StepsChart | SharesChart | BarsChart;
