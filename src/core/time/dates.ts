/** Calendar dates are strings, `YYYY-MM-DD`, in the years 1000 to 9999. They have no zone. */

const dayLength = 86_400_000;

/** Whether the text is a date that the calendar has. */
export function isDate(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && dateOfDay(dayOfDate(text)) === text;
}

/** Days since 1970-01-01. */
export function dayOfDate(date: string): number {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return Date.UTC(year, twoDigits(date, 5) - 1, twoDigits(date, 8)) / dayLength;
}

/** The number that two digits make at an index. Every date and clock of a thousand files comes by here, so nothing is cut out. */
export function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - 48) * 10 + text.charCodeAt(index + 1) - 48;
}

/** The date of a day that is counted from 1970-01-01; beyond the first or last date it is that one. */
export function dateOfDay(day: number): string {
  if (day === last?.day) return last.date;
  const within = Math.min(Math.max(day, firstDay), lastDay);
  last = { day, date: new Date(within * dayLength).toISOString().slice(0, 10) };
  return last.date;
}

const firstDay = dayOfDate('1000-01-01');
const lastDay = dayOfDate('9999-12-31');

/** The day asked for last: the entries of a timeline ask for the same one many times. */
let last: { day: number; date: string } | null = null;

export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days);
}

/** Whole days from one date to another; negative where the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return dayOfDate(to) - dayOfDate(from);
}

/** 0 for a Sunday to 6 for a Saturday. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday, and days before it are below zero.
  return (((dayOfDate(date) + 4) % 7) + 7) % 7;
}

export function isWeekend(date: string): boolean {
  return weekdayOf(date) % 6 === 0;
}

/** The date itself, or the Monday after it where it is on a weekend. */
export function workdayFrom(date: string): string {
  const weekday = weekdayOf(date);
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The last day of the month in which a date lies; the date's own day may be one that the month does not have. */
export function lastDayOfMonth(date: string): string {
  return dateOfDay(Date.UTC(Number(date.slice(0, 4)), twoDigits(date, 5), 0) / dayLength);
}
