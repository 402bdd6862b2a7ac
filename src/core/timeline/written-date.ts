import { isDate, lastDayOfMonth } from '../time/dates.ts';
import { monthBegun, readingsOfDay } from '../time/written-day.ts';
import { type Cursor, slip, take } from './cursor.ts';

const example = 'Write it as year, month and day: `2018-05-04 08:25`.';

/**
 * Reads a date at the cursor. Other ways to write one are understood and noted as slips. `undefined` where none stands there,
 * null where one does and nobody can tell which day it means.
 */
export function readDate(cursor: Cursor): string | null | undefined {
  const offset = cursor.at;
  const strict = take(cursor, /\d{4}-\d{2}-\d{2}(?!\d)/y);
  if (strict) return existing(cursor, offset, strict[0]);
  const [written, date] = looseDate(cursor) ?? [];
  if (written === undefined) return undefined;
  if (!date) {
    const readings = readingsOfDay(written).map((day) => `\`${day}\``);
    slip(
      cursor,
      offset,
      `\`${written}\` can be read in more than one way.`,
      readings.length === 2 ? `Write ${readings.join(' or ')}, whichever it was.` : example,
    );
    return null;
  }
  slip(cursor, offset, `\`${written}\` is not how dates are written here: year, month, day, with hyphens.`);
  return existing(cursor, offset, date);
}

function existing(cursor: Cursor, offset: number, date: string): string | null {
  if (isDate(date)) return date;
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  if (year < '1000' || month < 1 || month > 12 || date.endsWith('-00')) {
    slip(cursor, offset, `\`${date}\` is not in the calendar.`, example);
    return null;
  }
  const last = lastDayOfMonth(date);
  const days = `${date.slice(0, 7)} has ${last.slice(8)} days`;
  slip(cursor, offset, `\`${date}\` is not in the calendar: ${days}.`, 'Write the day it happened on.');
  return last;
}

function looseDate(cursor: Cursor): [written: string, date: string | null] | null {
  const yearFirst =
    take(cursor, /(\d{4})\s?[-/.‐‑–−]\s?(\d{1,2})\s?[-/.‐‑–−]\s?(\d{1,2})(?!\d)/y) ??
    take(cursor, /(\d{4})(\d{2})(\d{2})(?=[T\s]|$)/y);
  if (yearFirst) return [yearFirst[0], join(yearFirst[1], yearFirst[2], yearFirst[3])];

  const yearLast = take(cursor, /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/y);
  if (yearLast) {
    const [written, first, separator, second, year] = yearLast;
    if (separator === '.' || Number(first) > 12) return [written, join(year, second, first)];
    return [written, Number(second) > 12 ? join(year, first, second) : null];
  }

  const dayName = take(cursor, /(\d{1,2})(?:st|nd|rd|th|\.)?\s([a-z]{3,9})\.?,?\s(\d{4})(?!\d)/iy);
  if (dayName) return [dayName[0], join(dayName[3], monthBegun(dayName[2]) ?? '0', dayName[1])];
  const nameDay = take(cursor, /([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/iy);
  return nameDay ? [nameDay[0], join(nameDay[3], monthBegun(nameDay[1]) ?? '0', nameDay[2])] : null;
}

function join(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
