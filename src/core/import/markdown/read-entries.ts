import type { Code, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import type { Blocks, Origin } from '../imported.ts';
import { type DateOrder, readSaidTime, type SaidDate, type SaidTime } from './foreign-time.ts';
import { declaredZone } from './foreign-zones.ts';
import { unfolded } from './html-details.ts';
import { originOf } from './origins.ts';
import { dropStart, flatText, linesOf } from './phrases.ts';
import { entryOf, type SaidEntry, setDay, type TimelineState } from './said-entry.ts';
import { readTimeAtEnd } from './time-at-end.ts';
import { readTimeTable } from './time-table.ts';

export interface SaidTimeline {
  entries: SaidEntry[];
  /** What stands before the first entry. */
  introduction: Blocks;
  /** A line that is only a day, until an entry on that day says it. */
  dayLine: { date: string; blocks: Blocks } | null;
}

/** Whether a line begins with a clock. */
export function isTimed(nodes: readonly PhrasingContent[], order: DateOrder): boolean {
  const read = readSaidTime(flatText(nodes), order);
  return read === 'two-ways' || (read !== null && read.start !== null);
}

/** Reads the blocks of a timeline, whatever form its times have. No block and no word is left out. */
export function readEntries(blocks: readonly RootContent[], state: TimelineState): SaidTimeline {
  const timeline: SaidTimeline = { entries: [], introduction: [], dayLine: null };
  for (const block of blocks) addBlock(timeline, block, state);
  keep(timeline, []);
  return timeline;
}

function addBlock(timeline: SaidTimeline, block: RootContent, state: TimelineState): void {
  const origin = originOf(block);
  if (block.type === 'heading') {
    const said = lead(block.children, state, origin);
    const shown: Blocks = [{ type: 'paragraph', children: [{ type: 'strong', children: block.children }] }];
    if (said?.start) add(timeline, entryOf(said, rest(block.children, said), [], state, origin));
    else if (said?.day) addDay(timeline, said.day, rest(block.children, said).length === 0, shown, state);
    else keep(timeline, shown);
    state.zone = declaredZone(plainText([block])) ?? state.zone;
  } else if (block.type === 'list') for (const item of block.children) addItem(timeline, item, block, state);
  else if (block.type === 'table') addTable(timeline, block, state);
  else if (block.type === 'paragraph') {
    const parts = timedParts(block.children, state.order);
    for (const part of parts) {
      const said = lead(part, state, origin);
      if (said?.start) add(timeline, entryOf(said, rest(part, said), [], state, origin));
      else {
        const zone = declaredZone(flatText(part));
        const shown: Blocks = [{ type: 'paragraph', children: part }];
        const isAlone = said?.day != null && rest(part, said).length === 0;
        if (said?.day && (zone !== null || isAlone)) addDay(timeline, said.day, isAlone, shown, state);
        else keep(timeline, shown);
        state.zone = zone ?? state.zone;
      }
    }
  } else if (
    block.type === 'code' &&
    timeline.entries.length === 0 &&
    isTimedText(block.value, state.order)
  ) {
    // Who knows no Markdown indents what belongs to a heading.
    const value = block.value
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim();
    addBlock(timeline, { ...place(block), type: 'paragraph', children: [{ type: 'text', value }] }, state);
  } else {
    // What was folded up in a timeline is more of it, if it has times.
    const inner = unfolded(block);
    if (
      inner?.some(
        (child) => child.type === 'list' || child.type === 'table' || isTimedLine(child, state.order),
      )
    )
      for (const child of inner) addBlock(timeline, child, state);
    else keep(timeline, [block as Blocks[number]]);
  }
}

/** Whether the lines that are not indented below another one begin with times. */
function isTimedText(text: string, order: DateOrder): boolean {
  const lines = text.split('\n').filter((line) => /^\S/.test(line));
  return lines.length > 1 && lines.every((line) => isTimed([{ type: 'text', value: line }], order));
}

function isTimedLine(block: RootContent, order: DateOrder): boolean {
  return (block.type === 'paragraph' || block.type === 'heading') && isTimed(block.children, order);
}

function add(timeline: SaidTimeline, entry: SaidEntry): void {
  if (timeline.dayLine?.date === entry.date) timeline.dayLine = null;
  else keep(timeline, []);
  timeline.entries.push(entry);
}

/** A line that says a day, and nothing else where it is alone. */
function addDay(
  timeline: SaidTimeline,
  day: SaidDate,
  isAlone: boolean,
  shown: Blocks,
  state: TimelineState,
): void {
  keep(timeline, []);
  const date = setDay(day, state);
  if (isAlone && date !== null) timeline.dayLine = { date, blocks: shown };
  else keep(timeline, shown);
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
    add(
      timeline,
      entryOf(said, [...box, ...rest(own, said)], more.length === 0 ? (others as Blocks) : [], state, origin),
    );
    for (const part of more) addBlock(timeline, { type: 'paragraph', children: part, ...place(item) }, state);
    if (more.length > 0) for (const block of others) keep(timeline, [block as Blocks[number]]);
    return;
  }
  const atEnd = said === null ? readTimeAtEnd(line, state.order) : null;
  if (atEnd !== null) {
    add(timeline, entryOf(atEnd.time, atEnd.words, others as Blocks, state, origin));
    return;
  }
  const nested = others.filter((block) => block.type === 'list');
  const isOver = nested.some((inner) => inner.children.some((child) => startsTimed(child, state.order)));
  const isDay = said?.day != null && rest(line, said).length === 0;
  if (isDay && isOver)
    addDay(timeline, said.day as SaidDate, true, [{ type: 'paragraph', children: line }], state);
  else if (isDay) setDay(said.day as SaidDate, state);
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
  if (line.length > 0 && !isDay) keep(timeline, [{ type: 'paragraph', children: line }]);
  for (const block of first?.type === 'paragraph' ? others : item.children) addBlock(timeline, block, state);
}

function startsTimed(item: ListItem, order: DateOrder): boolean {
  const [first] = item.children;
  return (
    first?.type === 'paragraph' &&
    (isTimed(first.children, order) || readTimeAtEnd(first.children, order) !== null)
  );
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
  const columns = comment(`The columns of a table: ${read.columns}.`);
  if (!timeline.introduction.some((block) => block.type === 'html' && block.value === columns))
    timeline.introduction.push({ type: 'html', value: columns });
  for (const { time, words, origin } of read.rows) {
    const said = lead([{ type: 'text', value: time }], state, origin);
    const beyond = said === null ? '' : time.slice(said.length).trim();
    if (said?.start)
      add(
        timeline,
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

/** Puts blocks to the entry before, behind a day line that no entry has said. */
function keep(timeline: SaidTimeline, blocks: Blocks): void {
  const into = timeline.entries.at(-1)?.content ?? timeline.introduction;
  const { dayLine } = timeline;
  timeline.dayLine = null;
  for (const block of [...(dayLine?.blocks ?? []), ...blocks]) {
    const last = into.at(-1);
    // Items that stood in one list stay in one.
    if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered)
      into[into.length - 1] = { ...last, children: [...last.children, ...block.children] };
    else into.push(block);
  }
}

function place({ position }: ListItem | Code): Pick<ListItem, 'position'> {
  return position === undefined ? {} : { position };
}
