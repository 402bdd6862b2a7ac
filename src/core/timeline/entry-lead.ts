import type { PhrasingContent, Strong, Text } from 'mdast';
import { type Fix, type Place, type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { isComment, plainText } from '../document/plain-text.ts';
import { fixAt, withFix } from '../fix/fix.ts';
import { type EntryTimeReading, printWrittenTime, readEntryTime } from './entry-time.ts';
import { type Label, type LabelFix, readLabels } from './labels.ts';
import { offsetInSource } from './node-text.ts';

/** The first line of an entry, taken apart. */
export interface EntryLead {
  reading: EntryTimeReading;
  /** Of the time, or of what is amiss in it. */
  place: Place;
  /** The time as it is to be written, where there is no doubt. */
  fix: Fix | null;
  labels: { label: Label; place: Place }[];
  /** About the labels; the time's own are in `reading`. */
  problems: Problem[];
  /** What follows time and labels. */
  phrasing: PhrasingContent[];
}

/** Takes apart the inline nodes of an entry's first paragraph or heading. The tree stays as it is. */
export function readEntryLead(nodes: readonly PhrasingContent[], source: SourceText): EntryLead {
  const content = nodes.filter((node) => !isComment(node));
  const { reading, behind, offset, written } = readTime(content, source);
  const place = source.placeAt(offset);
  if (reading.kind === 'none')
    return { reading, place, fix: null, labels: [], problems: [], phrasing: content };

  const labels: EntryLead['labels'] = [];
  const problems: Problem[] = [];
  let phrasing = trimmed(behind);
  const [bold] = phrasing;
  if (bold?.type === 'strong') {
    const read = readLabels(rawText(bold.children));
    const placeOf = (index: number): Place => source.placeAt(offsetIn(bold.children, source, index));
    for (const { offset: index, severity, message, hint, fix } of read.slips) {
      const found: Problem = {
        rule: 'timeline-label',
        severity,
        place: placeOf(index),
        message,
        ...(hint && { hint }),
      };
      problems.push(withFix(found, fix ? labelFix(bold, source, fix) : null));
    }
    if (read.labels.length > 0) {
      phrasing = trimmed(phrasing.slice(1));
      labels.push(...read.labels.map(({ label, offset: index }) => ({ label, place: placeOf(index) })));
    }
  }
  const stray = strayLabels(phrasing, { labels, bold, written }, source);
  if (stray) {
    labels.push(...stray.labels);
    problems.push(stray.problem);
    phrasing = stray.phrasing;
  }
  return { reading, place, fix: timeFix(reading, written, source), labels, problems, phrasing };
}

function timeFix(reading: EntryTimeReading, written: Stretch | null, source: SourceText): Fix | null {
  if (reading.kind !== 'slip' || !reading.certain || reading.repaired === null || !written) return null;
  const text = printWrittenTime(reading.repaired);
  return fixAt(source, `Write ${text}`, { ...written, text });
}

/** Null where the run is more than plain text. */
function labelFix(bold: Strong, source: SourceText, { start, end, text }: LabelFix): Fix | null {
  const [only, ...others] = bold.children;
  if (only?.type !== 'text' || others.length > 0) return null;
  const from = (only.position?.start.offset ?? 0) + start;
  if (source.text.slice(from, from + end - start) !== only.value.slice(start, end)) return null;
  return fixAt(source, `Write ${text}`, { start: from, end: from + end - start, text });
}

interface TimeAndRest {
  reading: EntryTimeReading;
  behind: PhrasingContent[];
  /** Offset in the file of the time or of what is amiss. */
  offset: number;
  /** All of the time in the file; null where it ends in the middle of something. */
  written: Stretch | null;
}

interface Stretch {
  start: number;
  end: number;
}

function readTime(content: readonly PhrasingContent[], source: SourceText): TimeAndRest {
  const firstOther = content.findIndex((node) => node.type !== 'text');
  const texts = firstOther < 0 ? content : content.slice(0, firstOther);
  const text = rawText(texts);
  const reading = readEntryTime(text);
  if (reading.kind === 'none' || (reading.kind === 'slip' && reading.dateOnly)) {
    const formatted = readFormattedTime(content, source);
    if (formatted) return { ...formatted, offset: content[0]?.position?.start.offset ?? 0 };
  }
  if (reading.kind === 'none') {
    return { reading, behind: [...content], offset: content[0]?.position?.start.offset ?? 0, written: null };
  }
  const at = reading.kind === 'slip' ? reading.offset : leadingBlanks(text);
  return {
    reading,
    behind: cut(content, reading.length),
    offset: offsetIn(texts, source, at),
    written: stretchOf(texts, leadingBlanks(text), reading.length, source),
  };
}

/** The file's stretch for some characters of nodes. */
function stretchOf(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
  source: SourceText,
): Stretch | null {
  const start = offsetIn(nodes, source, from);
  let rest = to;
  for (const node of nodes) {
    const { length } = rawText([node]);
    if (rest > length) rest -= length;
    else if (node.type === 'text') return { start, end: offsetInSource(node, source.text, rest - 1) + 1 };
    else return rest === length ? { start, end: node.position?.end.offset ?? start } : null;
  }
  return null;
}

/** A time in bold, in code or struck through. Readable, but one form is enough. */
function readFormattedTime(
  content: readonly PhrasingContent[],
  source: SourceText,
): Omit<TimeAndRest, 'offset'> | null {
  const flat = content.slice(0, 4).map((node) => (node.type === 'text' ? node.value : plainText([node])));
  const reading = readEntryTime(flat.join(''));
  if (reading.kind === 'none' || (reading.kind === 'slip' && reading.dateOnly)) return null;
  const time = reading.kind === 'time' ? reading.time : reading.repaired;
  const isStruck = content[0]?.type === 'delete';
  const meant = time && isStruck ? { ...time, approximate: true } : time;
  return {
    reading: {
      kind: 'slip',
      offset: 0,
      message: isStruck
        ? 'Two `~` strike a time through; for "about", one stands before the clock.'
        : 'A time is plain text, not bold, code or a link.',
      hint: meant ? `Write \`${printWrittenTime(meant)}\`.` : 'Write the time like `2018-05-04 08:25`.',
      repaired: meant,
      dateOnly: false,
      // A link would lose where it leads to, and two tildes may mean that the time was wrong.
      certain:
        (reading.kind === 'time' || reading.certain) &&
        content
          .slice(0, 4)
          .every(
            ({ type }) =>
              type === 'text' || type === 'strong' || type === 'emphasis' || type === 'inlineCode',
          ),
      length: reading.length,
    },
    behind: cut(content, reading.length),
    written: stretchOf(content, leadingBlanks(flat.join('')), reading.length, source),
  };
}

/** Labels that stand behind a dash, or in a second bold run. They would be lost. */
function strayLabels(
  phrasing: readonly PhrasingContent[],
  before: { labels: EntryLead['labels']; bold: PhrasingContent | undefined; written: Stretch | null },
  source: SourceText,
): { labels: EntryLead['labels']; problem: Problem; phrasing: PhrasingContent[] } | null {
  const { labels: found } = before;
  const index = phrasing.findIndex((node) => node.type !== 'text');
  const bold = phrasing[index];
  if (bold?.type !== 'strong') return null;
  const between = rawText(phrasing.slice(0, index));
  if (!/^[\s\p{P}|]{0,12}$/u.test(between)) return null;
  if (found.length === 0 && between.trim() === '') return null;
  const { labels, slips } = readLabels(rawText(bold.children));
  if (labels.length === 0 || slips.length > 0) return null;
  const place = source.placeAt(bold.position?.start.offset ?? 0);
  const all = [...found.map(({ label }) => label), ...labels.map(({ label }) => label)];
  const from = found.length > 0 ? before.bold?.position?.start.offset : before.written?.end;
  const end = bold.position?.end.offset;
  const message =
    found.length > 0
      ? 'The labels of an entry stand in one bold run.'
      : `Labels stand right behind the time, without \`${between.trim()}\` between them.`;
  return {
    labels: labels.map(({ label, offset }) => ({
      label,
      place: source.placeAt(offsetIn(bold.children, source, offset)),
    })),
    problem: withFix(
      problem('timeline-label', place, message, `Write \`**${all.join(', ')}**\` right behind the time.`),
      from === undefined || end === undefined || between.includes('\n')
        ? null
        : fixAt(source, `Write **${all.join(', ')}** right behind the time`, {
            start: from,
            end,
            text: `${found.length > 0 ? '' : ' '}**${all.join(', ')}**`,
          }),
    ),
    phrasing: trimmed(phrasing.slice(index + 1)),
  };
}

/** The text of nodes with every blank kept, so that offsets in it can be traced back. */
function rawText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) text += node.type === 'text' ? node.value : plainText([node]);
  return text;
}

