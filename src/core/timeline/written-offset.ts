import { type Cursor, slip, take } from './cursor.ts';

/** What stands glued to a clock: an offset from UTC, or what an author meant to be the end of a range. */
export type WrittenOffset = { kind: 'offset'; offset: string } | { kind: 'end'; clock: string } | null;

const abbreviations: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
};

/** Reads an offset (`Z`, `-04:00`) that follows a clock. Other ways to write one are noted as slips. */
export function readOffset(cursor: Cursor, clock: string): WrittenOffset {
  const offset = cursor.at;
  if (take(cursor, /Z(?!\w)/y)) return { kind: 'offset', offset: 'Z' };
  const numeric = take(cursor, /([+-])(\d{2}):(\d{2})(?![\d:])/y);
  if (numeric) {
    const [written, sign = '', hours = '', minutes = ''] = numeric;
    if (isOffset(sign, hours, minutes)) return { kind: 'offset', offset: written };
    return noOffset(cursor, offset, clock, written, sign, `${hours}:${minutes}`);
  }
  return looseOffset(cursor, clock);
}

function looseOffset(cursor: Cursor, clock: string): WrittenOffset {
  const offset = cursor.at;
  if (take(cursor, /z(?!\w)/y)) {
    slip(cursor, offset, '`z` is written as a capital here.');
    return { kind: 'offset', offset: 'Z' };
  }
  const glued = take(cursor, /([+\-−‐‑])(\d{1,2})(?::?(\d{2}))?(?![\d:])/y);
  if (glued) {
    const [written, sign = '', hours = '', minutes = '00'] = glued;
    const plain = sign === '+' ? '+' : '-';
    const amount = `${hours.padStart(2, '0')}:${minutes}`;
    if (!isOffset(plain, hours, minutes)) return noOffset(cursor, offset, clock, written, plain, amount);
    if (sign === plain) {
      slip(
        cursor,
        offset,
        `\`${written}\` is not how an offset is written here: a sign, two digits, a colon, two digits.`,
      );
    } else {
      const hint = `Write \`${clock}-${amount}\` for an offset from UTC, \`${clock}–${amount}\` for a range.`;
      slip(cursor, offset, `The dash in \`${written}\` is neither a hyphen nor the dash of a range.`, hint);
    }
    return { kind: 'offset', offset: `${plain}${amount}` };
  }
  const spaced = take(cursor, /\s+(\+)(\d{2}):?(\d{2})(?![\d:])/y);
  if (spaced) {
    const [written, sign = '', hours = '', minutes = ''] = spaced;
    slip(cursor, offset, 'An offset stands right behind the clock, without a blank.');
    return isOffset(sign, hours, minutes)
      ? { kind: 'offset', offset: `+${hours}:${minutes}` }
      : noOffset(cursor, offset, clock, written.trim(), sign, '');
  }
  return zoneName(cursor);
}

function zoneName(cursor: Cursor): WrittenOffset {
  const offset = cursor.at;
  const name = take(
    cursor,
    /\s?(Z|UTC|GMT|[ECMP][SD]T|BST|CES?T)(?:\s?([+-])(\d{1,2})(?::?(\d{2}))?)?(?![\w:])/y,
  );
  if (!name) return null;
  const [written, abbreviation = '', sign, hours = '', minutes = '00'] = name;
  const message = `\`${written.trim()}\` is not read as a zone; a clock in another zone carries its offset from UTC.`;
  slip(cursor, offset + written.length - written.trimStart().length, message);
  // In summer, many say standard time and mean the other; and names are those of several zones.
  if (!/^(?:Z|UTC|GMT)$/.test(abbreviation)) cursor.doubtful = true;
  if (sign && isOffset(sign, hours, minutes))
    return { kind: 'offset', offset: `${sign}${hours.padStart(2, '0')}:${minutes}` };
  return { kind: 'offset', offset: abbreviations[abbreviation] ?? 'Z' };
}

function noOffset(
  cursor: Cursor,
  offset: number,
  clock: string,
  written: string,
  sign: string,
  amount: string,
): WrittenOffset {
  const message = `\`${written}\` would be an offset from UTC, and no place on earth has that one.`;
  if (sign === '-' && amount < '24:00' && amount.slice(3) < '60') {
    const hint = `For a range, write \`${clock}–${amount}\`, or \`${clock} - ${amount}\`.`;
    // An end before the start would be on the next day, which is hardly meant.
    if (amount > clock) cursor.slips.push({ offset, message, hint, mended: true });
    else slip(cursor, offset, message, hint);
    return { kind: 'end', clock: amount };
  }
  slip(cursor, offset, message, 'Offsets go from `-12:00` to `+14:00`; UTC itself is `Z`.');
  return null;
}

/** Whether any place is, or was lately, so far from UTC: besides whole hours only these, in the IANA zones of this century. */
function isOffset(sign: string, hours: string, minutes: string): boolean {
  if (Number(minutes) === 0) return Number(hours) <= (sign === '-' ? 12 : 14);
  return partHours[sign === '-' ? '-' : '+'].includes(`${Number(hours)}:${minutes}`);
}

const partHours = {
  '-': ['2:30', '3:30', '4:30', '9:30'],
  '+': [
    '3:30',
    '4:30',
    '5:30',
    '5:45',
    '6:30',
    '7:30',
    '8:30',
    '8:45',
    '9:30',
    '10:30',
    '11:30',
    '12:45',
    '13:45',
  ],
};
