import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  printWrittenTime,
  readAnyTime,
  readEntryTime,
  type WrittenMoment,
  type WrittenTime,
} from '../../../src/core/timeline/entry-time.ts';
import { growth } from '../../support/growth.ts';

const point = { date: null, offset: null, approximate: false, end: null };
const till = (clock: string, more: Partial<WrittenMoment> = {}): WrittenMoment => ({
  date: null,
  offset: null,
  clock,
  ...more,
});

describe('an entry begins with its time', () => {
  test.each<[string, WrittenTime]>([
    ['08:25', { ...point, clock: '08:25' }],
    ['00:00', { ...point, clock: '00:00' }],
    ['23:59:59', { ...point, clock: '23:59:59' }],
    ['2018-05-04 08:25', { ...point, date: '2018-05-04', clock: '08:25' }],
    ['2018-05-04\n08:25', { ...point, date: '2018-05-04', clock: '08:25' }],
    ['08:25Z', { ...point, clock: '08:25', offset: 'Z' }],
    ['08:25-04:00', { ...point, clock: '08:25', offset: '-04:00' }],
    ['08:25:30+05:45', { ...point, clock: '08:25:30', offset: '+05:45' }],
    ['10:00-11:00', { ...point, clock: '10:00', offset: '-11:00' }],
    ['~08:40', { ...point, clock: '08:40', approximate: true }],
    ['2018-05-04 ~08:40', { ...point, date: '2018-05-04', clock: '08:40', approximate: true }],
    ['08:50–09:05', { ...point, clock: '08:50', end: till('09:05') }],
    ['08:50 – 09:05', { ...point, clock: '08:50', end: till('09:05') }],
    ['08:50—09:05', { ...point, clock: '08:50', end: till('09:05') }],
    ['08:50 - 09:05', { ...point, clock: '08:50', end: till('09:05') }],
    ['08:50\u00a0-\u00a009:05', { ...point, clock: '08:50', end: till('09:05') }],
    ['~08:50–09:05', { ...point, clock: '08:50', approximate: true, end: till('09:05') }],
    ['23:50–2018-05-05 00:10', { ...point, clock: '23:50', end: till('00:10', { date: '2018-05-05' }) }],
    [
      '01:50-04:00–01:10-05:00',
      { ...point, clock: '01:50', offset: '-04:00', end: till('01:10', { offset: '-05:00' }) },
    ],
  ])('%j', (text, time) => {
    expect(readEntryTime(text)).toEqual({ kind: 'time', time, length: text.length });
    expect(readEntryTime(`${text} 12 faxes`)).toEqual({ kind: 'time', time, length: text.length });
  });

  test.each(['08:25 – On-duty looks', '08:25 - 5 of 12 faxes', '08:25 and 09:10 were alike', '08:25 to do'])(
    'and what follows is text: %j',
    (text) => {
      expect(readEntryTime(text)).toEqual({ kind: 'time', time: { ...point, clock: '08:25' }, length: 5 });
    },
  );

  test.each([
    '',
    '~',
    '-',
    'The provider calls',
    '3.5 million faxes',
    '2018 was a good year',
    '12 faxes',
    'a 08:25',
  ])('and this is no time: %j', (text) => {
    expect(readEntryTime(text)).toEqual({ kind: 'none' });
  });
});

/** What is amiss, as `offset message | hint`, and what the author most likely meant. */
function slipOf(text: string): [string, string | null] {
  const reading = readEntryTime(text);
  if (reading.kind !== 'slip') return [reading.kind, null];
  const { offset, message, hint, repaired } = reading;
  return [`${offset} ${message} | ${hint}`, repaired && printWrittenTime(repaired)];
}

const digits = 'has one digit where two are expected.';
const noClock =
  'is on no clock: hours go from 00 to 23, minutes and seconds from 00 to 59. | Write hours and minutes with two digits each, for example `08:25`.';
const clockForm = 'is not how a clock is written here: two digits, a colon, two digits.';
const dateForm = 'is not how dates are written here: year, month, day, with hyphens.';
const offsetForm = 'is not how an offset is written here: a sign, two digits, a colon, two digits.';
const noPlace = 'would be an offset from UTC, and no place on earth has that one.';
const zoneName = 'is not read as a zone; a clock in another zone carries its offset from UTC.';

