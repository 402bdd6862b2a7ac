// The only way out of the child process: a list of elements, attributes and values that are known to be harmless.
// What isn't on it isn't written, whatever mermaid or an author put into the tree.
import type { ElementNode, TextNode } from '../../dom/dom.ts';
import { character, decodeReferences } from '../../dom/markup.ts';
import { declarations } from '../../dom/style-declaration.ts';
import { themed } from './theme.ts';

const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan a defs marker linearGradient stop clipPath'.split(
    ' ',
  ),
);
/** Not written, but what is in them is. */
const transparent = new Set(['switch', 'b', 'i', 'em', 'strong', 'span', 'u', 's']);

const geometry = new Set(
  'd points transform x y x1 y1 x2 y2 cx cy r rx ry width height dx dy viewBox refX refY markerWidth markerHeight offset'.split(
    ' ',
  ),
);
const words = new Set(
  'text-anchor dominant-baseline font-size font-weight font-style orient markerUnits gradientUnits fill-rule role'.split(
    ' ',
  ),
);
const paints = new Set(
  'fill stroke stop-color color opacity fill-opacity stroke-opacity stroke-width stroke-dasharray stroke-linecap stroke-linejoin'.split(
    ' ',
  ),
);
const references = new Set(['marker-start', 'marker-mid', 'marker-end', 'clip-path']);
const properties = new Set([
  ...paints,
  ...words,
  ...'text-decoration letter-spacing display visibility shape-rendering paint-order stroke-miterlimit'.split(
    ' ',
  ),
]);