function offsetIn(nodes: readonly PhrasingContent[], source: SourceText, index: number): number {
  let rest = index;
  for (const node of nodes) {
    const { length } = rawText([node]);
    const isLast = node === nodes.at(-1);
    if (rest < length || (isLast && rest === length)) {
      return node.type === 'text'
        ? offsetInSource(node, source.text, rest)
        : (node.position?.start.offset ?? 0);
    }
    rest -= length;
  }
  return nodes[0]?.position?.start.offset ?? 0;
}

/** What follows the first `length` characters. */
function cut(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
  let rest = length;
  let index = 0;
  for (; rest > 0 && index < nodes.length; index += 1) {
    const node = nodes[index] as PhrasingContent;
    const own = rawText([node]).length;
    if (node.type === 'text' && rest < own)
      return [{ ...node, value: node.value.slice(rest) } satisfies Text, ...nodes.slice(index + 1)];
    rest -= own;
  }
  return nodes.slice(index);
}

/** Without the blanks and line breaks at its start. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const first = nodes.findIndex(
    (node) => node.type !== 'break' && !(node.type === 'text' && node.value.trim() === ''),
  );
  if (first < 0) return [];
  const rest = nodes.slice(first);
  const [lead] = rest;
  if (lead?.type !== 'text') return rest;
  return [{ ...lead, value: lead.value.trimStart() }, ...rest.slice(1)];
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}