describe('a slip in', () => {
  test.each([
    ['8:25', `0 \`8:25\` ${digits} | Write \`08:25\`.`, '08:25'],
    ['08:5', `0 \`08:5\` ${digits} | Write \`08:05\`.`, '08:05'],
    ['08:25:3', `0 \`08:25:3\` ${digits} | Write \`08:25:03\`.`, '08:25:03'],
    ['2018-05-04 8:25', `11 \`8:25\` ${digits} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    ['25:10', `0 \`25:10\` ${noClock}`, null],
    ['12:60', `0 \`12:60\` ${noClock}`, null],
    ['08:25:60', `0 \`08:25:60\` ${noClock}`, null],
    ['08:255', `0 \`08:255\` ${noClock}`, null],
    ['08:50–25:10', `6 \`25:10\` ${noClock}`, null],
    [
      '24:00',
      "0 `24:00` is the next day's `00:00`. | Write a time of the 24-hour clock, with its date: `2018-05-04 08:25`.",
      null,
    ],
    [
      '2018-05-04 24:00',
      "11 `24:00` is the next day's `00:00`. | Write `2018-05-05 00:00`.",
      '2018-05-05 00:00',
    ],
    ['22:00–24:00', "6 `24:00` is the next day's `00:00`. | Write `22:00–00:00`.", '22:00–00:00'],
    ['5:00 PM', '0 `5:00 PM` is on a clock of 12 hours; a timeline counts 24. | Write `17:00`.', '17:00'],
    ['12:00 am', '0 `12:00 am` is on a clock of 12 hours; a timeline counts 24. | Write `00:00`.', '00:00'],
    [
      '12:30 p.m.',
      '0 `12:30 p.m.` is on a clock of 12 hours; a timeline counts 24. | Write `12:30`.',
      '12:30',
    ],
    ['5pm', '0 `5pm` is on a clock of 12 hours; a timeline counts 24. | Write `17:00`.', '17:00'],
    ['08.25', `0 \`08.25\` ${clockForm} | Write \`08:25\`.`, '08:25'],
    ['8h25', `0 \`8h25\` ${clockForm} | Write \`08:25\`.`, '08:25'],
    ["8 o'clock", `0 \`8 o'clock\` ${clockForm} | Write \`08:00\`.`, '08:00'],
    ['08:25:30.123', '0 `08:25:30.123` is finer than a second. | Write `08:25:30`.', '08:25:30'],
    [
      '０８：２５',
      '0 `０` is a full-width character; times take plain digits and signs. | Write `08:25`.',
      '08:25',
    ],
  ])('the clock: %s', (text, slip, repaired) => {
    expect(slipOf(text)).toEqual([slip, repaired]);
    expect(slipOf(`${text} Faxing stops`)).toEqual([slip, repaired]);
  });

  test.each([
    ['08:25~', '5 `~` stands before the clock, not behind it. | Write `~08:25`.', '~08:25'],
    ['~ 08:25', '0 `~` stands right before the clock, without a blank. | Write `~08:25`.', '~08:25'],
    [
      '~2018-05-04 08:25',
      '0 `~` stands before the clock, not before the date. | Write `2018-05-04 ~08:25`.',
      '2018-05-04 ~08:25',
    ],
    ['about 8:25', '0 `about` is written `~` here. | Write `~08:25`.', '~08:25'],
    ['ca. 08:25', '0 `ca.` is written `~` here. | Write `~08:25`.', '~08:25'],
    ['≈08:25', '0 `≈` is written `~` here. | Write `~08:25`.', '~08:25'],
    ['At 08:25', '0 An entry begins with its time, without `at`. | Write `08:25`.', '08:25'],
    ['[08:25]', '0 A time stands without `[` around it. | Write `08:25`.', '08:25'],
    [
      '08:25:',
      '5 A time is followed by a blank, not by `:`. | Put a blank behind `08:25`, then say what happened.',
      '08:25',
    ],
    [
      '08:25,',
      '5 A time is followed by a blank, not by `,`. | Put a blank behind `08:25`, then say what happened.',
      '08:25',
    ],
    [
      '\u200b08:25',
      '0 An invisible character stands before the time. | Delete it: go before the time and press backspace.',
      '08:25',
    ],
  ])('what stands around it: %s', (text, slip, repaired) => {
    expect(slipOf(text)).toEqual([slip, repaired]);
    expect(slipOf(`${text} Faxing stops`)).toEqual([slip, repaired]);
  });

  test.each([
    [
      '2018-05-04',
      '0 A date alone is no time. | Write the clock too, for example `2018-05-04 08:25`; `2018-05-04 ~08:25` is about then.',
      null,
    ],
    [
      '2018-05-04T08:25Z',
      '10 Between a date and its clock stands a blank, nothing else. | Write `2018-05-04 08:25Z`.',
      '2018-05-04 08:25Z',
    ],
    [
      '2018-05-04, 08:25',
      '10 Between a date and its clock stands a blank, nothing else. | Write `2018-05-04 08:25`.',
      '2018-05-04 08:25',
    ],
    [
      '2018-05-04 - 08:25',
      '10 Between a date and its clock stands a blank, nothing else. | Write `2018-05-04 08:25`.',
      '2018-05-04 08:25',
    ],
    ['2018-5-4 08:25', `0 \`2018-5-4\` ${dateForm} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    ['2018/05/04 8:25', `0 \`2018/05/04\` ${dateForm} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    ['04.05.2018 08:25', `0 \`04.05.2018\` ${dateForm} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    ['05/14/2018 08:25', `0 \`05/14/2018\` ${dateForm} | Write \`2018-05-14 08:25\`.`, '2018-05-14 08:25'],
    ['May 4, 2018 08:25', `0 \`May 4, 2018\` ${dateForm} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    ['4 May 2018, 08:25', `0 \`4 May 2018\` ${dateForm} | Write \`2018-05-04 08:25\`.`, '2018-05-04 08:25'],
    [
      '04/05/2018 08:25',
      '0 `04/05/2018` can be read in more than one way. | Write `2018-04-05` or `2018-05-04`, whichever it was.',
      null,
    ],
    [
      '2018-02-30 08:25',
      '0 `2018-02-30` is not in the calendar: 2018-02 has 28 days. | Write the day it happened on.',
      '2018-02-28 08:25',
    ],
    [
      '2018-13-01 08:25',
      '0 `2018-13-01` is not in the calendar. | Write it as year, month and day: `2018-05-04 08:25`.',
      null,
    ],
  ])('the date: %s', (text, slip, repaired) => {
    expect(slipOf(text)).toEqual([slip, repaired]);
    expect(slipOf(`${text} Faxing stops`)).toEqual([slip, repaired]);
  });

  test.each([
    ['08:25z', '5 `z` is written as a capital here. | Write `08:25Z`.', '08:25Z'],
    ['08:25+0200', `5 \`+0200\` ${offsetForm} | Write \`08:25+02:00\`.`, '08:25+02:00'],
    ['08:25-4:00', `5 \`-4:00\` ${offsetForm} | Write \`08:25-04:00\`.`, '08:25-04:00'],
    ['08:25+2', `5 \`+2\` ${offsetForm} | Write \`08:25+02:00\`.`, '08:25+02:00'],
    [
      '08:25 +02:00',
      '5 An offset stands right behind the clock, without a blank. | Write `08:25+02:00`.',
      '08:25+02:00',
    ],
    [
      '08:25+15:00',
      `5 \`+15:00\` ${noPlace} | Offsets go from \`-12:00\` to \`+14:00\`; UTC itself is \`Z\`.`,
      '08:25',
    ],
    ['08:25 UTC', `6 \`UTC\` ${zoneName} | Write \`08:25Z\`.`, '08:25Z'],
    ['08:25 EST', `6 \`EST\` ${zoneName} | Write \`08:25-05:00\`.`, '08:25-05:00'],
    ['08:25 GMT+2', `6 \`GMT+2\` ${zoneName} | Write \`08:25+02:00\`.`, '08:25+02:00'],
    [
      '08:25−04:00',
      '5 The dash in `−04:00` is neither a hyphen nor the dash of a range. | Write `08:25-04:00` for an offset from UTC, `08:25–04:00` for a range.',
      '08:25-04:00',
    ],
  ])('the offset: %s', (text, slip, repaired) => {
    expect(slipOf(text)).toEqual([slip, repaired]);
    expect(slipOf(`${text} Faxing stops`)).toEqual([slip, repaired]);
  });

  test.each([
    [
      '08:50-09:05',
      `5 \`-09:05\` ${noPlace} | For a range, write \`08:50–09:05\`, or \`08:50 - 09:05\`.`,
      '08:50–09:05',
    ],
    [
      '13:00-14:30',
      `5 \`-14:30\` ${noPlace} | For a range, write \`13:00–14:30\`, or \`13:00 - 14:30\`.`,
      '13:00–14:30',
    ],
    [
      '08:50- 09:05',
      '5 A range is written with a dash, not with `-` like this. | Write `08:50–09:05`.',
      '08:50–09:05',
    ],
    [
      '08:50 -04:00',
      '6 `08:50 -04:00` can be a range or an offset. | Write `08:50–04:00` for a range, `08:50-04:00` for an offset from UTC.',
      '08:50–04:00',
    ],
    [
      '08:50 to 09:05',
      '6 A range is written with a dash, not with `to` like this. | Write `08:50–09:05`.',
      '08:50–09:05',
    ],
    [
      '08:50..09:05',
      '5 A range is written with a dash, not with `..` like this. | Write `08:50–09:05`.',
      '08:50–09:05',
    ],
    ['08:50 – 9:05', `8 \`9:05\` ${digits} | Write \`08:50–09:05\`.`, '08:50–09:05'],
    [
      '08:50–~09:05',
      '6 In a range, `~` stands before its start and counts for both ends. | Write `~08:50–09:05`.',
      '~08:50–09:05',
    ],
  ])('the range: %s', (text, slip, repaired) => {
    expect(slipOf(text)).toEqual([slip, repaired]);
    expect(slipOf(`${text} Faxing stops`)).toEqual([slip, repaired]);
  });
});

