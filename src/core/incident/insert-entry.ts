import type { Document, Section } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import { readDocument } from '../document/read-document.ts';
import { addSections, linesOf, newlineOf } from '../skeleton/add-sections.ts';
import { printWrittenTime, type WrittenTime } from '../timeline/entry-time.ts';
import { isMark, type Label } from '../timeline/labels.ts';
import { readTimeline, type TimelineContext } from '../timeline/read-timeline.ts';
import type { EntryTime, Timeline, TimelineEntry } from '../timeline/timeline.ts';
import { type EntryStyle, entrySlot, type Slot } from './entry-slot.ts';
import { type EntryText, entryTexts } from './entry-text.ts';
import type { LoggedTime } from './entry-time.ts';

/** Something that happened, to go into a timeline. */
export interface LoggedEntry {
  time: LoggedTime;
  labels: readonly Label[];
  /** As it was typed; something other than blanks. */
  text: string;
}

export type Insertion =
  | {
      kind: 'inserted';
      /** Of the whole file. */
      text: string;
      /** Of the entry, from 1. */
      line: number;
      /** The entry's first line as it is written. */
      written: string;
    }
  /** The file would not say afterwards what it said before, and the entry besides. */
  | { kind: 'refused'; why: string; line: number };

/**
 * A file's text with one more timeline entry at its place in the order of time. Every other byte stays, but a TBD that stood
 * for the whole timeline, and a date that the next entry needs now. What it gives was read back: the entry is there as it
 * was meant, and nothing else says anything new.
 *
 * @param raw The file's text as it is on disk.
 */
export function insertEntry(
  raw: string,
  entry: LoggedEntry,
  context: Omit<TimelineContext, 'source'>,
): Insertion {
  const before = reading(raw, context);
  const twice = markThere(entry, before);
  if (twice !== null) return twice;
  if (before.section === null) {
    const [plain] = entryTexts('TBD');
    const { text } = addSections(raw, before.document.sections, ['timeline'], () =>
      ['## Timeline', '', plain?.line].join('\n'),
    );
    return insertEntry(text, entry, context);
  }
  let why: Insertion | null = null;
  for (const attempt of attempts(raw, entry, before)) {
    const after = reading(attempt.text, context);
    const fault = faultOf(before, after, entry, attempt);
    if (fault === null)
      return {
        kind: 'inserted',
        text: attempt.text,
        line: attempt.line,
        written: after.document.source.line(attempt.line),
      };
    why ??= { kind: 'refused', why: fault, line: before.section.place.line };
  }
  return why ?? { kind: 'refused', why: 'There is no room for it.', line: before.section.place.line };
}

interface Reading {
  document: Document;
  section: Section | null;
  timeline: Timeline | null;
  problems: { severity: string; message: string; hint?: string }[];
}

function reading(raw: string, context: Omit<TimelineContext, 'source'>): Reading {
  const document = readDocument(raw);
  const section = document.sections.find(({ slug }) => slug === 'timeline') ?? null;
  const read = section === null ? null : readTimeline(section, { ...context, source: document.source });
  return {
    document,
    section,
    timeline: read?.timeline ?? null,
    problems: [...document.problems, ...(read?.problems ?? [])].filter(
      ({ severity }) => severity === 'error',
    ),
  };
}

function markThere({ labels }: LoggedEntry, { timeline }: Reading): Insertion | null {
  for (const mark of labels.filter(isMark)) {
    const there = timeline?.entries.find(({ marks }) => marks.includes(mark));
    if (there !== undefined)
      return {
        kind: 'refused',
        why: `The timeline has ${mark} already, on line ${there.place.line}; each mark stands once. Log it without the mark, or move the mark in your editor.`,
        line: there.place.line,
      };
  }
  return null;
}

interface Attempt {
  text: string;
  /** Of the entry, from 1. */
  line: number;
  /** Its place among the entries. */
  position: number;
}

/** Ways to write the entry, the plainest first. */
function* attempts(raw: string, entry: LoggedEntry, before: Reading): Generator<Attempt> {
  const lines = linesOf(raw);
  const entries = before.timeline?.entries ?? [];
  const position = entries.findLastIndex(({ time }) => time.start <= entry.time.start) + 1;
  const slot = entrySlot(before.section as Section, entries, position, before.document, lines);
  const [previous, next] = [entries[position - 1], entries[position]];
  const { written } = entry.time;
  const bare =
    written.end?.date === written.date ? { ...written, end: { ...written.end, date: null } } : written;
  const times: WrittenTime[] =
    previous !== undefined && previous.time.date === written.date
      ? [{ ...bare, date: null }, written]
      : [written];
  for (const text of entryTexts(entry.text))
    for (const time of times)
      for (const dated of next === undefined ? [null] : [null, next])
        for (const isApart of slot.isApart ? [true] : [false, true])
          yield write(
            lines,
            newlineOf(raw),
            { ...slot, isApart },
            position,
            [time, entry.labels, text],
            dated,
          );
}

