import { addDays, isDate } from '../time/dates.ts';
import { type Cursor, slip, take } from './cursor.ts';
import { readClock } from './written-clock.ts';
import { readDate } from './written-date.ts';
import { readOffset } from './written-offset.ts';

/** A moment as written: no date means the day of the entry before, no offset the file's zone. */
export interface WrittenMoment {
  date: string | null;
  /** `08:25` or `08:25:30` */
  clock: string;
  /** `Z`, `-04:00` */
  offset: string | null;
}

/** The time of an entry as written. */
export interface WrittenTime extends WrittenMoment {
  approximate: boolean;
  end: WrittenMoment | null;
}

/** What stands at the start of an entry. `length` counts the characters that were read as its time. */
export type EntryTimeReading =
  | { kind: 'time'; time: WrittenTime; length: number }
  | {
      kind: 'slip';
      /** Offset of what is amiss, in the text. */
      offset: number;
      message: string;
      hint: string;
      /** What the author most likely meant, or null. */
      repaired: WrittenTime | null;
      /** A day without a clock. */
      dateOnly: boolean;
      /** Nothing else can have been meant than `repaired`. */
      certain: boolean;
      length: number;
    }
  | { kind: 'none' };

/** No time is longer; what comes later in an entry is never looked at, so a text of any length costs the same. */
const longest = 160;

const rangeEnd = String.raw`(?=[~≈]?\s?\d{1,2}:\d|\d{4}[-/]\d{1,2}[-/]\d|\d{1,2}\s?[ap]\.?m(?!\w))`;
const rangeDash = new RegExp(String.raw`\s*[–—‒]\s*${rangeEnd}|\s+-\s+${rangeEnd}`, 'iy');
const looseRangeDash = new RegExp(
  String.raw`\s*(?:[-−‐‑]+|->|→|\.\.+|…|/)\s*${rangeEnd}|\s+(?:to|till?|until|through)\s+${rangeEnd}`,
  'iy',
);

/** Reads the time at the start of an entry's text. Never throws. */
export function readEntryTime(text: string): EntryTimeReading {
  return readPlainTime(text) ?? readAnyTime(text);
}

// Behind the clock comes the entry's text. Its first word can't be a half of the day, a zone or the dash of a range.
const plainTime =
  /^(?:(\d{4}-\d{2}-\d{2}) )?(~?)((?:[01]\d|2[0-3]):[0-5]\d)(?= ?$| (?!(?:[ap]m|to|till?|until|through|z|utc|gmt|[ecmp][sd]t|bst|ces?t)\b)[a-z][a-z\d-]*(?: |$))/i;

/** A time just as the format has it, without a range or an offset. Most are, and one look is enough for them. */
function readPlainTime(text: string): EntryTimeReading | null {
  const [written, date = null, tilde, clock] = plainTime.exec(text) ?? [];
  if (written === undefined || clock === undefined || (date !== null && !isDate(date))) return null;
  const time = { date, clock, offset: null, approximate: tilde === '~', end: null };
  return { kind: 'time', time, length: written.length };
}

/** Reads every way to write a time, step by step, and notes what is amiss in it. */
export function readAnyTime(text: string): EntryTimeReading {
  const cursor: Cursor = { text: asciiStart(text), at: 0, slips: [], doubtful: false };
  const opening = readOpening(cursor);
  const start = readMoment(cursor, 'start');
  if (!start) return { kind: 'none' };
  start.approximate ||= opening.approximate;

  const end = start.end ?? readEnd(cursor, start);
  if (opening.bracketed) take(cursor, /[\])}"'”’»]/y);
  if (start.hasClock) readBoundary(cursor, start);
  reportFullWidth(cursor, text);

  const { length } = text.slice(0, cursor.at);
  const [first] = cursor.slips;
  const time = writtenTime(start, end);
  if (!first && time) return { kind: 'time', time, length };
  const hint =
    first?.hint ??
    (time && `Write \`${printWrittenTime(time)}\`.`) ??
    cursor.slips.find((other) => other.hint !== undefined)?.hint ??
    'Write a time of the 24-hour clock, with its date: `2018-05-04 08:25`.';
  return {
    kind: 'slip',
    offset: first?.offset ?? 0,
    message: first?.message ?? 'This time cannot be read.',
    hint,
    repaired: time,
    dateOnly: !start.hasClock,
    certain:
      !cursor.doubtful &&
      cursor.slips.every((slip) => slip.hint === undefined || slip.mended) &&
      !isHalfAHalfDay(text.slice(0, length), end),
    length,
  };
}

