import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { byteOrderMark, type CsvValue, csv, neutralised } from '../../../src/core/export/csv.ts';

const columns = [
  { name: 'a', value: ([a]: CsvValue[]) => a ?? null },
  { name: 'b', value: ([, b]: CsvValue[]) => b ?? null },
];
/** Every line but the empty one after the last CRLF. */
const read = (text: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

describe('the file', () => {
  test('has a heading, CRLF after every line, and quotes where RFC 4180 wants them', () => {
    expect(
      csv(columns, [
        ['plain', 7],
        ['one, two', 'she said "no"'],
        ['first\nsecond', null],
        ['naïve 日本 😀', ' blank '],
      ]),
    ).toBe(
      'a,b\r\nplain,7\r\n"one, two","she said ""no"""\r\n"first\nsecond",\r\nnaïve 日本 😀," blank "\r\n',
    );
  });

  test('is only its heading where there are no rows', () => {
    expect(csv(columns, [])).toBe('a,b\r\n');
  });

  test('begins with a mark where a spreadsheet opens it', () => {
    expect(new TextEncoder().encode(byteOrderMark)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['＋1+1', "'＋1+1"],
  ['－2＋3', "'－2＋3"],
  ['＠SUM', "'＠SUM"],
  ['﹦1', "'﹦1"],
  ['  =1', "  '=1"],
  ['\u00a0=1', "\u00a0'=1"],
  ['\u200b=1', "\u200b'=1"],
  ['\ufeff=1', "\ufeff'=1"],
  ['\u0000=1', "\u0000'=1"],
  ['"=1', `"'=1`],
  ['\tCount', "'\tCount"],
  ['\rCount', "'\rCount"],
  ['\t=1', "'\t'=1"],
  ['harmless;=HYPERLINK("https://bad.example")', 'harmless;\'=HYPERLINK("https://bad.example")'],
  ['first\n=1', "first\n'=1"],
  ['first\n\n  -cmd', "first\n\n  '-cmd"],
  ['-5;=1', "'-5;'=1"],
  ['-5\r\n*9', "'-5\r\n*9"],
  ['-5a', "'-5a"],
  ['-5 +1', "'-5 +1"],
  ["-5|' /C calc'!A0", "'-5|' /C calc'!A0"],
  ['+49 30 1234', "'+49 30 1234"],
  ['broken \ud800', 'broken \ufffd'],
])('%j is written as %j, which is no formula', (text, expected) => {
  expect(neutralised(text)).toBe(expected);
});

test.each([
  '-5',
  '+3',
  '-0.5',
  '-1,5',
  '2018-06-01',
  'OPS-142',
  'https://tickets.example/?a=1',
  'a = b',
  'x; y',
  'ana@example.com',
  "'=1",
  '',
])('%j stays as it is', (text) => {
  expect(neutralised(text)).toBe(text);
});

/** What an author or an attacker types, more often at the places that matter than chance would have it. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＠',
        ';',
        ',',
        '"',
        '\t',
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\u200b',
        '5',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll("'", ''));
const value = fc.oneof(text, fc.integer(), fc.constant(null));

describe('whatever is written', () => {
  test('a reader gets back, but for apostrophes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (rows) => {
        const [heading, ...found] = read(csv(columns, rows));
        expect(heading).toEqual(['a', 'b']);
        expect(found.map((cells) => cells.map((cell) => cell.replaceAll("'", '')))).toEqual(
          rows.map((cells) => cells.map((cell) => String(cell ?? '').toWellFormed())),
        );
      }),
    );
  });

  test('no cell begins a formula, also where cells end at semicolons and tabs', () => {
    fc.assert(
      fc.property(text, (written) => {
        const [, row = []] = read(csv(columns, [['id', written]]));
        for (const cell of [row[1] ?? '', ...csv(columns, [['id', written]]).split(/[;\t\r\n]/)]) {
          const begun = cell.replace(/^[\s"\p{Cc}\p{Cf}]+/u, '').replace(/"+$/, '');
          expect(/^[=+\-@＝＠]/u.test(begun) && !/^[+-]\d+(?:[.,]\d+)?$/.test(begun)).toBe(false);
        }
      }),
    );
  });

  test('is not neutralised twice', () => {
    fc.assert(
      fc.property(text, (written) => {
        const once = neutralised(written);
        expect(neutralised(once)).toBe(once);
      }),
    );
  });
});
