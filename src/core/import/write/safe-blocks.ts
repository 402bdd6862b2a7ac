import type { Heading, Image, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { unsafeUrl } from '../../document/unsafe-url.ts';
import type { ImportContext, ImportNote, Origin } from '../imported.ts';

/**
 * Blocks as our format takes them: links and images that lead nowhere here become words with their target in code, and
 * headings stand below a section's own. The blocks given are not changed.
 */
export function safeBlocks<Node extends Nodes>(
  blocks: readonly Node[],
  { fileOf }: Pick<ImportContext, 'fileOf'>,
  notes: ImportNote[],
  origin: Origin | null,
): Node[] {
  const safe = (node: Nodes, parent: Nodes | null, isInLink = false): Nodes[] => {
    if (node.type === 'link' || node.type === 'image') {
      const target = targetOf(node.url, node.type, fileOf);
      if (target === null) {
        notes.push(lostTarget(node.url, node.type, origin));
        return words(node).flatMap((child) => safe(child, parent, isInLink));
      }
      if (node.type === 'image' && isElsewhere(target)) {
        notes.push(pictureElsewhere(target, origin));
        return isInLink ? words(node) : [linkTo(node)];
      }
      if (node.type === 'image') return [{ ...node, url: target }];
      return [
        {
          ...node,
          url: target,
          children: node.children.flatMap((child) => safe(child, node, true)) as PhrasingContent[],
        },
      ];
    }
    if (!('children' in node)) return [{ ...node }];
    const children = (node.children as Nodes[]).flatMap((child) => safe(child, node, isInLink));
    const copy = { ...node, children } as Nodes & Parents;
    if (copy.type === 'heading') return [leveled(copy, parent)];
    return [copy];
  };
  return blocks.flatMap((node) => safe(node, null)) as Node[];
}

/** A heading inside a list item has no place in our outline. */
function leveled(heading: Heading, parent: Nodes | null): RootContent {
  if (parent?.type === 'listItem')
    return { type: 'paragraph', children: [{ type: 'strong', children: heading.children }] };
  return { ...heading, depth: Math.max(3, heading.depth) as Heading['depth'] };
}

function targetOf(url: string, kind: 'link' | 'image', fileOf: ImportContext['fileOf']): string | null {
  if (unsafeUrl(url, kind) !== null) return null;
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return url === '' || url.startsWith('#') ? null : fileOf(url);
}

/** What is left of a link or an image that leads nowhere: its words, and its target in code. */
function words(node: Extract<Nodes, { type: 'link' | 'image' }>): PhrasingContent[] {
  const shown: PhrasingContent[] =
    node.type === 'link' ? node.children : node.alt ? [{ type: 'text', value: node.alt }] : [];
  const code = (value: string): PhrasingContent[] => [{ type: 'inlineCode', value }];
  const title: PhrasingContent[] = node.title ? [{ type: 'text', value: ` “${node.title}”` }] : [];
  if (node.url === '') return [...shown, ...title];
  return shown.length === 0
    ? [...code(node.url), ...title]
    : [...shown, ...title, { type: 'text', value: ' (' }, ...code(node.url), { type: 'text', value: ')' }];
}

/** A picture on another server is gone one day, and tells that server who reads; `check` refuses it. */
function isElsewhere(target: string): boolean {
  return /^(?:https?:)?\/\//i.test(target);
}

function linkTo({ url, alt, title }: Image): Nodes {
  const shown = alt == null || alt.trim() === '' ? url : alt;
  return { type: 'link', url, title: title ?? null, children: [{ type: 'text', value: shown }] };
}

function pictureElsewhere(url: string, origin: Origin | null): ImportNote {
  return {
    message: `A picture is not in the source but at ${url.slice(0, 80)}`,
    hint: 'A link to it stands in its place. Save the picture beside the new file and write it as an image again.',
    origin,
  };
}

function lostTarget(url: string, kind: 'link' | 'image', origin: Origin | null): ImportNote {
  const isAnchor = url.startsWith('#');
  return {
    message: `${kind === 'image' ? 'An image' : 'A link'} leads to \`${url.slice(0, 80)}\`, which can't be reached from here.`,
    hint: isAnchor
      ? 'Its target stands in the text; link to the new heading if it is still needed.'
      : `Its target stands in the text. ${kind === 'image' ? 'Put the picture beside the new file and write it as an image again.' : 'Link to where that is now.'}`,
    origin,
  };
}
