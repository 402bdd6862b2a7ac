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
  /** First and last day, `YYYY-MM-DD`; the last one can lie ahead of the day of the build. */
  from: string;
  to: string;
}

/** One value of a series, with the pages it was counted from. */
export interface Value {
  /** Null where there are cases and none of them tells; zero where there are none. */
  value: number | null;
  sources: Source[];
}

export interface Series {
  /** A severity's level, a word of the vocabulary, `unknown`, or a word that the figure names. */
  key: string;
  values: Value[];
}

/** Counts or sums over time, one column a period, stacked by series where there are several. */
export interface ColumnsChart {
  kind: 'columns';
  unit: Unit;
  periods: Period[];
  /** In the order to stack; as many values as periods. */
  series: Series[];
}

export interface Dot {
  /** The day it is drawn at. */
  on: string;
  /** In the chart's unit; both the same for a point. */
  min: number;
  max: number;
  approximate: boolean;
  source: Source;
  severity: number;
}

/** One dot for each case, with the interval it may lie in and the median of each period. */
export interface DotsChart {
  kind: 'dots';
  unit: Unit;
  /** The earliest first. */
  dots: Dot[];
  /** Over the dots of a period, each at the middle of its interval; `n` of `of` cases have a figure. */
  medians: { period: Period; value: number | null; n: number; of: number }[];
  /** What the policy of a severity asks for; empty where none asks. */
  limits: { severity: number; value: number }[];
}

/** Running totals, a step a day on which something changed; the last step stands on the day of the build. */
export interface StepsChart {
  kind: 'steps';
  unit: Unit;
  steps: { on: string; values: Record<string, number> }[];
  /** In the order to draw. */
  series: string[];
}

/** A share of a whole by period. */
export interface SharesChart {
  kind: 'shares';
  shares: {
    period: Period;
    part: number;
    of: number;
    /**
     * `part` of `of`. Null where `of` is 0, which is a gap and never zero, and where the cases are too few for a
     * percentage.
     */
    share: number | null;
    sources: Source[];
  }[];
}

/** One horizontal bar a category, in the order given, stacked by series where there are several. */
export interface BarsChart {
  kind: 'bars';
  unit: Unit;
  categories: string[];
  /** As many values as categories. */
  series: Series[];
}

export type Chart = ColumnsChart | DotsChart | StepsChart | SharesChart | BarsChart;
