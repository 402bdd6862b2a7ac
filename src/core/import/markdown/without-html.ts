import type { Nodes, PhrasingContent } from 'mdast';
import { htmlBlock } from './html-blocks.ts';
import { inDetails } from './html-details.ts';
import { type Item, inTags, tokenItem } from './html-phrasing.ts';
import { htmlTokens } from './html-tokens.ts';

/**
 * Nodes in which HTML has become Markdown, tags that ours knows, or, where there is neither, code with the HTML in it.
 * The `html` nodes that are left hold MDX, to be written as it is.
 *
 * @param source The text that the nodes' places are of.
 */
export function withoutHtml(nodes: readonly Nodes[], source: string): Nodes[] {
  return inDetails(nodes.flatMap((node) => block(node, source)));
}

function block(node: Nodes, source: string): Nodes[] {
  if (node.type === 'html') return htmlBlock(node.value, node);
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [{ ...node, children: phrasing(node.children, source, node.type === 'tableCell') } as Nodes];
  if (!('children' in node)) return [node];
  return [{ ...node, children: withoutHtml(node.children as Nodes[], source) } as Nodes];
}

/** Words and tags of a line. */
function phrasing(nodes: readonly PhrasingContent[], source: string, isCell: boolean): PhrasingContent[] {
  const items = nodes.flatMap((node): Item[] => {
    if (node.type === 'html') return htmlTokens(node.value).map(tokenItem);
    if (node.type === 'link' && isBare(node, source))
      return [{ node: { type: 'html', value: rawOf(node, source) } }];
    if (node.type === 'break' && isCell) return [{ node: { type: 'html', value: '<br />' } }];
    if (!('children' in node)) return [{ node }];
    return [
      {
        node: {
          ...node,
          children: phrasing(node.children as PhrasingContent[], source, isCell),
        } as PhrasingContent,
      },
    ];
  });
  return inTags(items);
}

/** An address that was typed as it is stays as it is, where nothing follows that would become part of it. */
function isBare(node: Nodes, source: string): boolean {
  const next = source.slice(node.position?.end.offset ?? source.length).slice(0, 40);
  return (
    /^[)\].,;:!?'"*_|]*(?:\s|$)/.test(next) &&
    /^https?:\/\/[\w\-./?=&%#:+,~@;!$'()]*[\w/]$/.test(rawOf(node, source))
  );
}

function rawOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
