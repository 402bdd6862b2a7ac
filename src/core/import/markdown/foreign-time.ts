import { isDate } from '../../time/dates.ts';
import { monthBegun } from '../../time/written-day.ts';
import { type Cursor, take } from '../../timeline/cursor.ts';
import { readClock } from '../../timeline/written-clock.ts';
import { type SaidZone, saidZone, zoneForm } from './foreign-zones.ts';

/** How a document writes 05/04/2018; null where nothing in it tells. */
export type DateOrder = 'day-first' | 'month-first' | null;

/** A day: `YYYY-MM-DD`, or without its year `MM-DD`. */
export interface SaidDate {
  date: string;
  hasYear: boolean;
  /** Whether the year has only two digits, so that the century is a guess. */
  isShort?: true;
}

export interface SaidMoment {
  date: SaidDate | null;
  /** `08:25` or `08:25:30` */
  clock: string;
  zone: SaidZone | null;
}

/** What stands at the start of a line of somebody's timeline. */
export interface SaidTime {
  /** Null where there is only a day. */
  start: SaidMoment | null;
  end: SaidMoment | null;
  /** Of a line with a day only. */
  day: SaidDate | null;
  approximate: boolean;
  /** Whether something else can have been meant. */
  doubtful: boolean;
  /** Whether it says that it is the day after: `next day, 08:10`, `00:20 (next day)`. */
  nextDay: boolean;
  /** How many characters were read, the separators behind them included. */
  length: number;
  /** Those characters without what separates them from the rest. */
  written: string;
}

const month = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const year = String.raw`([12]\d{3})`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;

const isoDate = /([12]\d{3})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/y;
const compactDate = /([12]\d{3})(\d{2})(\d{2})(?=[T\s]|$)/y;
const numberDate = /(\d{1,2})([./-])(\d{1,2})\2([12]\d{3})(?!\d)/y;
/** `5/4/18`, only with a clock behind it or nothing at all: it could be a version. */
const shortYear =
  /(\d{1,2})([./])(\d{1,2})\2(\d{2})(?=,?[\sT]+(?:at\s+)?[~≈]?\d{1,2}(?::\d{2}|\s?[ap]\.?m)|\s*$)/iy;
/** `03-26 17:40`: an ISO day that lost its year, only with a clock behind it. */
const shortIsoDate = /(0\d|1[0-2])-([0-3]\d)(?=[T\s]\d{2}:\d{2})/y;
const dayMonth = new RegExp(String.raw`${day}\.?(?:\s+of)?[\s-]${month}(?:,?[\s-]+${year})?(?![\w:])`, 'iy');
const monthDay = new RegExp(String.raw`${month}\s+${day}(?:,?\s+${year}(?!:))?(?![\w:])`, 'iy');
const weekday =
  /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)[.,]?\s+(?:the\s+)?(?=\S)/iy;

/** Reads a day. `undefined` where none stands there, null where it can be read in two ways. */
export function readSaidDate(cursor: Cursor, order: DateOrder): SaidDate | null | undefined {
  const start = cursor.at;
  take(cursor, weekday);
  const ymd = take(cursor, isoDate) ?? take(cursor, compactDate);
  if (ymd) return made(cursor, start, ymd[1], ymd[2], ymd[3]);
  const whole = take(cursor, numberDate);
  const short = whole === null ? take(cursor, shortYear) : null;
  const numbers = whole ?? short;
  if (numbers) {
    const [, first = '', separator, second = '', digits = ''] = numbers;
    const own = short === null ? digits : `20${digits}`;
    const isShort = short !== null;
    const isDayFirst =
      Number(first) > 12 || separator === '.' || (Number(second) <= 12 && order === 'day-first');
    if (isDayFirst) return made(cursor, start, own, second, first, isShort);
    if (Number(second) > 12 || order === 'month-first' || first === second)
      return made(cursor, start, own, first, second, isShort);
    return null;
  }
  const yearless = take(cursor, shortIsoDate);
  if (yearless) return made(cursor, start, undefined, yearless[1], yearless[2]);
  const named = take(cursor, dayMonth);
  if (named) return made(cursor, start, named[3], monthBegun(named[2]) ?? '0', named[1]);
  const other = take(cursor, monthDay);
  if (other) return made(cursor, start, other[3], monthBegun(other[1]) ?? '0', other[2]);
  cursor.at = start;
  return undefined;
}

function made(
  cursor: Cursor,
  start: number,
  own: string | undefined,
  monthNumber = '',
  dayNumber = '',
  isShort = false,
): SaidDate | undefined {
  const rest = `${monthNumber.padStart(2, '0')}-${dayNumber.padStart(2, '0')}`;
  if (isDate(`${own ?? '2020'}-${rest}`))
    return {
      date: own === undefined ? rest : `${own}-${rest}`,
      hasYear: own !== undefined,
      ...(isShort ? { isShort } : {}),
    };
  cursor.at = start;
  return undefined;
}

