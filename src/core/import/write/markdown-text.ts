import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/**
 * Writes Markdown that MDX reads as the same: braces, `<` and an `import` at the start of a line are words in it. An `html`
 * node is written as it is, so it may hold only what MDX takes: a comment in braces, a known tag.
 */
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    unsafe: [
      // As one pattern: neither a sign that is escaped right after it nor the end of a line makes it safe.
      { character: '<(?![ \\t]+\\S)', inConstruct: 'phrasing' },
      { character: '{', inConstruct: 'phrasing' },
      { atBreak: true, character: 'i', after: 'mport(?![A-Za-z])' },
      { atBreak: true, character: 'e', after: 'xport(?![A-Za-z])' },
    ],
  })
  .freeze();

/** Blocks as text, without a line break at the end. */
export function markdownText(blocks: readonly Nodes[]): string {
  return writer.stringify({ type: 'root', children: [...blocks] as RootContent[] }).trimEnd();
}
