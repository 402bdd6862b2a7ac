import { isDate } from '../time/dates.ts';
import { monthBegun } from '../time/written-day.ts';

export interface ActionDates {
  /** What `05/04/2018` means; null where nobody has said. */
  order: 'day-first' | 'month-first' | null;
}

/**
 * The day in a cell of Jira's CSV: `2018-05-04 09:41`, `04/May/18 9:41 AM`, `5/4/2018 9:41`. Null where it is none, or may be
 * two days and nobody has said which.
 */
export function dateIn(written: string, { order }: ActionDates): string | null {
  const text = written.trim();
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ])/.exec(text);
  if (iso !== null) return dated(iso[1], iso[2], iso[3]);
  const named = /^(\d{1,2})[/ .-]([a-z]{3})[a-z]*[/ .-](\d{2}|\d{4})(?:$|\s)/i.exec(text);
  if (named !== null) {
    const month = monthBegun(named[2]);
    return month === null ? null : dated(named[3], month, named[1]);
  }
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?:$|\s)/.exec(text);
  if (numbers === null) return null;
  const [, first = '', sign, second = '', year] = numbers;
  // Only one order fits where a number is no month; points are written with the day first.
  const readings = [
    ...(order === 'month-first' ? [] : [dated(year, second, first)]),
    ...(order === 'day-first' || (order === null && sign === '.') ? [] : [dated(year, first, second)]),
  ].filter((date) => date !== null);
  const [only, other] = new Set(readings);
  return other === undefined ? (only ?? null) : null;
}

function dated(year = '', month = '', day = ''): string | null {
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