const plainValue = /^(?!.*(?:url|expression|image|src|element|attr)\s*\()[\w\s#.,%()+*/-]*$/i;
const geometryValue = /^[\w\s.,%()+-]*$/;
const safeLink = /^(?:https?:\/\/|mailto:|#|\.{0,2}\/(?!\/))[^\s\\]*$/i;
const reference = /^url\(["']?#([\w-]+)["']?\)$/;

/** A declaration with its colours turned into custom properties, or nothing where it isn't known to be harmless. */
export function safeDeclaration(name: string, value: string, ofText = false): string | undefined {
  const important = /\s*!important\s*$/.test(value);
  const plain = value.replace(/\s*!important\s*$/, '').trim();
  if (!properties.has(name) || !plain || !plainValue.test(plain) || /undefined|NaN/.test(plain))
    return undefined;
  return `${name}:${ownColour(name, themed(plain), ofText)}${important ? '!important' : ''}`;
}

/** The author's own colour keeps its hue and takes the theme's lightness: pale fills would swallow the text of a dark page. */
function ownColour(name: string, value: string, ofText: boolean): string {
  const base =
    name === 'fill' && !ofText ? 'surface' : /^(?:fill|color|stroke)$/.test(name) ? 'text' : undefined;
  const isColour =
    /^(?:#[\da-f]{3,8}|(?:rgb|hsl)a?\([^)]*\)|(?!none|currentcolor|transparent|inherit)[a-z]+)$/i.test(value);
  return base && isColour ? `color-mix(in srgb,${value} var(--mm-own),var(--mm-${base}))` : value;
}

export interface Output {
  /** Referenced ids and what they are called outside. */
  ids: ReadonlyMap<string, string>;
  /** Classes that some rule is about. */
  classes: ReadonlySet<string>;
}

/** Writes the children of an element. */
export function serializeChildren(parent: ElementNode, output: Output): string {
  return parent.childNodes
    .map((node) => (node.nodeType === 3 ? text(node) : serialize(node, output)))
    .join('');
}

function serialize(element: ElementNode, output: Output): string {
  const name = element.localName;
  if (transparent.has(name)) return serializeChildren(element, output);
  if (!elements.has(name)) return '';
  const attributes = safeAttributes(element, output);
  const inner = serializeChildren(element, output);
  if (!inner && /^(?:g|defs|text|tspan|a|marker)$/.test(name)) return '';
  if (!attributes && (name === 'g' || name === 'tspan')) return inner;
  if (name === 'rect' && !/ width="[^0]/.test(attributes)) return '';
  // Mermaid places a node by its link, so a link that may not stay still moves what is in it.
  const written = name === 'a' && !attributes.includes(' href=') ? 'g' : name;
  return inner ? `<${written}${attributes}>${inner}</${written}>` : `<${name}${attributes}/>`;
}

function safeAttributes(element: ElementNode, output: Output): string {
  let written = '';
  for (const [name, value] of element.attributeMap) {
    const safe = safeAttribute(name, value, element, output);
    if (safe !== undefined) written += ` ${name === 'xlink:href' ? 'href' : name}="${escapeHtml(safe)}"`;
  }
  return written;
}

function safeAttribute(
  name: string,
  value: string,
  element: ElementNode,
  output: Output,
): string | undefined {
  if (name === 'class') {
    const kept = value.split(/\s+/).filter((one) => output.classes.has(one));
    return kept.length > 0 ? kept.join(' ') : undefined;
  }
  if (name === 'id') return output.ids.get(value);
  if (geometry.has(name)) {
    if (!geometryValue.test(value) || /undefined|NaN|null/.test(value)) return undefined;
    return value === '0' && /^[xy]$/.test(name) && element.localName === 'rect'
      ? undefined
      : rounded(name, value);
  }
  if (references.has(name) || /^url\(/.test(value)) {
    const id = output.ids.get(value.match(reference)?.[1] ?? '');
    return id && (references.has(name) || paints.has(name)) ? `url(#${id})` : undefined;
  }
  if (name === 'href' || name === 'xlink:href') {
    const target = decodeReferences(decodeText(value)).trim();
    return element.localName === 'a' && safeLink.test(target) ? target : undefined;
  }
  if (paints.has(name) || words.has(name))
    return value === 'normal'
      ? undefined
      : safeDeclaration(name, value, isText(element))?.slice(name.length + 1);
  return undefined;
}

/** One decimal is a tenth of a pixel; scales and turns need more. */
function rounded(name: string, value: string): string {
  const digits = name === 'transform' && /rotate|scale|matrix/.test(value) ? 3 : 1;
  const short = value.replace(/-?\d*\.\d+(?:e-?\d+)?/gi, (number) =>
    String(Number(Number(number).toFixed(digits)) || 0),
  );
  return name === 'transform' ? short.replace(/,\s+/g, ',') : name === 'd' ? compactPath(once(short)) : short;
}

/** Hand-drawn shapes are stroked twice; without roughness the second stroke lies on the first. */
function once(data: string): string {
  const parts = data.match(/M[^M]*/g) ?? [];
  if (parts.length < 4 || !parts.every((part) => /^M[^A-Z]*C[^A-Z]*$/.test(part))) return data;
  const from = (part: string) => part.slice(1, part.indexOf('C')).trim();
  const to = (part: string) =>
    part
      .trim()
      .split(/[\s,]+/)
      .slice(-2)
      .join(' ');
  const single = parts.filter(
    (part, i) => i === 0 || from(parts[i - 1] ?? '') !== from(part) || to(parts[i - 1] ?? '') !== to(part),
  );
  return single
    .map((part, i) =>
      i > 0 && to(single[i - 1] ?? '') === from(part) ? part.slice(part.indexOf('C')) : part,
    )
    .join('');
}

const compactPath = (data: string) =>
  data
    .replace(/\s*([a-z])\s*/gi, '$1')
    .replace(/[\s,]+(-)?/g, (_, minus) => minus ?? ' ')
    .trim();

const text = (node: TextNode) => escapeText(node.data.replace(/\s+/g, ' '));

/**
 * `#58;` and `#hearts;` travel through mermaid in a notation of its own, or as references it forgot to decode. A browser
 * knows the names, and a reference is text whatever it stands for.
 */
function escapeText(raw: string): string {
  const characters = raw.replace(/ﬂ°°\+?(\d+)¶ß/g, (_, code) => character(Number(code)));
  return escapeHtml(characters)
    .replace(/ﬂ°(\w+)¶ß/g, '&$1;')
    .replace(/&amp;(#\d{2,6}|[a-z]\w{1,20});/gi, '&$1;');
}

/** Text as a reader sees it, for names and descriptions. */
export function decodeText(raw: string): string {
  const codes = raw.replace(/ﬂ°°\+?(\d+)¶ß/g, (_, code) => character(Number(code)));
  return decodeReferences(
    codes
      .replace(/ﬂ°(\w+)¶ß/g, '&$1;')
      .replace(/#(\d+|\w+);/g, (_, name) => (/^\d/.test(name) ? `&#${name};` : `&${name};`)),
  );
}

export function escapeHtml(raw: string): string {
  return raw.replace(/[&<>"]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;',
  );
}

/** Harmless declarations of a style attribute, as the body of a rule. */
export function safeBody(style: string, ofText: boolean): string {
  return declarations(style)
    .flatMap(([name, value]) => safeDeclaration(name, value, ofText) ?? [])
    .join(';');
}

export const isText = (element: ElementNode) => /^t(?:ext|span)$/.test(element.localName);
