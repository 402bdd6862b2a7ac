import { type ChildNode, type DocumentNode, ElementNode, SVG, TextNode } from './dom.ts';

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  equals: '=',
};
const voids = new Set(['br', 'img', 'hr', 'input', 'wbr']);
const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|<!--.*?-->/gs;
const attribute = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Decodes numeric character references and the few named ones that mermaid writes itself. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) =>
    name ? (named[name] ?? whole) : character(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
}

/** The character, or the replacement character for what is none. */
export function character(code: number): string {
  const valid = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/**
 * Reads the small pieces of markup that mermaid writes into an element (icons, decoded labels). It need not read hostile
 * markup as a browser does: what leaves this process is an allowlist of the tree, not this text.
 */
export function parseMarkup(document: DocumentNode, space: string, markup: string): ChildNode[] {
  const root = new ElementNode(document, 'root', space);
  let open = root;
  let end = 0;
  const text = (until: number) => {
    if (until > end) open.appendChild(new TextNode(document, decodeReferences(markup.slice(end, until))));
  };
  for (const match of markup.matchAll(tag)) {
    text(match.index);
    end = match.index + match[0].length;
    const [, closing, name, attributes = '', selfClosing] = match;
    if (name === undefined) continue;
    if (closing) {
      const opened = open.closest(name.replace(/[^\w-]/g, ''));
      if (opened?.parentNode) open = opened.parentNode;
      continue;
    }
    const element = new ElementNode(document, name, name === 'svg' ? SVG : open.namespaceURI);
    for (const [, key, double, single, bare] of attributes.matchAll(attribute))
      element.setAttribute(key ?? '', decodeReferences(double ?? single ?? bare ?? ''));
    open.appendChild(element);
    if (!selfClosing && !voids.has(name.toLowerCase())) open = element;
  }
  text(markup.length);
  const nodes = [...root.childNodes];
  for (const node of nodes) root.removeChild(node);
  return nodes;
}
