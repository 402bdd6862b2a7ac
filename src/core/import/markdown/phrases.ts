import type { Nodes, PhrasingContent } from 'mdast';

/** The text of inline nodes with every blank kept; what has none, such as an image, is one sign that is no letter. */
export function flatText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'break') return '\n';
      if ('children' in node) return flatText(node.children as Nodes[]);
      return node.type === 'text' || node.type === 'inlineCode' ? node.value : '\uFFFC';
    })
    .join('');
}

/** The nodes without the first characters of their flat text. A link among these is kept at the end, for where it leads. */
export function dropStart(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
  const links: PhrasingContent[] = [];
  const kept = trimStart(dropped(nodes, length, links));
  const asides = links.flatMap((link): PhrasingContent[] => [
    { type: 'text', value: ' (' },
    link,
    { type: 'text', value: ')' },
  ]);
  return [...kept, ...asides];
}

/** The nodes without what follows the first characters of their flat text. */
export function dropEnd(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
  let rest = length;
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    if (rest <= 0) break;
    const own = flatText([node]).length;
    if (own <= rest) out.push(node);
    else if ('children' in node)
      out.push({ ...node, children: dropEnd(node.children as PhrasingContent[], rest) } as PhrasingContent);
    else if ('value' in node) out.push({ ...node, value: node.value.slice(0, rest) });
    rest -= own;
  }
  return out;
}

function dropped(
  nodes: readonly PhrasingContent[],
  length: number,
  links: PhrasingContent[],
): PhrasingContent[] {
  let rest = length;
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const own = flatText([node]).length;
    if (rest === 0) {
      out.push(node);
      continue;
    }
    if (node.type === 'link' && flatText([node]).trim() !== '') links.push(node);
    else if ('children' in node) {
      const children = dropped(node.children as PhrasingContent[], Math.min(rest, own), links);
      if (rest < own) out.push({ ...node, children } as PhrasingContent);
    } else if (rest < own && 'value' in node) out.push({ ...node, value: node.value.slice(rest) });
    rest = Math.max(0, rest - own);
  }
  return out;
}

/** Without blanks and line breaks at the start. */
function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first === undefined) return [];
  if (first.type === 'break') return trimStart(rest);
  if (first.type === 'strong' || first.type === 'emphasis' || first.type === 'delete') {
    const children = trimStart(first.children);
    return children.length === 0 ? trimStart(rest) : [{ ...first, children }, ...rest];
  }
  if (first.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value === '' ? trimStart(rest) : [{ ...first, value }, ...rest];
}

/** The lines of a paragraph, parted at its line breaks outside of emphasis and links. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text' && node.value.includes('\n'))
      for (const [index, part] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (part !== '') lines.at(-1)?.push({ ...node, value: part });
      }
    else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => flatText(line).trim() !== '');
}
