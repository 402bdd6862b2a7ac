import type { Mark, Question } from '../vocabulary.ts';
import type { BarsChart, ColumnsChart, DotsChart, Period, SharesChart, Source, StepsChart } from './chart.ts';

/** The last period that has something to say, and the one before it; null where there is none. */
export interface Lately<Value> {
  /** It can be the running one, of which only a part is over. */
  latest: ({ period: Period } & Value) | null;
  previous: ({ period: Period } & Value) | null;
}

/** How many of what, the most frequent first; equals in the order of the vocabulary. Zeros are left out. */
export type Tally<Key> = { key: Key; count: number }[];

interface Share {
  part: number;
  of: number;
}

interface OverTime<Key extends string> {
  chart: ColumnsChart;
  /** The tally holds what is known. */
  reading: Lately<{ count: number }> & { total: number; tally: Tally<Key> };
  definition: null;
}

interface DurationFacts {
  /** In minutes. */
  chart: DotsChart;
  reading: Lately<{ median: number; n: number }> & {
    /** Over all cases, each at the middle of its interval. */
    median: number;
    /** How many of them are written as about. */
    approximate: number;
    longest: { min: number; max: number; approximate: boolean; source: Source };
  };
  /** From which mark to which. */
  definition: { from: Mark; to: Mark };
}

/**
 * What each figure draws (`chart`), what its one sentence can speak of (`reading`), and what its definition needs besides
 * words (`definition`).
 */
export interface FigureFacts {
  /** Incidents by severity; series are the levels that settings name, as text, the gravest first. */
  severity: OverTime<string>;
  /** By who raised them; the last series is `unknown`. */
  'raised-by': OverTime<string>;
  /** By where the fault lay; the last series is `unknown`. */
  triage: OverTime<string>;
  detect: DurationFacts;
  respond: DurationFacts;
  mitigate: DurationFacts;
  resolve: DurationFacts;
  /** Of the incidents of which we know who raised them, those that the system itself reported. */
  'system-first': {
    chart: SharesChart;
    reading: Lately<Share> & Share;
    definition: null;
  };
  /** Person-hours; one series, `effort`. Null where a period has incidents and nobody wrote down hours for any. */
  effort: {
    chart: ColumnsChart;
    reading: Lately<{ hours: number; n: number; of: number }> & {
      hours: number;
      /** The incident that took most. */
      largest: { hours: number; source: Source };
    };
    definition: null;
  };
  /**
   * Person-hours of incidents on the systems of teams whose hours settings name, of those teams' hours. An incident on the
   * systems of several teams is split evenly between them. Not in the list where settings name no hours.
   */
  capacity: {
    /** In hours. */
    chart: SharesChart;
    reading: Lately<Share> & Share;
    /** Hours a week. */
    definition: { teams: { team: string; hours: number }[] };
  };
  /** Improvements; series `created`, `closed`, `dropped`, `open`. */
  backlog: {
    chart: StepsChart;
    reading: Lately<{ created: number; closed: number; dropped: number; open: number }> & {
      created: number;
      closed: number;
      dropped: number;
      open: number;
      overdue: number;
    };
    definition: null;
  };
  /**
   * Improvements with a date that has been met or has passed, in the period in which that was; series `met`, `late` (done
   * after its date) and `overdue` (still open). The share of dates met is `met` of `closed`, as everywhere.
   */
  'dates-met': {
    chart: ColumnsChart;
    /** A period is spoken of where so many were closed in it that there is a share. */
    reading: Lately<{ met: number; closed: number }> & {
      met: number;
      closed: number;
      overdue: number;
    };
    definition: null;
  };
  /** Open improvements by age; categories `0-30` … in days, the last one `366-`; series `overdue`, `due`, `undated`. */
  age: {
    chart: BarsChart;
    /** The median is null of fewer than three. */
    reading: { median: number | null; oldest: { days: number; source: Source }; overAYear: number };
    definition: null;
  };
  /** Categories are the five questions, in their order; series `improvements`, `ideas`. */
  questions: {
    chart: BarsChart;
    reading: {
      /** In all. */
      improvements: number;
      /** By improvements; ties in the order of the questions. */
      most: { question: Question; improvements: number };
      least: { question: Question; improvements: number };
    };
    definition: null;
  };
  /** Days from the day of `resolved` to the day of the meeting. */
  review: {
    chart: DotsChart;
    reading: Lately<{ median: number; n: number }> & {
      median: number;
      /** Of the reviewed ones whose severity sets days: how many were reviewed in time. */
      inTime: Share;
      /** Resolved ones that should have been reviewed by now. */
      waiting: Source[];
    };
    /** Null where the severity sets none. */
    definition: { policies: { severity: number; days: number | null }[] };
  };
}

export type FigureId = keyof FigureFacts;

export interface FigureOf<Id extends FigureId> {
  /** Its anchor. */
  id: Id;
  /** Null where `n` is less than `needs`. */
  chart: FigureFacts[Id]['chart'] | null;
  /** How many cases have the figure, of how many could. */
  n: number;
  of: number;
  /** How many cases it takes to say anything. */
  needs: number;
  /** Null where `n` is less than `needs`. */
  reading: FigureFacts[Id]['reading'] | null;
  definition: FigureFacts[Id]['definition'];
  table: Table;
}

/** One figure; `id` tells which. */
export type Figure = { [Id in FigureId]: FigureOf<Id> }[FigureId];

export type CellKind =
  /** A key that has a name on the page. */
  | 'text'
  /** As an author wrote it: a title, a team. */
  | 'written'
  | 'date'
  | 'period'
  | 'severity'
  | 'count'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'share';

/** A number that is known to lie between two. */
export interface Interval {
  min: number;
  max: number;
  approximate: boolean;
}

/** Null where nobody knows. */
export type Cell = string | number | Interval | null;

/** The numbers behind a chart. */
export interface Table {
  /** `key` is the one of a chart's series, or names what the column holds. */
  columns: { key: string; kind: CellKind }[];
  /** `one`: each row is about the one page in its `sources`. `several`: each counts the pages in them. */
  rowsAre: 'one' | 'several';
  rows: { cells: Cell[]; sources: Source[] }[];
}
