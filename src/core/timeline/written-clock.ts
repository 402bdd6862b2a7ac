import { type Cursor, slip, take } from './cursor.ts';

/** A clock of 24 hours, `08:25` or `08:25:30`. */
export interface WrittenClock {
  /** Null where nobody can tell what was meant. */
  clock: string | null;
  /** `24:00`, which is the next day's `00:00`. */
  nextDay: boolean;
}

/** Reads a clock at the cursor. Other ways to write one are noted as slips. Null where none stands there. */
export function readClock(cursor: Cursor): WrittenClock | null {
  const offset = cursor.at;
  const match =
    take(cursor, /(\d{1,2})(:)(\d{1,2})(?:([:.])(\d{1,2}))?(?!\d)/y) ??
    take(cursor, /(\d{1,2})([.h∶])(\d{2})()()(?![\d.])/y) ??
    take(cursor, /(\d{1,2})()()()()(?=\s?[ap]\.?m(?!\w))/iy) ??
    take(cursor, /(\d{1,2})\s?(h|o['’]clock)()()()(?!\w)/iy);
  if (!match) {
    const number = take(cursor, /\d+:\d[\d:.]*/y);
    if (!number) return null;
    outOfRange(cursor, offset, number[0]);
    return { clock: null, nextDay: false };
  }
  const [written, hours = '', separator, minutes = '', secondsSeparator, seconds] = match;
  const parts = [hours, minutes || '00', ...(seconds ? [seconds] : [])];
  const isHalfDay = readHalfDay(cursor, offset, parts);
  if (!isHalfDay) {
    // `8.25` can be a number, `5h` a while, and `5 o'clock` is twice a day.
    if (minutes === '' || (separator === '.' && hours.length < 2 && !isClockForSure(cursor, offset)))
      cursor.doubtful = true;
    if (separator !== ':' || secondsSeparator === '.') {
      slip(
        cursor,
        offset,
        `\`${written}\` is not how a clock is written here: two digits, a colon, two digits.`,
      );
    } else if (parts.some((part) => part.length < 2)) {
      slip(cursor, offset, `\`${written}\` has one digit where two are expected.`);
    }
  }
  if (seconds) {
    const fraction = take(cursor, /[.,]\d+/y);
    if (fraction) cursor.doubtful = true;
    if (fraction) slip(cursor, offset, `\`${written}${fraction[0]}\` is finer than a second.`);
  }
  return inRange(cursor, offset, written, parts.map((part) => part.padStart(2, '0')).join(':'));
}

/** `7.40 The vendor rings`: no number stands behind a date or `~`, or before a new sentence, a dash or a label. */
function isClockForSure({ text, at }: Cursor, offset: number): boolean {
  const isOpened = /(?:~|\d{4}-\d{2}-\d{2} )$/.test(text.slice(0, offset));
  return isOpened || /^(?:\s*$|\s[–—-]\s|\s(?:\p{Lu}\p{Ll}|[AI]\s))/u.test(text.slice(at));
}

function inRange(cursor: Cursor, offset: number, written: string, clock: string): WrittenClock {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  if (/^24:00(?::00)?$/.test(clock)) {
    slip(cursor, offset, `\`${written}\` is the next day's \`00:00\`.`);
    return { clock: '00:00', nextDay: true };
  }
  if (hours <= 23 && minutes <= 59 && seconds <= 59) return { clock, nextDay: false };
  outOfRange(cursor, offset, written);
  return { clock: null, nextDay: false };
}

function outOfRange(cursor: Cursor, offset: number, written: string): void {
  const message = `\`${written}\` is on no clock: hours go from 00 to 23, minutes and seconds from 00 to 59.`;
  slip(cursor, offset, message, 'Write hours and minutes with two digits each, for example `08:25`.');
}

/** `5:00 PM`: changes the hours in place. */
function readHalfDay(cursor: Cursor, offset: number, parts: string[]): boolean {
  const match = take(cursor, /\s?([ap])\.?m(?!\w)\.?/iy);
  if (!match) return false;
  const hours = Number(parts[0]);
  const isAfternoon = match[1]?.toLowerCase() === 'p';
  if (hours === 0 || (hours > 12 && !isAfternoon)) cursor.doubtful = true;
  if (hours >= 1 && hours <= 12) parts[0] = String((hours % 12) + (isAfternoon ? 12 : 0));
  const written = cursor.text.slice(offset, cursor.at);
  slip(cursor, offset, `\`${written}\` is on a clock of 12 hours; a timeline counts 24.`);
  return true;
}