/**
 * The order in which a text writes days and months, where one of its dates can be read in one way only, or is a day that is
 * known from elsewhere.
 *
 * @param known `YYYY-MM-DD`, as in the name of the file.
 */
export function dateOrderOf(text: string, known: string | null = null): DateOrder {
  const orders = new Set<DateOrder>();
  const same = new Set<DateOrder>();
  for (const [, first = '', second = '', year = ''] of text.matchAll(
    /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-]([12]\d{3}|\d{2})(?![\d/-])/g,
  )) {
    if (Number(first) > 12 && Number(second) <= 12) orders.add('day-first');
    if (Number(second) > 12 && Number(first) <= 12) orders.add('month-first');
    if (first === second || known === null || known.slice(-8, -6) !== year.slice(-2)) continue;
    const rest = known.slice(5);
    if (rest === `${second.padStart(2, '0')}-${first.padStart(2, '0')}`) same.add('day-first');
    if (rest === `${first.padStart(2, '0')}-${second.padStart(2, '0')}`) same.add('month-first');
  }
  const found = orders.size > 0 ? orders : same;
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Reads the time that begins a line; null where none does. Never throws; looks at the first 120 characters. */
export function readSaidTime(text: string, order: DateOrder): SaidTime | 'two-ways' | null {
  const cursor: Cursor = { text: text.slice(0, 120), at: 0, slips: [], doubtful: false };
  take(cursor, /\s+/y);
  const begin = cursor.at;
  const isPrefixed =
    take(cursor, /(?:the\s+)?(?:next|following)\s+day\s*[,:]?\s*(?:at\s+)?(?=~?\d)/iy) !== null;
  let approximate =
    take(cursor, /(?:about|around|approx(?:imately|\.)?|circa|ca?\.)\s+(?=[~[(]?\d)/iy) !== null;
  const bracket = take(cursor, /[[(]\s*(?=[~\dA-Za-z])/y);
  take(cursor, /at\s+(?=~?\d)/iy);
  let date = readSaidDate(cursor, order);
  if (date === null) return 'two-ways';
  const dateEnd = cursor.at;
  if (date !== undefined) {
    take(cursor, /\s*(?:T(?=\d)|[,;:@|–—-]|\s(?:at|@)\s)?\s*(?=[~≈]?\s?\d)/y);
    if (take(cursor, /,?\s(?:at )?(?:about|around|approx(?:imately|\.)?|circa|ca?\.)\s(?=\d{1,2}[:.]\d\d)/iy))
      approximate = true;
  }
  if (take(cursor, /[~≈]\s*/y)) approximate = true;
  const isIso = cursor.text[cursor.at - 1] === 'T';
  const clock = readSaidClock(cursor);
  if (clock === null) {
    cursor.at = dateEnd;
    if (date === undefined) return null;
    if (bracket) take(cursor, /\s*[\])]/y);
    return finish(cursor, begin, {
      start: null,
      end: null,
      day: date,
      approximate,
      doubtful: false,
      nextDay: isPrefixed,
    });
  }
  let zone = readSaidZone(cursor);
  let doubtful = false;
  let end: SaidMoment | null = null;
  const range = cursor.at;
  if (zone === null) {
    const glued = take(cursor, /([+-])(\d{2}):?(\d{2})(?![\d:])(?!\s?[ap]\.?m)/iy);
    if (glued !== null) {
      const [, sign = '', hours = '', minutes = ''] = glued;
      const asClock = `${hours}:${minutes}`;
      const isRange =
        sign === '-' && !isIso && clock.value.length === 5 && (asClock > clock.value || Number(hours) > 12);
      if (isRange && Number(hours) < 24) {
        end = { date: null, clock: asClock, zone: readSaidZone(cursor) };
        doubtful = Number(hours) <= 12;
      } else if (Number(hours) <= 14) {
        zone = { kind: 'offset', offset: hours + minutes === '0000' ? 'Z' : `${sign}${asClock}`, name: null };
        doubtful = !isIso && sign === '-' && clock.value.length === 5;
      } else cursor.at = range;
    }
  }
  let value = clock.value;
  const read = end === null ? readRangeEnd(cursor, order) : null;
  if (read !== null) {
    end = read.end;
    if (clock.half === null && read.half !== null) {
      // `1:00 - 2:00 PM`: the first one most likely is in the same half, but nobody says so.
      const later = `${(Number(value.slice(0, 2)) % 12) + 12}${value.slice(2)}`;
      if (read.half === 'p' && value <= '12:59' && later <= end.clock) value = later;
      doubtful = true;
    }
  }
  if (end !== null) {
    zone ??= end.zone;
    end.zone ??= zone;
  }
  if (date === undefined) {
    const before = cursor.at;
    take(cursor, /(?:\s*,)?\s+(?:on\s+)?|\s*[(,]\s*/iy);
    const behind = readSaidDate(cursor, order);
    if (behind === null) return 'two-ways';
    // A number with a month behind a time is its day only where nothing else follows closely.
    if (behind === undefined || !/^\s*(?:[)\]:,.–—|-]|$)/.test(cursor.text.slice(cursor.at)))
      cursor.at = before;
    else {
      date = behind;
      take(cursor, /\s*\)/y);
    }
  }
  if (bracket) {
    take(cursor, /\s*[\])]/y);
    zone ??= readSaidZone(cursor);
  }
  if (take(cursor, /\s*\((?:approx(?:imately|\.)?|about|estimated|est\.)\)/iy)) approximate = true;
  if (/^\w/.test(cursor.text.slice(cursor.at))) return null;
  const isNext = /^\s*[([](?:(?:the\s+)?(?:next|following)\s+day|\+\s?1d?(?:ay)?)[)\]]/i.test(
    cursor.text.slice(cursor.at),
  );
  return finish(cursor, begin, {
    nextDay: isPrefixed || isNext,
    start: { date: date ?? null, clock: value, zone },
    end,
    day: null,
    approximate: approximate || clock.approximate,
    doubtful: doubtful || clock.doubtful,
  });
}

