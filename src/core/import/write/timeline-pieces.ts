import type { ListItem, PhrasingContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { readEntryTime } from '../../timeline/entry-time.ts';
import { readLabels } from '../../timeline/labels.ts';
import type { Blocks, ImportContext, ImportNote } from '../imported.ts';
import { type Piece, piece } from './pieces.ts';
import type { PlacedEntry } from './placed-entries.ts';
import { safeBlocks } from './safe-blocks.ts';
import { withoutBoxes } from './task.ts';

/** Each entry as an item of the timeline's list. */
export function timelinePieces(
  placed: readonly PlacedEntry[],
  context: ImportContext,
  notes: ImportNote[],
): Piece[] {
  return placed.map((entry, index) => ({
    ...piece(
      [{ type: 'list', ordered: false, spread: false, children: [entryItem(entry, context, notes)] }],
      [{ origin: entry.entry.origin, what: 'an entry', to: `Timeline, ${entry.time}` }],
    ),
    ...(index > 0 ? { isNext: true } : {}),
  }));
}

function entryItem(
  { entry, time, labels, spare }: PlacedEntry,
  context: ImportContext,
  notes: ImportNote[],
): ListItem {
  const content = withoutBoxes(safeBlocks(entry.content, context, notes, entry.origin));
  const [first, ...rest] = content;
  const own: PhrasingContent[] = first?.type === 'paragraph' ? first.children : [];
  const aside = [...spare, ...(entry.written === null ? [] : [`in the source: ${entry.written}`])];
  const words = plainBold([
    ...own,
    ...(aside.length === 0 ? [] : [{ type: 'text' as const, value: ` (${aside.join(', ')})` }]),
  ]);
  const lead = `${time}${labels.length === 0 ? '' : ` **${labels.join(', ')}**`}`;
  const said: PhrasingContent[] =
    words.length === 0
      ? []
      : [{ type: 'text', value: ` ${joint(time, labels.length > 0, words)}` }, ...words];
  return {
    type: 'listItem',
    spread: content.some(
      (block, index) => (index > 0 || block.type !== 'paragraph') && block.type !== 'list',
    ),
    children: [
      { type: 'paragraph', children: [{ type: 'html', value: lead }, ...mergedStart(said)] },
      ...(first?.type === 'paragraph' ? rest : content),
    ] satisfies Blocks,
  };
}

/** What must stand between a time and words that would otherwise be read as more of the time. */
function joint(time: string, hasLabels: boolean, words: readonly PhrasingContent[]): string {
  if (hasLabels) return '';
  const text = plainText(words);
  const holds = (between: string): boolean => {
    const reading = readEntryTime(`${time} ${between}${text}`);
    return reading.kind === 'time' && reading.length === time.length;
  };
  return ['', '— ', '· '].find(holds) ?? '— : ';
}

/** Bold words that would be read as labels, or nearly, are emphasis instead. */
function plainBold(words: readonly PhrasingContent[]): PhrasingContent[] {
  return words.map((node) => {
    if (node.type !== 'strong') return node;
    const { labels, slips } = readLabels(plainText(node.children));
    return labels.length === 0 && slips.length === 0 ? node : { type: 'emphasis', children: node.children };
  });
}

/** The blank before the words belongs to the first of them, or the serializer would escape it. */
function mergedStart([blank, first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (blank?.type !== 'text') return [];
  if (first?.type === 'text')
    return [{ ...first, value: `${blank.value}${first.value.trimStart()}` }, ...rest];
  return [blank, ...(first === undefined ? [] : [first]), ...rest];
}
