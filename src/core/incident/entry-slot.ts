import type { Heading, List, ListItem, RootContent } from 'mdast';
import type { Document, Section } from '../document/document.ts';
import { isOnlyTbd } from '../document/plain-text.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';

/** How the entries of a timeline are written. */
export interface EntryStyle {
  /** What stands before the time: `- `, `### `. */
  lead: string;
  /** What stands before each further line. */
  indent: string;
}

/** Where an entry goes: in place of the lines from `from` to `to`, counted from 0; none where they are the same. */
export interface Slot {
  from: number;
  to: number;
  /** With a blank line before and behind it. */
  isApart: boolean;
  style: EntryStyle;
}

/** The block that an entry begins with. */
interface Block {
  node: ListItem | Heading;
  list: List | null;
  /** From 1. */
  line: number;
}

/**
 * Where in a file the entry goes that will be at a position among those of its timeline, and how it is to look beside them.
 *
 * @param lines Of the file, each with its line break.
 */
export function entrySlot(
  section: Section,
  entries: readonly TimelineEntry[],
  position: number,
  document: Document,
  lines: readonly string[],
): Slot {
  const isBlank = (line: number): boolean => (lines[line - 1] ?? '').trim() === '';
  /** The line behind the last one, up to a line, that holds something. */
  const endBefore = (line: number, first: number): number => {
    let end = line;
    while (end > first && isBlank(end)) end -= 1;
    return end;
  };
  const blocks = entryBlocks(section.nodes, entries);
  const model = blocks[Math.max(0, position - 1)];
  const { line: heading } = section.place;
  if (model === undefined) {
    const style = { lead: '- ', indent: '  ' };
    const [first, last] = [section.nodes[0], section.nodes.at(-1)];
    if (first && last && isOnlyTbd(section.nodes))
      return {
        from: (first.position?.start.line ?? heading + 1) - 1,
        to: last.position?.end.line ?? heading + 1,
        isApart: true,
        style,
      };
    const next = document.sections.find(({ place }) => place.line > heading);
    const from = endBefore((next?.place.line ?? lines.length + 1) - 1, heading);
    return { from, to: from, isApart: true, style };
  }
  const style = styleLike(model, lines);
  const isApart = model.list === null || isLoose(model.list, isBlank);
  if (position === 0) return { from: model.line - 1, to: model.line - 1, isApart, style };
  const following = blocks[position];
  const end = following
    ? following.line - 1
    : (section.nodes.at(-1)?.position?.end.line ?? model.node.position?.end.line ?? model.line);
  const from = endBefore(end, model.line);
  // Behind a paragraph that stands between two lists, an entry begins a list of its own.
  const isBehindItem = from <= (model.node.position?.end.line ?? from);
  return { from, to: from, isApart: isApart || !isBehindItem, style };
}

function entryBlocks(nodes: readonly RootContent[], entries: readonly TimelineEntry[]): Block[] {
  const candidates = nodes.flatMap((node): Block[] => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'heading') return [{ node, list: null, line }];
    if (node.type !== 'list') return [];
    return node.children.map((item) => ({ node: item, list: node, line: item.position?.start.line ?? 0 }));
  });
  // An item may seem to reach into the next one's line, so it is where they begin that tells.
  let at = 0;
  return entries.flatMap(({ place }) => {
    while ((candidates[at + 1]?.line ?? Number.POSITIVE_INFINITY) <= place.line) at += 1;
    return candidates[at] ?? [];
  });
}

function styleLike({ node, line }: Block, lines: readonly string[]): EntryStyle {
  if (node.type === 'heading') return { lead: `${'#'.repeat(node.depth)} `, indent: '' };
  const [, indent = '', bullet = '-', blanks = ' '] =
    /^(?:\ufeff)?( {0,3})([-*+]|\d{1,9}[.)])( {1,4})(?=\S)/.exec(lines[line - 1] ?? '') ?? [];
  const number = /^(\d+)([.)])$/.exec(bullet);
  const marker = number === null ? bullet : `${Number(number[1]) + 1}${number[2]}`;
  const lead = `${indent}${marker}${blanks}`;
  return { lead, indent: ' '.repeat(lead.length) };
}

function isLoose({ children }: List, isBlank: (line: number) => boolean): boolean {
  const [, ...others] = children;
  return others.length > 0 && others.every(({ position }) => isBlank((position?.start.line ?? 1) - 1));
}
