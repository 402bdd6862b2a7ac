import type { Heading, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import type { Imported } from '../imported.ts';
import type { ForeignMarkdown } from './foreign-markdown.ts';
import { meaningOf } from './headings.ts';
import { originOf } from './origins.ts';
import { flatText } from './phrases.ts';
import { isTimed } from './read-entries.ts';
import { factsIn } from './said-facts.ts';

/** The title, and the blocks without it. */
export function takeTitle({ blocks, frontMatter }: ForeignMarkdown): {
  title: Imported['facts']['title'];
  blocks: RootContent[];
} {
  const first = blocks.findIndex((block) => block.type === 'heading');
  const heading = blocks[first];
  const peers = blocks.filter(
    (block) => block.type === 'heading' && block.depth <= (heading as Heading).depth,
  );
  // Without a `#`, a heading above all others is the title as well.
  const isTitle =
    heading?.type === 'heading' &&
    (heading.depth === 1 || (first === 0 && peers.length === 1 && blocks.length > 1));
  if (isTitle && meaningOf(plainText([heading])) === null && !isTimed(heading.children, null)) {
    const value = plainText([heading]);
    const isOnlyText = heading.children.every(
      ({ type }) => type === 'text' || type === 'inlineCode' || type === 'strong' || type === 'emphasis',
    );
    if (value !== '')
      return {
        title: { value, origin: originOf(heading) },
        // What a title can't hold, such as a link, stays in the text as well.
        blocks: isOnlyText
          ? blocks.filter((_, at) => at !== first)
          : blocks.map((block, at) => (at === first ? asParagraph(heading) : block)),
      };
  }
  const named = frontMatter?.value['title'];
  if (typeof named === 'string' && named.trim() !== '' && frontMatter !== null)
    return { title: { value: named.trim(), origin: { kind: 'lines', ...frontMatter.lines } }, blocks };
  const [line, ...others] = blocks;
  return line !== undefined && others.length > 0 && isTitleLine(line)
    ? { title: { value: plainText([line]).trim(), origin: originOf(line) }, blocks: others }
    : { title: null, blocks };
}

/** A short first line that is no sentence, as people type it who know no headings. */
function isTitleLine(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const text = flatText(block.children).trim();
  return (
    /^[\p{L}\p{N}][^\n]{5,99}$/u.test(text) &&
    !/[.!?:;,]$/.test(text) &&
    block.children.every(({ type }) => type === 'text' || type === 'strong') &&
    !isTimed(block.children, null) &&
    meaningOf(text) === null &&
    (factsIn([block]).length === 0 || /^(?:post-?mortem|incident|outage)\b/i.test(text))
  );
}

export function asParagraph({ children, position }: Heading): RootContent {
  return { type: 'paragraph', children, ...(position === undefined ? {} : { position }) };
}
