import type { PhrasingContent, Table, TableCell } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import type { Origin } from '../imported.ts';
import { type DateOrder, readSaidTime } from './foreign-time.ts';
import { originOf } from './origins.ts';
import { flatText } from './phrases.ts';

/** A table of times, row by row. */
export interface TimeTable {
  /** The heading of the column with the times, for its zone. */
  heading: string;
  /** A year that a heading says: `Date (2021)`. */
  year: string | null;
  /** All headings, for they are words of the source. */
  columns: string;
  rows: { /** Day and clock. */ time: string; words: PhrasingContent[]; origin: Origin }[];
}

const mainColumn = /event|descri|what|action|detail|message|activity|note|summary|happen|status|entry/i;

/** Reads a table one of whose columns holds clocks; null where none does. */
export function readTimeTable(table: Table, order: DateOrder): TimeTable | null {
  const [head, ...body] = table.children;
  if (head === undefined) return null;
  const headings = head.children.map((cell) => plainText([cell]));
  const width = Math.max(headings.length, ...body.map(({ children }) => children.length));
  const isClock = (cell: TableCell | undefined): boolean => {
    const read = cell === undefined ? null : readSaidTime(flatText(cell.children), order);
    return read === 'two-ways' || (read !== null && read.start !== null);
  };
  const timed = Array.from(
    { length: width },
    (_, at) => body.filter((row) => isClock(row.children[at])).length,
  );
  const most = Math.max(0, ...timed);
  const clocks = timed.indexOf(most);
  if (body.length > 0 && (most === 0 || most * 2 < body.length)) return null;
  if (body.length === 0 && !headings.some((heading) => /time|when/i.test(heading))) return null;
  const days = headings.findIndex(
    (heading, at) =>
      at !== clocks &&
      /^(?:date|day|on)\b/i.test(heading) &&
      body.some((row) => {
        const read = readSaidTime(flatText(row.children[at]?.children ?? []), order);
        return read !== null && read !== 'two-ways' && read.day !== null;
      }),
  );
  const others = Array.from({ length: width }, (_, at) => at).filter((at) => at !== clocks && at !== days);
  const main = others.find((at) => mainColumn.test(headings[at] ?? '')) ?? others.at(-1) ?? -1;
  return {
    heading: `Time ${headings[clocks] ?? ''} ${days === -1 ? '' : headings[days]}`,
    year: /\b([12]\d{3})\b/.exec(headings.join(' '))?.[1] ?? null,
    columns: headings.filter((heading) => heading !== '').join(', '),
    rows: body.map((row) => {
      const cell = (at: number): PhrasingContent[] => row.children[at]?.children ?? [];
      const words: PhrasingContent[] = [...cell(main)];
      for (const at of others) {
        if (at === main || (plainText(cell(at)) === '' && !cell(at).some(({ type }) => type === 'image')))
          continue;
        const name = headings[at] ?? '';
        words.push(
          { type: 'text', value: `${words.length === 0 ? '' : ' '}(${name === '' ? '' : `${name}: `}` },
          ...cell(at),
          { type: 'text', value: ')' },
        );
      }
      // Where a time leads to is kept behind the words.
      for (const at of [days, clocks])
        for (const link of cell(at))
          if (link.type === 'link' || link.type === 'footnoteReference')
            words.push({ type: 'text', value: ' ' }, link);
      const day = days === -1 ? '' : flatText(cell(days)).trim();
      const clock = flatText(cell(clocks)).trim();
      return { time: [day, clock].filter((part) => part !== '').join(' '), words, origin: originOf(row) };
    }),
  };
}