function finish(cursor: Cursor, begin: number, said: Omit<SaidTime, 'length' | 'written'>): SaidTime | null {
  const written = cursor.text.slice(begin, cursor.at).trim();
  if (said.start === null && /^\w/.test(cursor.text.slice(cursor.at))) return null;
  take(cursor, /\s*(?:\|\s*|[:.,;]+(?=\s|$)|[–—-]{1,2}>?(?=\s|$)|→)?\s*(?:[–—-]{1,2}(?=\s))?\s*/y);
  return { ...said, length: cursor.at, written };
}

function readSaidClock(
  cursor: Cursor,
): { value: string; half: 'a' | 'p' | null; approximate: boolean; doubtful: boolean } | null {
  const start = cursor.at;
  const military = take(cursor, /([01]\d|2[0-3])([0-5]\d)(?:\s?(?:hrs|hours|h)\b|(?=\s?(?:UTC|GMT|Z)\b))/y);
  if (military !== null)
    return {
      value: `${military[1]}:${military[2]}`,
      half: null,
      approximate: false,
      // `2018 UTC` may be a year.
      doubtful: /^(?:19|20)/.test(military[0]),
    };
  const short = take(cursor, /(\d{1,2}):([0-5]\d)([ap])(?![\w.])/iy);
  if (short !== null) {
    const [, hours = '', minutes = '', letter = ''] = short;
    const half = letter.toLowerCase() === 'p' ? 'p' : 'a';
    const hour = (Number(hours) % 12) + (half === 'p' ? 12 : 0);
    if (Number(hours) >= 1 && Number(hours) <= 12)
      return {
        value: `${String(hour).padStart(2, '0')}:${minutes}`,
        half,
        approximate: false,
        doubtful: false,
      };
    cursor.at = start;
  }
  const read = readClock(cursor);
  const written = cursor.text.slice(start, cursor.at);
  const half = /[ap](?=\.?m\.?$)/i.exec(written.trim())?.[0].toLowerCase() ?? null;
  const isWhole = /^(?:\d{1,2}:\d{2}|\d{2}[.h∶]\d{2}(?![.\d]))/.test(written) || half !== null;
  if (read === null || read.clock === null || read.nextDay || !isWhole) {
    cursor.at = start;
    return null;
  }
  return {
    value: read.clock,
    half: half === 'p' ? 'p' : half === 'a' ? 'a' : null,
    approximate: take(cursor, /\s?ish\b|~/y) !== null,
    // Fractions of a second have no place in ours, and nobody knows what `23:00 AM` is.
    doubtful:
      (/\d[.,]\d+$/.test(written) && written.includes(':')) ||
      (half === 'a' && /^(?:1[3-9]|2\d)/.test(written)),
  };
}

const zoneAtCursor = new RegExp(String.raw`\s?\(?\s?(${zoneForm})(?:\s?\))?(?:\s?time\b)?`, 'y');

function readSaidZone(cursor: Cursor): SaidZone | null {
  const start = cursor.at;
  const written = take(cursor, zoneAtCursor);
  const zone = written === null ? null : saidZone(written[1] ?? '');
  if (zone === null) cursor.at = start;
  return zone;
}

function readRangeEnd(cursor: Cursor, order: DateOrder): { end: SaidMoment; half: 'a' | 'p' | null } | null {
  const start = cursor.at;
  if (!take(cursor, /\s*(?:[-–—−]{1,2}>?|→|\.{2,3}|…)\s*|\s+(?:to|till?|until|through)\s+/iy)) return null;
  take(cursor, /[~≈]\s*/y);
  const date = readSaidDate(cursor, order);
  if (date) take(cursor, /\s*(?:T(?=\d)|[,@]|\s(?:at|@)\s)?\s*(?=\d)/y);
  const clock = date === null ? null : readSaidClock(cursor);
  if (clock === null || /^\w/.test(cursor.text.slice(cursor.at))) {
    cursor.at = start;
    return null;
  }
  return { end: { date: date ?? null, clock: clock.value, zone: readSaidZone(cursor) }, half: clock.half };
}
