import type { BlockContent } from 'mdast';
import type { Problem } from '../diagnostic.ts';
import type { Section, SourceText } from '../document/document.ts';
import { isComment, plainText } from '../document/plain-text.ts';
import type { Why } from './improvement.ts';
import { readItem } from './item.ts';

/** Reads the bullets under "Whys": each asks, what is nested in it answers. */
export function readWhys(
  section: Section,
  { source }: { source: SourceText },
): { whys: Why[]; prose: BlockContent[]; problems: Problem[] } {
  const whys: Why[] = [];
  const prose: BlockContent[] = [];
  for (const node of section.nodes) {
    if (node.type !== 'list') {
      if (!isComment(node)) prose.push(node as BlockContent);
      continue;
    }
    for (const child of node.children) {
      const { place, lead, blocks, empty } = readItem(child, source);
      if (empty) continue;
      const phrasing = lead?.phrasingUntil(lead.text.length) ?? [];
      whys.push({ place, text: plainText(lead ? phrasing : blocks), phrasing, answer: blocks });
    }
  }
  return { whys, prose, problems: [] };
}
