import { daysBetween, isDate } from './dates.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month by its English name, or by at least three letters of it; null where it is none. */
export function monthNamed(name: string): string | null {
  const lower = name.toLowerCase();
  const at = lower.length < 3 ? -1 : months.findIndex((month) => month.startsWith(lower));
  return at === -1 ? null : String(at + 1);
}

/** The number of the month whose name has the same first three letters, whatever comes after; null where none has. */
export function monthBegun(name = ''): string | null {
  return monthNamed(name.slice(0, 3));
}

/**
 * The days that a date may mean, however it is written: `2018/6/1` one, `June 1, 2018` one, `5/20/2018` one, `5/12/2018`
 * two, the month first before the day first. None where it is no day.
 */
export function readingsOfDay(written: string): string[] {
  const named = namedDay(written.trim());
  if (named !== null) return days(named);
  const numbers = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(written.trim());
  if (numbers === null) return [];
  const [, first = '', separator, second = '', third = ''] = numbers;
  if (first.length === 4) return days([first, second, third]);
  if (first.length > 2 || third.length !== 4) return [];
  const dayFirst: Parts = [third, second, first];
  return days(...(separator === '.' ? [dayFirst] : [[third, first, second] satisfies Parts, dayFirst]));
}

/**
 * The same, where the year may be left out: `28 Nov` is the one that is near a day, up to two months before it or ten
 * behind it. Null leaves it open.
 */
export function readingsNear(written: string, day: string | null): string[] {
  const plain = written.replace(/[.,;)]+$/, '');
  const found = readingsOfDay(plain);
  if (found.length > 0 || day === null) return found;
  const year = Number(day.slice(0, 4));
  // `27/11` goes on with its own separator.
  const before = /^\d{1,2}([/.])\d{1,2}$/.exec(plain)?.[1] ?? ' ';
  return [year - 1, year, year + 1]
    .flatMap((near) => readingsOfDay(`${plain}${before}${near}`))
    .filter((date) => daysBetween(day, date) >= -60 && daysBetween(day, date) < 305);
}

/** A date in a text and the days it may mean; null where there is none. */
export function dayIn(text: string): { written: string; days: string[] } | null {
  const form =
    /(?<![\w./-])(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? [a-z]{3,9}\.?,? \d{4})(?![\w/-])/gi;
  for (const [written] of text.matchAll(form)) {
    const found = readingsOfDay(written);
    if (found.length > 0) return { written, days: found };
  }
  return null;
}

/** `November 18th, 2018`, `Sunday, 18 Nov. 2018` */
function namedDay(written: string): Parts | null {
  const plain = written.replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /i, '');
  const [, name = '', first = '', ending = ''] =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(plain) ?? [];
  const [, day = first, otherName = name, year = ending] =
    /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(plain) ?? [];
  const month = monthNamed(otherName);
  return month === null ? null : [year, month, day];
}

type Parts = [year: string, month: string, day: string];

function days(...readings: Parts[]): string[] {
  const dates = readings.map(
    ([year, month, day]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return [...new Set(dates)].filter(isDate);
}
