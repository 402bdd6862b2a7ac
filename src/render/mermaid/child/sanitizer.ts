import { type ChildNode, DocumentNode, SVG } from '../../dom/dom.ts';
import { parseMarkup } from '../../dom/markup.ts';

const kept = new Set('b i em strong u s br span sub sup code p div'.split(' '));
const dropped = new Set(
  'script style iframe object embed svg math template noscript title textarea'.split(' '),
);
const document = new DocumentNode();

/** Text with the few tags that labels know, without attributes; a `<` that begins no tag is text. */
function sanitize(text: string): string {
  return text.includes('<') ? parseMarkup(document, SVG, text).map(written).join('') : text;
}

function written(node: ChildNode): string {
  if (node.nodeType === 3)
    return node.data.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const name = node.localName.toLowerCase();
  if (dropped.has(name)) return '';
  const inner = node.childNodes.map(written).join('');
  if (!kept.has(name)) return inner;
  return name === 'br' ? '<br>' : `<${name}>${inner}</${name}>`;
}

/**
 * What mermaid gets for DOMPurify, which needs a complete HTML parser and cleans what a browser would then show. Nothing is
 * shown or run here: safety is the allowlist by which a drawing leaves (see serialize). This only makes labels read alike.
 */
export default { isSupported: true, addHook() {}, sanitize: (text: string) => sanitize(String(text)) };
