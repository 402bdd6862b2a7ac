import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';

/** A mark of where a `<details>` begins or ends, until both are found. */
export const detailsOpen = '\uE000details';
export const detailsClose = '\uE000/details';

/** The Markdown in a `<Details>` with its summary, which is kept together as a root of its own. */
interface Folded extends Root {
  data: { summary: PhrasingContent[] };
}

function folded(block: Nodes): Folded | null {
  return block.type === 'root' && block.data !== undefined && 'summary' in block.data
    ? (block as Folded)
    : null;
}

/** What stands in a `<Details>`, without it; null where the block is none. */
export function unfolded(block: RootContent): RootContent[] | null {
  const details = folded(block as Nodes);
  if (details === null) return null;
  const { summary } = details.data;
  return [
    ...(summary.length === 0
      ? []
      : [{ type: 'paragraph' as const, children: [{ type: 'strong' as const, children: summary }] }]),
    ...details.children.slice(1, -1),
  ];
}

/** The summary of a `<Details>` and what stands in it; null where the block is none. */
export function detailsOf(block: RootContent): { summary: string; blocks: RootContent[] } | null {
  const details = folded(block as Nodes);
  return details && { summary: plainText(details.data.summary), blocks: details.children.slice(1, -1) };
}

/** Makes `<Details>` of marks that match; where they don't, the summary stays as a paragraph. */
export function inDetails(nodes: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = [];
  const open: number[] = [];
  for (const node of nodes) {
    if (node.type === 'html' && node.value === detailsOpen) {
      open.push(out.length);
      out.push(node);
      continue;
    }
    if (!(node.type === 'html' && node.value === detailsClose)) {
      out.push(node);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    const [mark, ...inside] = out.splice(start);
    const [first] = inside;
    const isSummary =
      first?.type === 'paragraph' && (first.data as { summary?: boolean } | undefined)?.summary === true;
    const summary = isSummary ? plainText([first]) : '';
    const rest = isSummary ? inside.slice(1) : inside;
    const place = mark?.position === undefined ? {} : { position: mark.position };
    const end = rest.at(-1)?.position ?? mark?.position;
    const whole =
      mark?.position === undefined || end === undefined
        ? {}
        : { position: { start: mark.position.start, end: end.end } };
    out.push({
      type: 'root',
      children: [
        {
          type: 'html',
          value: `<Details summary="${escaped(summary === '' ? 'Details' : summary)}">`,
          ...place,
        },
        ...(rest as RootContent[]),
        { type: 'html', value: '</Details>', ...place },
      ],
      data: { summary: isSummary ? first.children : [] },
      ...whole,
    } as Folded);
  }
  return out.filter((node) => !(node.type === 'html' && node.value === detailsOpen)) as RootContent[];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;');
}