describe('for every text', () => {
  const two = (max: number, min = 0): fc.Arbitrary<string> =>
    fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
  const clock = fc
    .tuple(two(23), two(59), fc.option(two(59), { nil: undefined }))
    .map((parts) => parts.filter((part) => part !== undefined).join(':'));
  const date = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const offset = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(fc.constantFrom('+', '-'), two(12), fc.constant('00'))
      .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
    fc.constantFrom('-02:30', '-03:30', '-09:30', '+05:30', '+05:45', '+08:45', '+12:45', '+13:00', '+14:00'),
  );
  const moment = fc.record({ date: fc.option(date), clock, offset: fc.option(offset) });
  const time = fc
    .tuple(moment, fc.boolean(), fc.option(moment))
    .map(([start, approximate, end]): WrittenTime => ({ ...start, approximate, end }));

  test('a time printed is read as the same, whatever follows it', () => {
    fc.assert(
      fc.property(time, fc.string(), (written, text) => {
        const printed = printWrittenTime(written);
        // Some words behind a time belong to it; a letter in between keeps them apart.
        expect(readEntryTime(`${printed} x${text}`)).toEqual({
          kind: 'time',
          time: written,
          length: printed.length,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a time that one look can read is the same read step by step', () => {
    const clocks = fc.constantFrom(
      '08:25',
      '24:00',
      '23:59',
      '8:25',
      '~08:25',
      '08:25:30',
      '2018-02-30 08:25',
    );
    const words = fc.constantFrom(
      ...[
        'a',
        'am',
        'p',
        'pm',
        '.',
        'm',
        'Z',
        'UTC',
        'est',
        'CEST',
        'BST',
        'to',
        'until',
        'through',
        'till',
        'h',
      ],
      ...[
        'The',
        'notice',
        'E5313',
        '09:00',
        '9',
        '9 am',
        '2018-05-05',
        '-',
        '–',
        '+02:00',
        'ｐｍ',
        'ｍ',
        '\u200b',
        '~',
      ],
    );
    const blank = fc.constantFrom('', ' ', ' ', '  ', '\n', '\u00a0');
    const text = fc
      .tuple(
        fc.constantFrom('', '', '2018-05-04 ', ' ', '~'),
        clocks,
        fc.array(fc.tuple(blank, words), { maxLength: 4 }),
        blank,
      )
      .map((parts) => parts.flat(2).join(''));
    fc.assert(
      fc.property(text, (written) => {
        expect(readEntryTime(written)).toEqual(readAnyTime(written));
      }),
      { numRuns: 3_000 },
    );
  });

  test('a repaired time, printed, is a time', () => {
    const almost = fc
      .array(
        fc.constantFrom(
          '2018-05-04',
          '8:25',
          '08:50',
          ' ',
          '-',
          '–',
          '~',
          'Z',
          '+2',
          'PM',
          '24:00',
          ':',
          'at ',
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(almost, (text) => {
        const reading = readEntryTime(text);
        if (reading.kind !== 'slip' || !reading.repaired) return;
        const again = readEntryTime(printWrittenTime(reading.repaired));
        expect(again).toMatchObject({ kind: 'time', time: reading.repaired });
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing throws, and what is amiss lies inside the text', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('~', '08', ':', '2018-', '–', ' ', '-', 'Z', '０', '\u200b'),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const reading = readEntryTime(text);
        if (reading.kind === 'none') return;
        expect(reading.length).toBeLessThanOrEqual(text.length);
        if (reading.kind !== 'slip') return;
        expect(reading.offset).toBeLessThanOrEqual(text.length);
        expect(reading.hint).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['~', ' ', '0', '08:', '2018-', '08:25 ', '–', '8:5-', '(', '08:25–'])(
    'characters like %j are read in linear time, however many',
    (piece) => {
      const read = (length: number): void => {
        const text = piece.repeat(length / piece.length);
        readEntryTime(text);
        readEntryTime(`08:25${text}`);
      };
      expect(growth(50_000, read)).toBeLessThan(10);
    },
  );
});
