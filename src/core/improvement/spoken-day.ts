import { addDays, isDate, lastDayOfMonth, weekdayOf } from '../time/dates.ts';
import { monthNamed, readingsNear } from '../time/written-day.ts';
import { dayInWords } from './day-in-words.ts';

/**
 * The days that words may mean on the day they were said: one for `end of next week`, two for `next Friday` on a Monday,
 * the earlier first. None where they leave it open, as in `next sprint`.
 *
 * @param from The day on which they were said.
 */
export function daysSpoken(words: string, from: string): string[] {
  const text = words
    .toLowerCase()
    .replace(/[.,;)]+$/, '')
    .replace(/^(?:by|before|until|till|on) /, '')
    .replace(/\bthe /g, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (found !== null) return [...new Set(read(found, from))].filter(isDate).sort();
  }
  return [];
}

/** A day at the end of a text, or in brackets in it, and what it may mean; null where none is told. */
export function dayTold(text: string, from: string): { written: string; days: string[] } | null {
  for (const { index, 0: lead } of text.matchAll(
    /(?:\b(?:by|before|until|till|due|within)\s+|[(,–—-]\s*)(?=\S)/gi,
  )) {
    const words = text.slice(index + lead.length).split(/\s+/, 6);
    // `(3/4)` is three of four.
    const length = isDayAndMonth(words) && !lead.startsWith('(') ? 1 : dayInWords(words);
    if (length === 0) continue;
    const written = words
      .slice(0, length)
      .join(' ')
      .replace(/[.,;)]+$/, '');
    const spoken = daysSpoken(/within/i.test(lead) ? `in ${written}` : written, from);
    const days = spoken.length > 0 ? spoken : readingsNear(written, from);
    if (days.length > 0) return { written, days };
  }
  return null;
}

/** `27/11` or `27.11.`, where nothing follows: elsewhere it may be a part of something. */
function isDayAndMonth([first = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && /^\d{1,2}([/.])\d{1,2}\.?\)?$/.test(first);
}

type Reading = (found: RegExpExecArray, from: string) => string[];

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const numbers = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const weekdayName = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const end = '(?:end(?: of)?|late|eo)';

const forms: readonly [RegExp, Reading][] = [
  [/^(?:today|tonight|eod|end of(?: this)? day)$/, (_, from) => [from]],
  [/^tomorrow$/, (_, from) => [addDays(from, 1)]],
  [new RegExp(`^(?:this |coming )?${weekdayName}$`), ([, name], from) => [comingDay(name, from)]],
  [new RegExp(`^next ${weekdayName}$`), ([, name], from) => nextDay(name, from)],
  [new RegExp(`^${weekdayName} next week$`), ([, name], from) => nextDay(name, from, 'week')],
  [/^(?:eow|(?:end of |late )?(?:this )?week)$/, (_, from) => [comingDay('fri', addDays(from, -1))]],
  [/^(?:end of |late )next week$/, (_, from) => nextDay('fri', from, 'week')],
  [/^next week$/, (_, from) => [...nextDay('mon', from, 'week'), ...nextDay('fri', from, 'week')]],
  [
    /^(?:in |within )?(an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week|month)s?(?: from now)?$/,
    ([, count = '', unit = ''], from) => [later(from, numberOf(count), unit)],
  ],
  [/^(?:in )?(?:a )?fortnight$/, (_, from) => [addDays(from, 14)]],
  [new RegExp(`^(?:eom|${end} (?:this )?month|this month)$`), (_, from) => [lastDayOfMonth(from)]],
  [new RegExp(`^${end} next month$`), (_, from) => [lastDayOfMonth(monthsLater(from, 1))]],
  [/^next month$/, (_, from) => wholeMonth(monthsLater(from, 1))],
  [/^(?:eoy|(?:end of )?this year|end of year|year end)$/, (_, from) => [`${from.slice(0, 4)}-12-31`]],
  [
    /^(?:eoq|(?:end of )?this quarter|end of quarter)$/,
    (_, from) => [quarterEnd(from.slice(0, 4), quarterOf(from))],
  ],
  [
    /^(?:end of |late )?q([1-4])(?: (\d{4}))?$/,
    ([, quarter, year], from) => [comingQuarter(Number(quarter), year, from)],
  ],
  [
    /^(?:(end of|late|mid|middle of|start of|beginning of|in) ?-?)?([a-z]{3,9})\.?(?: (\d{4}))?$/,
    ([, part, name = '', year], from) => inMonth(name, { part, year, from }),
  ],
];

function numberOf(count: string): number {
  return /^\d/.test(count) ? Number(count) : Math.max(1, numbers.indexOf(count));
}

function weekdayNamed(name = ''): number {
  return weekdays.findIndex((weekday) => weekday.startsWith(name));
}

/** The first such day after a day. */
function comingDay(name: string | undefined, from: string): string {
  const away = (weekdayNamed(name) - weekdayOf(from) + 7) % 7;
  return addDays(from, away === 0 ? 7 : away);
}

/**
 * Of the week after the one that a day is in. To some `next Friday` is the first Friday that comes; to some a week begins
 * on a Sunday.
 */
function nextDay(name: string | undefined, from: string, said: 'day' | 'week' = 'day'): string[] {
  const today = weekdayOf(from);
  const monday = addDays(from, today === 0 ? 1 : 8 - today);
  const wanted = weekdayNamed(name);
  const day = addDays(monday, (wanted + 6) % 7);
  return [...(said === 'day' ? [comingDay(name, from)] : []), day, ...(today === 0 ? [addDays(day, 7)] : [])];
}

function later(from: string, count: number, unit: string): string {
  if (unit !== 'month') return addDays(from, unit === 'week' ? 7 * count : count);
  const first = monthsLater(from, count);
  const day = `${first.slice(0, 8)}${from.slice(8)}`;
  return isDate(day) ? day : lastDayOfMonth(first);
}

/** The first day of the month that comes so many months later. */
function monthsLater(from: string, count: number): string {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count;
  return firstOf(String(Math.floor(month / 12)), (month % 12) + 1);
}

function firstOf(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

const wholeMonth = (first: string): string[] => [first, lastDayOfMonth(first)];

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

function quarterEnd(year: string, quarter: number): string {
  return lastDayOfMonth(firstOf(year, quarter * 3));
}

function comingQuarter(quarter: number, year: string | undefined, from: string): string {
  const own = Number(from.slice(0, 4));
  return quarterEnd(year ?? String(quarter < quarterOf(from) ? own + 1 : own), quarter);
}

/** A month without its part is over on its last day, and to some begun on its first. */
function inMonth(
  name: string,
  { part, year, from }: { part: string | undefined; year: string | undefined; from: string },
): string[] {
  const month = Number(monthNamed(name));
  if (month === 0) return [];
  const own = Number(from.slice(0, 4));
  const first = firstOf(year ?? String(month < Number(from.slice(5, 7)) ? own + 1 : own), month);
  switch (part) {
    case 'mid':
    case 'middle of':
      return [`${first.slice(0, 8)}15`];
    case 'start of':
    case 'beginning of':
      return [first];
    case 'end of':
    case 'late':
      return [lastDayOfMonth(first)];
    default:
      return wholeMonth(first);
  }
}
