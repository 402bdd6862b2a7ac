import Papa from 'papaparse';

/** Null is an empty cell. A number stays one in a spreadsheet, also where it is negative. */
export type CsvValue = string | number | null;

export interface CsvColumn<Row> {
  name: string;
  value: (row: Row) => CsvValue;
}

/** Stands before CSV that a spreadsheet opens: without it, Excel takes UTF-8 for the machine's old code page. */
export const byteOrderMark = '\ufeff';

/**
 * Rows as CSV (RFC 4180): a heading, CRLF after every line, quotes where they are needed. No text in it is a formula to a
 * spreadsheet, whichever way it reads the file; see {@link neutralised}.
 */
export function csv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ];
  return `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
}

function cell(value: CsvValue): string | number {
  if (value === null) return '';
  return typeof value === 'number' ? value : neutralised(value);
}

/**
 * Text that no spreadsheet takes for a formula. Where a formula could begin, an apostrophe stands before it, as OWASP's
 * advice on CSV injection has it: at the start, also after blanks, quotes and invisible characters, and at full-width
 * signs, which Excel reads like plain ones. A spreadsheet that separates cells at semicolons or tabs (Excel does in half
 * of Europe) sees more starts than RFC 4180 does, so what follows those and line breaks is kept just as safe.
 *
 * A plain number such as `-5` is only a number, and stays.
 */
export function neutralised(text: string): string {
  const safe = text
    .toWellFormed()
    .replace(signs, (sign, at: number, whole: string) =>
      /[+-]/.test(sign) && number.test(whole.slice(at + 1)) ? sign : `'${sign}`,
    );
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}

/** Signs that begin a formula where they stand first in a cell. */
const signs = /(?<=(?:^|[;\t\r\n])[\s"\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠﹦﹢﹣﹫]/gu;
/** Up to the end of the text: `-5` and a line break could go on as a formula, `*` and all. */
const number = /^\d+(?:[.,]\d+)?$/;
