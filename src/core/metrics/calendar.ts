import { daysBetween, lastDayOfMonth } from '../time/dates.ts';
import type { Period } from './chart.ts';

export type PeriodUnit = 'month' | 'quarter' | 'year';

/** The periods that figures over time are told in, one after the other without a gap. */
export interface Calendar {
  unit: PeriodUnit;
  /** The last one holds the day of the build. */
  periods: Period[];
  /** Where the period of a day stands in `periods`; negative or past the end for days outside. */
  indexOf(day: string): number;
}

const monthsOf: Record<PeriodUnit, number> = { month: 1, quarter: 3, year: 12 };

/** As many columns as can be read side by side. */
const mostPeriods = 16;

/**
 * The periods from one day's to another's: months where those are 16 at most, else quarters where those are, else years,
 * however many.
 */
export function calendarOf(from: string, to: string): Calendar {
  const count = (unit: PeriodUnit): number => numberOf(unit, to) - numberOf(unit, from) + 1;
  const unit = (['month', 'quarter'] as const).find((shorter) => count(shorter) <= mostPeriods) ?? 'year';
  const first = numberOf(unit, from);
  return {
    unit,
    periods: Array.from({ length: Math.max(1, count(unit)) }, (_, index) => periodOf(unit, first + index)),
    indexOf: (day) => numberOf(unit, day) - first,
  };
}

/** Sorts items into the periods of their days; items of days outside are left out. */
export function byPeriod<Item>(
  { periods, indexOf }: Calendar,
  items: Iterable<Item>,
  dayOf: (item: Item) => string,
): Item[][] {
  const groups: Item[][] = periods.map(() => []);
  for (const item of items) groups[indexOf(dayOf(item))]?.push(item);
  return groups;
}

/** Periods are counted from the year 0. */
function numberOf(unit: PeriodUnit, day: string): number {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(month / monthsOf[unit]);
}

function periodOf(unit: PeriodUnit, number: number): Period {
  const firstOfMonth = (month: number): string =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const from = firstOfMonth(number * monthsOf[unit]);
  const to = lastDayOfMonth(firstOfMonth((number + 1) * monthsOf[unit] - 1));
  const keys: Record<PeriodUnit, string> = {
    month: from.slice(0, 7),
    quarter: `${from.slice(0, 4)}-Q${(number % 4) + 1}`,
    year: from.slice(0, 4),
  };
  return { key: keys[unit], from, to };
}

/** How many days of a period have begun by the end of today. */
export function daysSoFar({ from, to }: Period, today: string): number {
  return Math.max(0, daysBetween(from, to < today ? to : today) + 1);
}
