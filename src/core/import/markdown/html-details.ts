import type { Nodes, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';

/** A mark of where a `<details>` begins or ends, until both are found. */
export const detailsOpen = '\uE000details';
export const detailsClose = '\uE000/details';

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
    out.push(
      {
        type: 'html',
        value: `<Details summary="${escaped(summary === '' ? 'Details' : summary)}">`,
        ...place,
      },
      ...rest,
      { type: 'html', value: '</Details>', ...place },
    );
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
