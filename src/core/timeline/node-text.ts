import type { Text } from 'mdast';

/**
 * The offset in the file of a character of a text node. The node's value lacks what Markdown takes away (escapes, entities,
 * the indentation of further lines), so both are walked side by side; where they part ways, it is the node's start.
 */
export function offsetInSource(node: Text, source: string, index: number): number {
  const start = node.position?.start.offset ?? 0;
  let at = start;
  for (let read = 0; read < index; ) {
    const expected = node.value.charAt(read);
    const found = source.charAt(at);
    if (found === '&' && !node.value.startsWith('&', read)) {
      const entity = /^&#?\w{1,32};/.exec(source.slice(at, at + 36))?.[0];
      if (entity === undefined) return start;
      at += entity.length;
      read += 1;
    } else if (found === expected) {
      const entity =
        found === '&' ? /^&(?:amp|#0*38|#x0*26);/i.exec(source.slice(at, at + 12))?.[0] : undefined;
      at += entity?.length ?? 1;
      read += 1;
      if (expected === '\n')
        while (/[ \t>]/.test(source.charAt(at)) && source.charAt(at) !== node.value.charAt(read)) at += 1;
    } else if (found === '\\' || found === '\r') at += 1;
    else if ((found === ' ' || found === '\t') && expected === '\n') at += 1;
    else return start;
  }
  if (source.charAt(at) === '\\' && node.value.charAt(index) !== '\\') at += 1;
  return at;
}
