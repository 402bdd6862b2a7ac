// getBBox, getComputedTextLength and getBoundingClientRect for a DOM that has no layout, as far as mermaid asks for them.
import { ElementNode, SVG } from '../../dom/dom.ts';
import { declaredStyle, inheritedStyle } from '../../dom/style-rules.ts';
import { ascent, descent, textWidth, xHeight } from '../../dom/text-width.ts';
import { type Box, matrixOf, pathBox, transformed, union, withPoint } from './path-box.ts';

interface Run {
  element: ElementNode;
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
}

const undrawn = new Set(
  'defs style title desc marker clippath mask lineargradient radialgradient filter symbol pattern metadata script'.split(
    ' ',
  ),
);
const textual = new Set(['text', 'tspan', 'textPath']);

const geometry = {
  getBBox(this: ElementNode) {
    return rectangle(boxOf(this));
  },
  getComputedTextLength(this: ElementNode) {
    const only = this.childNodes[0];
    if (
      this.childNodes.length === 1 &&
      only?.nodeType === 3 &&
      (this.localName === 'text' || this.hasAttribute('x'))
    )
      return textWidth(collapse(only.data).trim(), fontSize(this), isBold(this));
    return runsIn(this).reduce((sum, run) => sum + run.width, 0);
  },
  getBoundingClientRect(this: ElementNode) {
    let box: Box | undefined;
    if (this.namespaceURI === SVG) {
      box = boxOf(this);
      for (let node: ElementNode | null = this; node; node = node.parentNode)
        box = transformed(box, matrixOf(node.getAttribute('transform') ?? ''));
    } else if (this.textContent.trim()) {
      const size = fontSize(this);
      const lines = this.textContent.trim().split('\n');
      box = [0, 0, Math.max(...lines.map((line) => textWidth(line, size, false))), lines.length * size * 1.5];
    }
    const r = rectangle(box);
    return { ...r, left: r.x, top: r.y, right: r.x + r.width, bottom: r.y + r.height };
  },
};

/** Gives every element the geometry methods. */
export function installGeometry(): void {
  Object.assign(ElementNode.prototype, geometry);
}

function rectangle(box: Box | undefined) {
  return box
    ? { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] }
    : { x: 0, y: 0, width: 0, height: 0 };
}

function boxOf(element: ElementNode): Box | undefined {
  const n = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  if (declaredStyle(element).display === 'none') return undefined;
  switch (element.localName.toLowerCase()) {
    case 'text':
    case 'tspan':
      return runsIn(element)
        .filter((run) => run.text.trim())
        .reduce<Box | undefined>((box, run) => union(box, runBox(run)), undefined);
    case 'rect':
    case 'image':
    case 'foreignobject':
      return n('width') > 0 && n('height') > 0
        ? [n('x'), n('y'), n('x') + n('width'), n('y') + n('height')]
        : undefined;
    case 'circle':
      return n('r') > 0
        ? [n('cx') - n('r'), n('cy') - n('r'), n('cx') + n('r'), n('cy') + n('r')]
        : undefined;
    case 'ellipse':
      return [n('cx') - n('rx'), n('cy') - n('ry'), n('cx') + n('rx'), n('cy') + n('ry')];
    case 'line':
      return withPoint(withPoint(undefined, [n('x1'), n('y1')]), [n('x2'), n('y2')]);
    case 'polygon':
    case 'polyline': {
      const points =
        (element.getAttribute('points') ?? '').match(/[-+]?[\d.]+(?:e[-+]?\d+)?/gi)?.map(Number) ?? [];
      let box: Box | undefined;
      for (let i = 0; i + 1 < points.length; i += 2)
        box = withPoint(box, [points[i] ?? 0, points[i + 1] ?? 0]);
      return box;
    }
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'svg':
    case 'g':
    case 'a':
    case 'switch':
      return childrenBox(element);
    default:
      return undefined;
  }
}

function childrenBox(element: ElementNode): Box | undefined {
  let box: Box | undefined;
  for (const child of element.children) {
    if (undrawn.has(child.localName.toLowerCase())) continue;
    let inner = boxOf(child);
    const transform = child.getAttribute('transform');
    if (inner && transform) inner = transformed(inner, matrixOf(transform));
    if (inner && child.localName === 'svg') {
      const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(child.getAttribute(name) ?? '') || 0);
      inner = transformed(inner, [1, 0, 0, 1, x ?? 0, y ?? 0]);
    }
    box = union(box, inner);
  }
  return box;
}

