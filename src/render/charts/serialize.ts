// The only way out of a drawing: elements, attributes and values that are known to be harmless. Colours and fonts stay
// behind: the page's styles give them to classes, so that one drawing serves light, dark and paper.
import type { ElementNode } from '../dom/dom.ts';
import { escapeHtml } from '../mermaid/child/serialize.ts';

const elements = new Set(['g', 'path', 'rect', 'circle', 'line', 'text', 'tspan', 'a', 'title']);
const geometry = new Set(
  'd transform x y x1 y1 x2 y2 cx cy r rx width height dx dy points text-anchor'.split(' '),
);
const geometryValue = /^[\w\s.,%()+-]*$/;
const ownClass = /^c-[\da-z-]+$/;
const sameSite = /^\/(?!\/)[^\s\\]*$/;

/** What is inside an element, as markup. */
export function childrenMarkup(parent: ElementNode): string {
  return parent.childNodes
    .map((node) => (node.nodeType === 3 ? escapeHtml(node.data) : markup(node)))
    .join('');
}

function markup(element: ElementNode): string {
  const name = element.localName;
  if (!elements.has(name)) return '';
  const inner = childrenMarkup(element);
  if (inner === '' && /^(?:g|text|tspan|a|title)$/.test(name)) return '';
  const attributes = attributesMarkup(element);
  if (attributes === '' && (name === 'g' || name === 'a')) return inner;
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function attributesMarkup(element: ElementNode): string {
  let written = '';
  for (const [name, value] of element.attributeMap) {
    const safe = safeValue(element, name, value);
    if (safe !== null) written += ` ${name === 'xlink:href' ? 'href' : name}="${escapeHtml(safe)}"`;
  }
  return written;
}

function safeValue(element: ElementNode, name: string, value: string): string | null {
  if (name === 'class') return ownClass.test(value) ? value : null;
  if (name === 'href' || name === 'xlink:href')
    return element.localName === 'a' && sameSite.test(value) ? value : null;
  if (!geometry.has(name) || !geometryValue.test(value) || /NaN|undefined|null|Infinity/.test(value))
    return null;
  if (name === 'transform' && /^translate\(0(?:,\s*0)?\)$/.test(value)) return null;
  return rounded(value);
}

/** A tenth of a pixel is finer than anybody sees. */
function rounded(value: string): string {
  return value.replace(/-?\d*\.\d+(?:e-?\d+)?(?!\d*e?m)/g, (number) =>
    String(Number(Number(number).toFixed(1)) || 0),
  );
}
