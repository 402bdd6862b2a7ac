import type { List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { addDays } from '../../time/dates.ts';
import type { Label } from '../../timeline/labels.ts';
import { readLabels } from '../../timeline/labels.ts';
import type { Blocks, ImportNote, Origin } from '../imported.ts';
import {
  type DateOrder,
  readSaidTime,
  type SaidDate,
  type SaidMoment,
  type SaidTime,
} from './foreign-time.ts';
import { declaredZone, type SaidZone } from './foreign-zones.ts';
import { originOf } from './origins.ts';
import { dropStart, flatText, linesOf } from './phrases.ts';
import { readTimeTable } from './time-table.ts';

/** An entry whose zone is still as somebody wrote it. */
export interface SaidEntry {
  date: string | null;
  start: SaidMoment;
  end: SaidMoment | null;
  approximate: boolean;
  labels: Label[];
  content: Blocks;
  written: string | null;
  origin: Origin;
}

/** What holds from one entry to the next. */
export interface TimelineState {
  order: DateOrder;
  /** The year of dates that name none. */
  year: string | null;
  /** The day of the entry before. */
  day: string | null;
  lastClock: string | null;
  /** Of clocks that carry none. */
  zone: SaidZone | null;
  notes: ImportNote[];
}

export interface SaidTimeline {
  entries: SaidEntry[];
  /** What stands before the first entry. */
  introduction: Blocks;
}

/** Whether a line begins with a clock. */
export function isTimed(nodes: readonly PhrasingContent[], order: DateOrder): boolean {
  const read = readSaidTime(flatText(nodes), order);
  return read === 'two-ways' || (read !== null && read.start !== null);
}

/** Reads the blocks of a timeline, whatever form its times have. No block and no word is left out. */
export function readEntries(blocks: readonly RootContent[], state: TimelineState): SaidTimeline {
  const timeline: SaidTimeline = { entries: [], introduction: [] };
  for (const block of blocks) addBlock(timeline, block, state);
  return timeline;
}

function addBlock(timeline: SaidTimeline, block: RootContent, state: TimelineState): void {
  const origin = originOf(block);
  if (block.type === 'heading') {
    const said = lead(block.children, state, origin);
    if (said?.start) timeline.entries.push(entryOf(said, rest(block.children, said), [], state, origin));
    else {
      if (said?.day) setDay(said.day, state);
      keep(timeline, [{ type: 'paragraph', children: [{ type: 'strong', children: block.children }] }]);
    }
    state.zone = declaredZone(plainText([block])) ?? state.zone;
  } else if (block.type === 'list') for (const item of block.children) addItem(timeline, item, block, state);
  else if (block.type === 'table') addTable(timeline, block, state);
  else if (block.type === 'paragraph') {
    const parts = timedParts(block.children, state.order);
    for (const part of parts) {
      const said = lead(part, state, origin);
      if (said?.start) timeline.entries.push(entryOf(said, rest(part, said), [], state, origin));
      else {
        const zone = declaredZone(flatText(part));
        if (said?.day && (zone !== null || rest(part, said).length === 0)) setDay(said.day, state);
        state.zone = zone ?? state.zone;
        keep(timeline, [{ type: 'paragraph', children: part }]);
      }
    }
  } else keep(timeline, [block as Blocks[number]]);
}

/** A paragraph, parted where its lines begin with times. */
function timedParts(children: readonly PhrasingContent[], order: DateOrder): PhrasingContent[][] {
  const lines = linesOf(children);
  if (lines.length < 2 || !lines.slice(1).some((line) => isTimed(line, order))) return [[...children]];
  const parts: PhrasingContent[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || isTimed(line, order)) parts.push(line);
    else last.push({ type: 'text', value: '\n' }, ...line);
  }
  return parts;
}

function addItem(timeline: SaidTimeline, item: ListItem, list: List, state: TimelineState): void {
  const origin = originOf(item);
  const [first, ...others] = item.children;
  const line = first?.type === 'paragraph' ? first.children : [];
  const said = lead(line, state, origin);
  if (said?.start) {
    const box: PhrasingContent[] =
      item.checked == null ? [] : [{ type: 'text', value: item.checked ? '☑ ' : '☐ ' }];
    // Lines of one item that begin with times are entries of their own.
    const [own = [], ...more] = timedParts(line, state.order);
    timeline.entries.push(
      entryOf(said, [...box, ...rest(own, said)], more.length === 0 ? (others as Blocks) : [], state, origin),
    );
    for (const part of more) addBlock(timeline, { type: 'paragraph', children: part, ...place(item) }, state);
    if (more.length > 0) for (const block of others) keep(timeline, [block as Blocks[number]]);
    return;
  }
  const nested = others.filter((block) => block.type === 'list');
  const isOver = nested.some((inner) => inner.children.some((child) => startsTimed(child, state.order)));
  if (said?.day && rest(line, said).length === 0) setDay(said.day, state);
  else if (said?.day)
    state.notes.push({
      message: `An entry says a day and no clock: ${plainText(line).slice(0, 80)}`,
      hint: 'It stands with the entry before it. Write it as an entry of its own when you know the time: `~12:00` is about noon.',
      origin,
    });
  if (!isOver) {
    keep(timeline, asText(item, list, timeline.entries.length === 0));
    return;
  }
  if (line.length > 0) keep(timeline, [{ type: 'paragraph', children: line }]);
  for (const block of first?.type === 'paragraph' ? others : item.children) addBlock(timeline, block, state);
}

