import type { Unit } from '../../core/metrics/chart.ts';
import { roundedDurationText } from '../../core/time/duration.ts';

/** What a drawing says. Plain values, so that a drawing can be kept under what it was made from. */
export interface ChartWords {
  /** Ids of the elements on the page that name and describe the drawing. */
  labelledBy: string;
  describedBy: string;
  /** Names of series and categories by their keys; a key without a name stands for itself. */
  names: Record<string, string>;
  /** `median` */
  median: string;
  /** What a hollow dot is. */
  approximate: string;
  /** What a line between two ends is. */
  interval: string;
  /** What `?` in the place of a column is. */
  unknown: string;
  /** What figures without a column are. */
  few: string;
  /** What a dotted line is. */
  limit: string;
  /** `Severity` */
  severity: string;
  /** `Sev.` */
  severityShort: string;
  /** `{drawn} of {all} are drawn` */
  thinned: string;
}

export function nameOf(words: ChartWords, key: string): string {
  return (Object.hasOwn(words.names, key) ? words.names[key] : undefined) ?? key;
}

/** A figure beside a mark: short, at most one decimal; the table behind a chart has the exact one. */
export function figureText(value: number, unit: Unit): string {
  if (unit === 'count') return String(value);
  if (unit === 'share') return percentText(value * 100);
  if (unit === 'hours') return `${decimal(value)} h`;
  if (unit === 'days') return daysText(value);
  return roundedDurationText(value);
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${decimal(days)} days`;
}

/** A small share has as many decimals as it takes to be told from none. */
function percentText(percent: number): string {
  return `${percent >= 10 ? Math.round(percent) : percent >= 1 ? decimal(percent) : Math.round(percent * 100) / 100} %`;
}

function decimal(value: number): string {
  return String(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `4 May 2018` */
export function dayText(date: string): string {
  return day.format(instant(date));
}

/** A day's beginning, on the axis of days. */
export function instant(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2026`, `Q3 2026`, `Nov 2026` for the keys `2026`, `2026-Q3`, `2026-11`. */
export function periodText(key: string): string {
  const [year = key, part] = key.split('-');
  if (part === undefined) return year;
  return `${part.startsWith('Q') ? part : (monthNames[Number(part) - 1] ?? part)} ${year}`;
}
