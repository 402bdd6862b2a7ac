import { addDays, lastDayOfMonth, weekdayOf } from '../time/dates.ts';

export type FlowUnit = 'week' | 'month';

export interface CountedPeriod {
  /** First and last day; the last period's can lie ahead of today. */
  from: string;
  to: string;
  cameIn: number;
  finished: number;
  dropped: number;
}

/** The periods in which flow is counted, one after the other without a gap; the last one holds today. */
export interface FlowWindow {
  unit: FlowUnit;
  periods: { from: string; to: string }[];
}

const periodsShown = 12;

/** Where less happens in a week, most weeks would be empty. */
const busyWeek = 8;

/**
 * Twelve weeks where at least eight things a week came in or left, both queues taken together, else twelve months.
 *
 * @param days One for each thing that came in or left.
 */
export function flowWindow(days: readonly string[], today: string): FlowWindow {
  const weeks = lastWeeks(today);
  const first = weeks[0]?.from ?? today;
  const lately = days.filter((day) => day >= first && day <= today).length;
  return lately >= busyWeek * periodsShown
    ? { unit: 'week', periods: weeks }
    : { unit: 'month', periods: lastMonths(today) };
}

/** Weeks begin on Monday. */
function lastWeeks(today: string): FlowWindow['periods'] {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return counted((back) => {
    const from = addDays(monday, -7 * back);
    return { from, to: addDays(from, 6) };
  });
}

function lastMonths(today: string): FlowWindow['periods'] {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return counted((back) => {
    const year = String(Math.floor((month - back) / 12));
    const from = `${year}-${String(((month - back) % 12) + 1).padStart(2, '0')}-01`;
    return { from, to: lastDayOfMonth(from) };
  });
}

/** The running period is none back. */
function counted(period: (back: number) => { from: string; to: string }): FlowWindow['periods'] {
  return Array.from({ length: periodsShown }, (_, at) => period(periodsShown - 1 - at));
}