function write(
  lines: readonly string[],
  newline: string,
  { from, to, isApart, style }: Slot,
  position: number,
  [time, labels, text]: [WrittenTime, readonly Label[], EntryText],
  dated: TimelineEntry | null,
): Attempt {
  const body = entryLines(time, labels, text, style);
  const next = lines[to];
  const last = lines[from - 1];
  const gapBefore = isApart && last !== undefined && last.trim() !== '' ? [''] : [];
  const gapAfter = isApart && next !== undefined && next.trim() !== '' ? [''] : [];
  const after = dated === null ? lines.slice(to) : withDate(lines, to, dated);
  // A file that ends without a line break keeps ending so.
  const isOpenEnd = last !== undefined && !/[\r\n]$/.test(last);
  const chunk = [...gapBefore, ...body, ...gapAfter];
  const inner = isOpenEnd ? chunk.map((line) => newline + line) : chunk.map((line) => line + newline);
  const replaced = lines.slice(from, to).at(-1);
  const endsOpen = replaced !== undefined && !/[\r\n]$/.test(replaced);
  const middle = inner.join('');
  return {
    text: [
      ...lines.slice(0, from),
      endsOpen ? middle.slice(0, middle.length - newline.length) : middle,
      ...after,
    ].join(''),
    line: from + gapBefore.length + 1,
    position,
  };
}

function entryLines(
  time: WrittenTime,
  labels: readonly Label[],
  { line, below }: EntryText,
  { lead, indent }: EntryStyle,
): string[] {
  const bold = labels.length === 0 ? '' : ` **${labels.join(', ')}**`;
  const first = `${lead}${printWrittenTime(time)}${bold} ${line}`;
  if (below.length === 0) return [first];
  return [first, '', ...below.map((other) => (other === '' ? '' : indent + other))];
}

/** The lines from one on, with the date of an entry written out that went without. */
function withDate(lines: readonly string[], from: number, { place, time }: TimelineEntry): string[] {
  return lines.slice(from).map((line, at) => {
    if (from + at !== place.line - 1) return line;
    const mark = from + at === 0 && line.startsWith('\ufeff') ? 1 : 0;
    const column = place.column - 1 + mark;
    return `${line.slice(0, column)}${time.date} ${line.slice(column)}`;
  });
}

/** What is not as it was meant to be; null where all is well. */
function faultOf(
  before: Reading,
  after: Reading,
  entry: LoggedEntry,
  { position, line }: Attempt,
): string | null {
  const news = after.problems.find(
    ({ message }) => count(after.problems, message) > count(before.problems, message),
  );
  if (news !== undefined && after.problems.length > before.problems.length)
    return [news.message, news.hint].filter(Boolean).join(' ');
  const entries = after.timeline?.entries ?? [];
  const added = entries[position];
  const { time, labels } = entry;
  if (
    added === undefined ||
    added.place.line !== line ||
    added.time.start !== time.start ||
    added.time.end !== time.end ||
    added.time.approximate !== time.written.approximate ||
    [...added.marks, ...added.kinds].toSorted().join() !== [...new Set(labels)].toSorted().join() ||
    added.text === ''
  )
    return 'Its text would be read as another time, or as labels. Begin it with another word.';
  const rest = entries.toSpliced(position, 1);
  return sameEntries(before.timeline?.entries ?? [], rest) && sameSections(before, after)
    ? null
    : 'What stands in the file would not be read as before. Close what is open in its timeline, such as a code block, or log it in your editor.';
}

function count(problems: Reading['problems'], message: string): number {
  return problems.filter((other) => other.message === message).length;
}

function sameEntries(before: readonly TimelineEntry[], after: readonly TimelineEntry[]): boolean {
  const told = (entries: readonly TimelineEntry[]): string =>
    JSON.stringify(
      entries.map(({ time, marks, kinds, text, blocks }) => [
        instants(time),
        marks,
        kinds,
        text,
        blocks.length,
        plainText(blocks),
      ]),
    );
  return told(before) === told(after);
}

const instants = ({ start, end, approximate }: EntryTime): unknown[] => [start, end, approximate];

function sameSections(before: Reading, after: Reading): boolean {
  const told = ({ document, timeline }: Reading): string =>
    JSON.stringify([
      document.frontMatter,
      document.sections.map(({ slug, heading, nodes }) => [
        slug,
        heading,
        slug === 'timeline' ? null : plainText(nodes),
      ]),
      saysMoreThanTbd(timeline) ? plainText(timeline?.introduction ?? []) : '',
    ]);
  return told(before) === told(after);
}

function saysMoreThanTbd(timeline: Timeline | null): boolean {
  return !/^(?:TBD\W*)?$/.test(plainText(timeline?.introduction ?? []));
}