/** `1:00 - 2:00 PM`: which half the other end is in, nobody says. */
function isHalfAHalfDay(written: string, end: LooseMoment | null): boolean {
  return end !== null && written.match(/[ap]\.?m(?!\w)/gi)?.length === 1;
}

/** Writes a time the way `readEntryTime` reads it. */
export function printWrittenTime({ approximate, end, ...start }: WrittenTime): string {
  return `${printMoment(start, approximate ? '~' : '')}${end ? `–${printMoment(end, '')}` : ''}`;
}

function printMoment({ date, clock, offset }: WrittenMoment, tilde: string): string {
  return `${date === null ? '' : `${date} `}${tilde}${clock}${offset ?? ''}`;
}

/** A moment being read: what is null could not be understood, what is undefined does not stand there. */
interface LooseMoment {
  date: string | null | undefined;
  clock: string | null;
  offset: string | null;
  approximate: boolean;
  hasClock: boolean;
  /** A range that was written like an offset. */
  end: LooseMoment | null;
}

function readMoment(cursor: Cursor, role: 'start' | 'end'): LooseMoment | null {
  const offset = cursor.at;
  const early = take(cursor, /[~≈∼]\s*(?=\d{4}\D)/y);
  if (early) slip(cursor, offset, '`~` stands before the clock, not before the date.');
  const dateOffset = cursor.at;
  const date = readDate(cursor);
  if (date !== undefined) readJoint(cursor);

  const tilde = readTilde(cursor);
  const clock = readClock(cursor);
  if (!clock) {
    if (date === undefined) return null;
    const day = date ?? '2018-05-04';
    const hint = `Write the clock too, for example \`${day} 08:25\`; \`${day} ~08:25\` is about then.`;
    if (date !== null) slip(cursor, dateOffset, 'A date alone is no time.', hint);
    return { date, clock: null, offset: null, approximate: false, hasClock: false, end: null };
  }
  const moment: LooseMoment = {
    date: clock.nextDay && date ? addDays(date, 1) : date,
    // `22:00–24:00` ends on the next day by itself, but an entry at `24:00` needs the next day's date.
    clock: clock.nextDay && date === undefined && role === 'start' ? null : clock.clock,
    offset: null,
    approximate: tilde || early !== null,
    hasClock: true,
    end: null,
  };
  const late = cursor.at;
  if (take(cursor, /[~≈∼]/y)) {
    slip(cursor, late, '`~` stands before the clock, not behind it.');
    moment.approximate = true;
  }
  const glued = readOffset(cursor, clock.clock ?? '08:25');
  if (glued?.kind === 'offset') moment.offset = glued.offset;
  if (glued?.kind === 'end')
    moment.end = { ...moment, date: undefined, clock: glued.clock, approximate: false };
  return moment;
}

function readEnd(cursor: Cursor, start: LooseMoment): LooseMoment | null {
  if (!start.hasClock) return null;
  const before = cursor.at;
  const dash = take(cursor, rangeDash);
  if (!dash) {
    const loose = take(cursor, looseRangeDash);
    if (!loose) return null;
    slip(
      cursor,
      before + loose[0].length - loose[0].trimStart().length,
      ...looseRange(cursor, loose[0], start),
    );
  }
  const tildeAt = cursor.at;
  const end = readMoment(cursor, 'end');
  if (end?.approximate) {
    slip(cursor, tildeAt, 'In a range, `~` stands before its start and counts for both ends.');
    start.approximate = true;
  }
  return end;
}

