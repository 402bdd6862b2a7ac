import type { Nodes } from 'mdast';
import type {} from 'satteri'; // Adds the MDX nodes to mdast's types.
import type { SourceText } from '../document/document.ts';

/**
 * Visits nodes and all below them in the order written. Return `false` to leave out what is below a node.
 * Keeps its own stack, so that a file nested ten thousand levels deep is read like any other.
 */
export function walk(nodes: readonly Nodes[], visit: (node: Nodes) => unknown): void {
  if (nodes.length === 0) return;
  const stack: Nodes[] = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (visit(node) === false || !('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes);
  }
}

/** A comment in braces: the only expression a postmortem may hold, and never text. */
export function isComment(node: Nodes): boolean {
  return node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
}

/** What a reader would read aloud: one line, single blanks, no comments. Images give their alternative text. */
export function plainText(nodes: readonly Nodes[]): string {
  return gather(nodes, (node) => {
    if ('alt' in node) return node.alt ?? '';
    return 'value' in node && node.type !== 'html' && node.type !== 'yaml' ? node.value : null;
  });
}

/** Whether the word TBD, in capitals and outside code, stands in the nodes. */
export function saysTbd(nodes: readonly Nodes[]): boolean {
  const text = gather(nodes, (node) =>
    node.type === 'text' ? node.value : node.type === 'inlineCode' ? '`' : null,
  );
  return textSaysTbd(text);
}

/** The word TBD, wherever it stands in a text: what counts them and what shows them must find the same. */
export const tbdWord = /(?<![\p{L}\p{N}_])TBD(?![\p{L}\p{N}_])/gu;

/** Whether the word TBD, in capitals, stands in a text. */
export function textSaysTbd(text: string): boolean {
  return text.includes('TBD') && text.search(tbdWord) !== -1;
}

/** Whether nodes say TBD and nothing else. */
export function isOnlyTbd(nodes: readonly Nodes[]): boolean {
  return /^TBD\W*$/.test(plainText(nodes));
}

/** Whether a node of some kind is among nodes or below them. */
export function holdsAny(nodes: readonly Nodes[], types: readonly Nodes['type'][]): boolean {
  let found = false;
  walk(nodes, ({ type }) => {
    found ||= types.includes(type);
    return !found;
  });
  return found;
}

/** Whether TBD can stand in nodes that follow each other in a file. To be asked before `saysTbd` asks each of them. */
export function maySayTbd(nodes: readonly Nodes[], { text }: Pick<SourceText, 'text'>): boolean {
  return text.slice(nodes[0]?.position?.start.offset, nodes.at(-1)?.position?.end.offset).includes('TBD');
}

const inline = new Set<Nodes['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'image',
  'imageReference',
  'footnoteReference',
  'mdxJsxTextElement',
  'html',
]);

function gather(nodes: readonly Nodes[], textOf: (node: Nodes) => string | null): string {
  let text = '';
  walk(nodes, (node) => {
    if (isComment(node) || node.type === 'mdxjsEsm') return false;
    if (!inline.has(node.type)) text += ' ';
    text += textOf(node) ?? '';
    return true;
  });
  // Few lines have a blank to change, and changing one for another at every word costs more than all else here.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
