import { addDays, isWeekend } from '../time/dates.ts';

/**
 * The working day on or before a number of days from today, so that a policy's days are kept; where that would be today or
 * earlier, the next working day. Saturdays and Sundays are no working days, and of holidays nothing is known.
 */
export function workingDayWithin(today: string, days: number): string {
  let day = addDays(today, days);
  while (isWeekend(day) && day > today) day = addDays(day, -1);
  if (day > today) return day;
  day = addDays(today, 1);
  while (isWeekend(day)) day = addDays(day, 1);
  return day;
}
