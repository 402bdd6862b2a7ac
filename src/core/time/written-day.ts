import { isDate } from './dates.ts';

/**
 * The days that a date may mean, however it is written with numbers: `2018/6/1` one, `5/20/2018` one, `5/12/2018` two,
 * the month first before the day first. None where it is no day.
 */
export function readingsOfDay(written: string): string[] {
  const numbers = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(written.trim());
  if (numbers === null) return [];
  const [, first = '', separator, second = '', third = ''] = numbers;
  if (first.length === 4) return days([first, second, third]);
  if (first.length > 2 || third.length !== 4) return [];
  const dayFirst: Parts = [third, second, first];
  return days(...(separator === '.' ? [dayFirst] : [[third, first, second] satisfies Parts, dayFirst]));
}

type Parts = [year: string, month: string, day: string];

function days(...readings: Parts[]): string[] {
  const dates = readings.map(
    ([year, month, day]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return [...new Set(dates)].filter(isDate);
}
