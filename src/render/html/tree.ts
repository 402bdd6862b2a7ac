import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** Link definitions and footnotes by identifier; the first of two with one name counts, as in CommonMark. */
export function footnotesAndDefinitions(tree: Root): {
  definitions: ReadonlyMap<string, Definition>;
  footnotes: ReadonlyMap<string, FootnoteDefinition>;
} {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const node of everyNode(tree)) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
  }
  return { definitions, footnotes };
}

/** Plain text of a node and all it holds, however deep. */
export function plainText(node: Nodes): string {
  let text = '';
  for (const part of everyNode(node)) {
    if (part.type === 'text' || part.type === 'inlineCode' || part.type === 'code') text += part.value;
    else if (part.type === 'image' || part.type === 'imageReference') text += part.alt ?? '';
    else if (part.type === 'break') text += ' ';
  }
  return text;
}

/** All nodes in the order written. Keeps its own stack, so depth costs no recursion. */
function* everyNode(from: Nodes): Generator<Nodes> {
  const stack: Nodes[] = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        stack.push(node.children[index] as Nodes);
  }
}
