import type { Source } from '../metrics/chart.ts';
import type { Figure } from '../metrics/figures.ts';
import type { YearSoFar } from '../metrics/year-so-far.ts';

export interface MetricsPage {
  yearSoFar: YearSoFar;
  /** In the order of the page. `capacity` is missing where settings name no hours. */
  figures: Figure[];
  /** `YYYY-MM-DD` */
  builtOn: string;
  /** What periods are; the same for all figures of the page. */
  period: 'month' | 'quarter' | 'year';
  /** How many incidents the figures are about. */
  incidents: number;
  /** Retold incidents of others: their improvements count, the incidents themselves don't. Newest first. */
  elsewhere: Source[];
  /** What the levels are called, the gravest first. */
  severities: { level: number; name: string }[];
}