function startsTimed(item: ListItem, order: DateOrder): boolean {
  const [first] = item.children;
  return first?.type === 'paragraph' && isTimed(first.children, order);
}

/** An item of a timeline that is no entry: before the first one ours takes only paragraphs. */
function asText(item: ListItem, list: List, isFirst: boolean): Blocks {
  if (!isFirst) return [{ ...list, children: [item] }];
  return item.children.flatMap(
    (child): Blocks =>
      child.type === 'list'
        ? child.children.flatMap((inner) => asText(inner, child, true))
        : [child as Blocks[number]],
  );
}

function addTable(timeline: SaidTimeline, table: Table, state: TimelineState): void {
  const read = readTimeTable(table, state.order);
  if (read === null) {
    keep(timeline, [table]);
    return;
  }
  state.zone = declaredZone(read.heading) ?? state.zone;
  state.year = read.year ?? state.year;
  timeline.introduction.push({ type: 'html', value: comment(`The columns of a table: ${read.columns}.`) });
  for (const { time, words, origin } of read.rows) {
    const said = lead([{ type: 'text', value: time }], state, origin);
    const beyond = said === null ? '' : time.slice(said.length).trim();
    if (said?.start)
      timeline.entries.push(
        entryOf(
          said,
          [...(beyond === '' ? [] : [{ type: 'text' as const, value: `${beyond} ` }]), ...words],
          [],
          state,
          origin,
        ),
      );
    else {
      if (said?.day) setDay(said.day, state);
      keep(timeline, [
        {
          type: 'paragraph',
          children: [...(time === '' ? [] : [{ type: 'text' as const, value: `${time} ` }]), ...words],
        },
      ]);
    }
  }
}

function lead(children: readonly PhrasingContent[], state: TimelineState, origin: Origin): SaidTime | null {
  const read = readSaidTime(flatText(children), state.order);
  if (read !== 'two-ways') return read;
  state.notes.push({
    message: `This date can be read in two ways: ${flatText(children).slice(0, 40).trim()}`,
    hint: 'It stands as text. Import again with --date-order dmy or mdy.',
    origin,
  });
  return null;
}

function rest(children: readonly PhrasingContent[], { length }: SaidTime): PhrasingContent[] {
  return dropStart(children, length);
}

function setDay(said: SaidDate, state: TimelineState): void {
  const date = fullDate(said, state);
  if (date === null) return;
  state.day = date;
  state.lastClock = null;
}

function fullDate({ date, hasYear }: SaidDate, state: TimelineState): string | null {
  if (hasYear) {
    state.year = date.slice(0, 4);
    return date;
  }
  const year = state.year ?? state.day?.slice(0, 4) ?? null;
  return year === null ? null : `${year}-${date}`;
}

function entryOf(
  said: SaidTime,
  words: readonly PhrasingContent[],
  blocks: Blocks,
  state: TimelineState,
  origin: Origin,
): SaidEntry {
  const start = said.start as SaidMoment;
  const own = start.date === null ? null : fullDate(start.date, state);
  if (start.date !== null && own === null)
    state.notes.push({
      message: `The source says no year: ${said.written}`,
      hint: 'Say the day of the first entry with --date.',
      origin,
    });
  let day = own ?? state.day;
  // A clock far before the one above it, on no day of its own, is after midnight.
  const isNextDay =
    own === null &&
    day !== null &&
    state.lastClock !== null &&
    minutes(state.lastClock) - minutes(start.clock) > 12 * 60;
  if (isNextDay && day !== null) {
    day = addDays(day, 1);
    state.notes.push({
      message: `${start.clock} follows ${state.lastClock}, so it was read as the next day, ${day}.`,
      hint: 'Correct the day if it was another one.',
      origin,
    });
  }
  state.day = day;
  state.lastClock = start.clock;
  const { labels, content } = labelsOf(words);
  const endDate = said.end?.date ? fullDate(said.end.date, state) : null;
  return {
    date: day,
    start: { ...start, zone: start.zone ?? state.zone },
    end:
      said.end === null
        ? null
        : {
            ...said.end,
            date: endDate === null ? null : { date: endDate, hasYear: true },
            zone: said.end.zone ?? start.zone ?? state.zone,
          },
    approximate: said.approximate,
    labels,
    content: [
      ...(content.length === 0 ? [] : [{ type: 'paragraph' as const, children: content }]),
      ...blocks,
    ],
    written: said.doubtful || (start.date !== null && own === null) ? said.written : null,
    origin,
  };
}

/** Bold words right behind a time that are labels of ours. */
function labelsOf(words: readonly PhrasingContent[]): { labels: Label[]; content: PhrasingContent[] } {
  const [first, ...others] = words;
  if (first?.type !== 'strong') return { labels: [], content: [...words] };
  const { labels, slips } = readLabels(flatText(first.children).replace(/[\s:.–—-]+$/, ''));
  if (labels.length === 0 || slips.length > 0) return { labels: [], content: [...words] };
  return { labels: labels.map(({ label }) => label), content: dropStart(others, 0) };
}

function keep(timeline: SaidTimeline, blocks: Blocks): void {
  const into = timeline.entries.at(-1)?.content ?? timeline.introduction;
  for (const block of blocks) {
    const last = into.at(-1);
    // Items that stood in one list stay in one.
    if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered)
      into[into.length - 1] = { ...last, children: [...last.children, ...block.children] };
    else into.push(block);
  }
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function place({ position }: ListItem): Pick<ListItem, 'position'> {
  return position === undefined ? {} : { position };
}
