import { isDate, lastDayOfMonth } from '../time/dates.ts';
import { readingsNear } from '../time/written-day.ts';

/**
 * The date an author most likely meant: `2018-6-1`, `2018/06/01`, `2018-06-01.`; for a day past the month's end
 * its last one. Null where that would be a guess, as in `01/06/2018`.
 *
 * @param writtenOn About when it was written, for days without a year; null where nobody knows.
 */
export function nearestDate(text: string, writtenOn: string | null): string | null {
  const parts = /^([1-9]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (!parts) {
    const [day, ...others] = readingsNear(text, writtenOn);
    return day === undefined || others.length > 0 ? null : day;
  }
  const [year, month, day] = parts.slice(1).map((part) => part.padStart(2, '0'));
  const date = `${year}-${month}-${day}`;
  if (isDate(date)) return date;
  const isPastTheEnd = isDate(`${year}-${month}-01`) && Number(day) > 28 && Number(day) <= 31;
  return isPastTheEnd ? lastDayOfMonth(date) : null;
}
