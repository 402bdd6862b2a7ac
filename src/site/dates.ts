/** Dates and spans as a reader says them. Days come as `YYYY-MM-DD`. */
const plain = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const near = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const full = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `4 May 2018` */
export const day = remembered(plain);
/** `4 May 2018`, `11 Jun 2018`, for lists. */
export const shortDay = remembered(short);
/** `4 May`, for days that are weeks away at most. */
export const nearDay = remembered(near);
/** `Friday 4 May 2018` */
export const weekday = remembered(full, (words) => words.replace(',', ''));

/** `3 days`, `10 months`, `2 years`: the roundest honest way to say a number of days. */
export function span(days: number): string {
  if (days < 60) return counted(days, 'day');
  if (days < 730) return counted(Math.round(days / 30.44), 'month');
  return counted(Math.round(days / 365.25), 'year');
}

/** `18 days`, `2,012 days (6 years)`: exact, and easy to hold. */
export function exactSpan(days: number): string {
  return days < 60 ? span(days) : `${days.toLocaleString('en-GB')} days (${span(days)})`;
}

/** `one day`, `127 days`: exact, where days are what counts. */
export const dayCount = (days: number): string => counted(days, 'day');

/** Of whatever has a date that passed: `late since 17 Jul 2026 (127 days)`. */
export const lateSince = (date: string, days: number): string =>
  `late since ${shortDay(date)} (${dayCount(days)})`;

function counted(count: number, unit: string): string {
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}

/** `Intl` takes a microsecond or ten a call, and a large site shows the same days again and again. */
function remembered(
  format: Intl.DateTimeFormat,
  finish = (words: string) => words,
): (date: string) => string {
  const known = new Map<string, string>();
  return (date) => {
    let words = known.get(date);
    if (words === undefined) {
      words = finish(format.format(new Date(`${date}T00:00:00Z`)));
      known.set(date, words);
    }
    return words;
  };
}
