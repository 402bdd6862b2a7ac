import type { BlockContent, Heading, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { isComment, plainText, saysTbd } from '../document/plain-text.ts';
import { type EntryLead, readEntryLead } from './entry-lead.ts';
import { readEntryTime } from './entry-time.ts';

/** An entry taken apart, before it has its place in time. */
export interface RawEntry {
  lead: EntryLead;
  blocks: BlockContent[];
}

/** The limit of format.md; past it, a section is more likely a pasted log than a timeline. */
export const mostEntries = 5000;

interface Split {
  entries: RawEntry[];
  introduction: BlockContent[];
  problems: Problem[];
}

/**
 * Parts a timeline's blocks into entries: the items of its top-level lists, and its `###` headings with all that follows
 * them. Nothing is lost: a block that belongs to no entry goes to the one before it, or to the introduction.
 */
export function splitEntries(nodes: readonly RootContent[], source: SourceText): Split {
  const split: Split = { entries: [], introduction: [], problems: [] };
  /** What the nodes belong to: a list's entries, one heading's entry, or a heading that is no entry. */
  let under: 'list' | 'entry' | 'heading' = 'list';
  for (const node of nodes) {
    if (isComment(node) || node.type === 'mdxjsEsm') continue;
    if (node.type === 'heading' && node.depth <= 3) {
      under = addHeading(split, node, source) ? 'entry' : 'heading';
    } else if (node.type === 'list' && under !== 'entry') {
      for (const item of node.children) addItem(split, node, item, source, under === 'heading');
    } else {
      if (under !== 'entry') warnOfLooseTime(split, node, source);
      keep(split, node);
    }
    if (split.entries.length > mostEntries) return tooMany(split);
  }
  return split;
}

/** Whether the heading is an entry. */
function addHeading(split: Split, heading: Heading, source: SourceText): boolean {
  const lead = readEntryLead(heading.children, source);
  if (lead.reading.kind !== 'none') {
    split.entries.push({ lead, blocks: [] });
    return true;
  }
  keep(split, heading);
  if (saysTbd([heading])) return false;
  const words = firstWords(heading.children);
  split.problems.push(
    problem(
      'timeline-entry',
      placeOf(heading, source),
      'This heading in the timeline does not begin with a time.',
      `Write \`### 08:25 ${words}\`; for a heading that is no entry, write \`#### ${words}\`.`,
    ),
  );
  return false;
}

function addItem(split: Split, list: List, item: ListItem, source: SourceText, isLenient: boolean): void {
  if (split.entries.length > mostEntries) return;
  const [first, ...blocks] = item.children.filter((child) => !isComment(child));
  const line: PhrasingContent[] = first?.type === 'paragraph' ? first.children : [];
  const lead = readEntryLead(line, source);
  const isUntimed = lead.reading.kind === 'none' || (lead.reading.kind === 'slip' && lead.reading.dateOnly);
  const isPending = isUntimed && saysTbd([item]);
  if (isPending || lead.reading.kind === 'none') {
    keep(split, { ...list, children: [item] });
    if (!isPending && !isLenient) split.problems.push(untimed(line, item, source, split.entries.at(-1)));
    return;
  }
  split.entries.push({ lead, blocks: blocks as BlockContent[] });
  if (typeof item.checked === 'boolean') {
    const box = item.checked ? '[x]' : '[ ]';
    split.problems.push(
      problem(
        'timeline-entry',
        placeOf(item, source),
        `A timeline entry has no box; \`${box}\` marks something to do.`,
        `Delete the \`${box}\`. What is still to do goes under one of the five questions or Next actions.`,
      ),
    );
  }
}

function untimed(
  line: readonly PhrasingContent[],
  item: ListItem,
  source: SourceText,
  before: RawEntry | undefined,
): Problem {
  const words = firstWords(line);
  const [first] = line;
  const clock = clockOf(before);
  return problem(
    'timeline-entry',
    placeOf(first ?? item, source),
    words === '' ? 'This timeline entry is empty.' : 'This timeline entry does not begin with a time.',
    words === ''
      ? `Write when it happened and what: \`- ${clock} A supplier e-mails support.\``
      : `Write its time first, as in \`- ${clock} ${words}\`, or indent it to make it part of the entry above.`,
  );
}

/** An example that does not come before the entry above. */
function clockOf(before: RawEntry | undefined): string {
  const reading = before?.lead.reading;
  const time = reading?.kind === 'time' ? reading.time : reading?.kind === 'slip' ? reading.repaired : null;
  return time?.clock ?? '08:25';
}

/** A paragraph that begins like an entry has most likely lost its hyphen. */
function warnOfLooseTime(split: Split, node: RootContent, source: SourceText): void {
  if (node.type !== 'paragraph' && node.type !== 'heading') return;
  const [first] = node.children;
  if (first?.type !== 'text' || readEntryTime(first.value).kind !== 'time') return;
  const start = node.type === 'heading' ? '###' : '-';
  split.problems.push({
    rule: 'timeline-entry',
    severity: 'warning',
    place: placeOf(node, source),
    message: 'This begins with a time but is not an entry, so the timeline does not show it as one.',
    hint: `Write \`${start} ${firstWords(node.children)}\` to make it one; otherwise begin it with another word.`,
  });
}

function tooMany(split: Split): Split {
  const extra = split.entries[mostEntries];
  const place = extra?.lead.place ?? { line: 1, column: 1 };
  split.problems.push(
    problem(
      'timeline-size',
      place,
      'This timeline has more than 5,000 entries, which is the limit.',
      'Keep what tells the story, and link the full log under Artifacts.',
    ),
  );
  return { ...split, entries: split.entries.slice(0, mostEntries) };
}

function keep(split: Split, node: RootContent): void {
  const blocks = split.entries.at(-1)?.blocks ?? split.introduction;
  blocks.push(node as BlockContent);
}

/** The author's own words for an example, cut at a blank. */
function firstWords(nodes: readonly PhrasingContent[]): string {
  const text = plainText(nodes).replaceAll('`', '');
  if (text.length <= 40) return text;
  const cut = text.slice(0, 40);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))} …`;
}

function placeOf(node: RootContent, source: SourceText): Place {
  return source.placeAt(node.position?.start.offset ?? 0);
}