function looseRange(cursor: Cursor, written: string, start: LooseMoment): [message: string, hint?: string] {
  const offset = /^-\d{2}:\d{2}(?!\d)/.exec(cursor.text.slice(cursor.at - 1, cursor.at + 6))?.[0];
  const clock = start.clock;
  if (written.trim() === '-' && written.startsWith(' ') && offset !== undefined && clock !== null) {
    const hint = `Write \`${clock}–${offset.slice(1)}\` for a range, \`${clock}${offset}\` for an offset from UTC.`;
    return [`\`${clock} ${offset}\` can be a range or an offset.`, hint];
  }
  return [`A range is written with a dash, not with \`${written.trim()}\` like this.`];
}

function writtenTime(start: LooseMoment, end: LooseMoment | null): WrittenTime | null {
  const [from, to] = [writtenMoment(start), end && writtenMoment(end)];
  if (!from || (end && !to)) return null;
  return { ...from, approximate: start.approximate, end: to };
}

function writtenMoment({ date, clock, offset }: LooseMoment): WrittenMoment | null {
  return date === null || clock === null ? null : { date: date ?? null, clock, offset };
}

/** Whatever people put before a time. A bracket or quote has a partner behind it. */
function readOpening(cursor: Cursor): { bracketed: boolean; approximate: boolean } {
  take(cursor, /\s+/y);
  const offset = cursor.at;
  // Invisible characters come along when a time is copied from a chat.
  if (take(cursor, /[\u00ad\u200b-\u200f\u2060]+(?=\s?[~\d])/y)) {
    const hint = 'Delete it: go before the time and press backspace.';
    slip(cursor, offset, 'An invisible character stands before the time.', hint);
  }
  const wordOffset = cursor.at;
  const word = take(
    cursor,
    /(about|around|approx(?:imately|\.)?|circa|ca?\.?|at)\s+(?=\d)/iy,
  )?.[1]?.toLowerCase();
  if (word === 'at') slip(cursor, wordOffset, 'An entry begins with its time, without `at`.');
  else if (word) slip(cursor, wordOffset, `\`${word}\` is written \`~\` here.`);

  const bracketOffset = cursor.at;
  const bracket = take(cursor, /[[({"'“‘«](?=\s?[~\d])/y);
  if (bracket) slip(cursor, bracketOffset, `A time stands without \`${bracket[0]}\` around it.`);
  return { bracketed: bracket !== null, approximate: word !== undefined && word !== 'at' };
}

/** Between a date and its clock. */
function readJoint(cursor: Cursor): void {
  const offset = cursor.at;
  const loose = take(cursor, /\s*(?:T|,|;|:|@|-|–|—|at\s)\s*(?=[~≈∼]?\s?\d{1,2}[:.h∶]?\d)/iy);
  if (loose) slip(cursor, offset, 'Between a date and its clock stands a blank, nothing else.');
  else take(cursor, /\s+(?=[~≈∼\d])/y);
}

function readTilde(cursor: Cursor): boolean {
  const offset = cursor.at;
  const tilde = take(cursor, /([~≈∼])(\s*)(?=\d)/y);
  if (!tilde) return false;
  if (tilde[1] !== '~') slip(cursor, offset, `\`${tilde[1]}\` is written \`~\` here.`);
  else if (tilde[2]) slip(cursor, offset, '`~` stands right before the clock, without a blank.');
  return true;
}

/** Behind a time comes a blank, or nothing. */
function readBoundary(cursor: Cursor, start: LooseMoment): void {
  const offset = cursor.at;
  const next = take(cursor, /[^\s]/uy);
  if (!next) return;
  if (/\d/.test(next[0])) start.clock = null;
  take(cursor, /[:.,;]+/y);
  const hint = `Put a blank behind \`${cursor.text.slice(0, offset).trim()}\`, then say what happened.`;
  const message = `A time is followed by a blank, not by \`${next[0]}\`.`;
  const isMended = /[:.,;]/.test(next[0]) && /^(?:\s|$)/.test(cursor.text.slice(cursor.at));
  cursor.slips.push({ offset, message, hint, ...(isMended ? { mended: true } : {}) });
}

/** Full-width characters become plain ones, at the same offsets. */
function asciiStart(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function reportFullWidth(cursor: Cursor, text: string): void {
  const offset = text.slice(0, cursor.at).search(/[！-～]/);
  if (offset < 0) return;
  const message = `\`${text.charAt(offset)}\` is a full-width character; times take plain digits and signs.`;
  cursor.slips.unshift({ offset, message });
}
