import { addDays, dayOfDate, daysBetween, isDate, lastDayOfMonth } from '../time/dates.ts';

const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** A day to choose, and why. */
export interface ProposedDay {
  date: string;
  reason: string;
}

export function weekday(date: string): string {
  return weekdays[((dayOfDate(date) % 7) + 7) % 7] ?? '';
}

/** Days by which an improvement may be due: none of them past, none on a weekend, each once. */
export function dueDays(today: string, expected: { date: string; reason: string } | null): ProposedDay[] {
  const days = [
    { date: onWorkday(addDays(today, 7), 1), reason: 'in one week' },
    { date: onWorkday(addDays(today, 14), 1), reason: 'in two weeks' },
    { date: onWorkday(lastDayOfMonth(today), -1), reason: 'at the end of the month' },
    ...(expected === null ? [] : [{ date: onWorkday(expected.date, -1), reason: expected.reason }]),
  ];
  return days.filter(
    ({ date }, at) => date >= today && days.findIndex((other) => other.date === date) === at,
  );
}

/** Days on which something happened. */
export function pastDays(today: string): ProposedDay[] {
  return [
    { date: today, reason: 'today' },
    { date: addDays(today, -1), reason: 'yesterday' },
  ];
}

/** `Friday, in 12 days`; null where it is no day of the calendar. */
export function dayText(date: string, today: string): string | null {
  if (!isDate(date)) return null;
  const days = daysBetween(today, date);
  const away = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${weekday(date)}, ${days === 0 ? 'today' : days > 0 ? `in ${away}` : `${away} ago`}`;
}

/** The day itself, or the next one in a direction that is no Saturday or Sunday. */
function onWorkday(date: string, step: 1 | -1): string {
  let day = date;
  while (/^S/.test(weekday(day))) day = addDays(day, step);
  return day;
}