// ---- text

const collapse = (text: string) => text.replace(/[\t\n\r ]+/g, ' ');

function fontSize(element: ElementNode | null): number {
  if (!element) return 16;
  const value = declaredStyle(element)['font-size'];
  if (!value || !/^[\d.]/.test(value)) return fontSize(element.parentNode);
  return length(value, () => fontSize(element.parentNode));
}

function length(value: string, em: () => number): number {
  const number = Number.parseFloat(value) || 0;
  const unit = value.match(/[a-z%]+$/)?.[0];
  if (unit === 'rem') return number * 16;
  if (unit === 'em') return number * em();
  if (unit === 'ex') return number * xHeight(em());
  if (unit === '%') return (number / 100) * em();
  return unit === 'pt' ? (number * 4) / 3 : number;
}

function isBold(element: ElementNode): boolean {
  const weight = inheritedStyle(element, 'font-weight', '400');
  return weight.startsWith('bold') || Number.parseFloat(weight) >= 600;
}

function runsIn(element: ElementNode): Run[] {
  let text = element;
  while (text.parentNode && textual.has(text.parentNode.localName)) text = text.parentNode;
  const runs = layOut(text);
  return element === text ? runs : runs.filter((run) => element.contains(run.element));
}

/** The pieces of one `<text>`, with white space collapsed and each chunk anchored. */
function layOut(text: ElementNode): Run[] {
  const all: Run[] = [];
  let chunk: Run[] = [];
  let x = Number.parseFloat(text.getAttribute('x') ?? '') || 0;
  let y = Number.parseFloat(text.getAttribute('y') ?? '') || 0;
  let afterSpace = true;
  const flush = () => {
    const [first, last] = [chunk[0], chunk.at(-1)];
    if (!first || !last) return;
    if (last.text.endsWith(' ')) last.width -= textWidth(' ', last.size, isBold(last.element));
    const anchor = inheritedStyle(first.element, 'text-anchor', 'start');
    const shift = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0;
    const total = chunk.reduce((sum, run) => sum + run.width, 0);
    for (const run of chunk) all.push({ ...run, x: run.x - shift * total });
    chunk = [];
  };
  const walk = (element: ElementNode) => {
    const size = fontSize(element);
    const at = (name: string) => element.getAttribute(name);
    if (element !== text && (at('x') || at('y'))) {
      flush();
      afterSpace = true;
      if (at('x')) x = length(at('x') ?? '', () => size);
      if (at('y')) y = length(at('y') ?? '', () => size);
    }
    x += length(at('dx') ?? '0', () => size);
    y += length(at('dy') ?? '0', () => size);
    for (const child of element.childNodes) {
      if (child.nodeType === 1) {
        if (!undrawn.has(child.localName)) walk(child);
        continue;
      }
      let words = child.data;
      if (at('xml:space') !== 'preserve' && !inheritedStyle(element, 'white-space', '').startsWith('pre')) {
        words = collapse(words);
        if (afterSpace) words = words.trimStart();
      }
      if (!words) continue;
      afterSpace = words.endsWith(' ');
      const width = textWidth(words, size, isBold(element));
      chunk.push({ element, text: words, x, y, size, width });
      x += width;
    }
  };
  walk(text);
  flush();
  return all;
}

function runBox({ element, x, y, size, width }: Run): Box {
  const [up, down] = [ascent(size), descent(size)];
  const drop = baselineDrop(inheritedStyle(element, 'dominant-baseline', 'auto'), size, up, down);
  return [x, y + drop - up, x + width, y + drop + down];
}

function baselineDrop(baseline: string, size: number, up: number, down: number): number {
  if (baseline === 'middle') return xHeight(size) / 2;
  if (baseline === 'central') return (up - down) / 2;
  if (baseline === 'hanging') return up * 0.8;
  if (/before-edge|text-top/.test(baseline)) return up;
  return /after-edge|text-bottom|ideographic/.test(baseline) ? -down : 0;
}
