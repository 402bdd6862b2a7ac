// Makes mermaid's drawing small, repeatable, themeable and accessible.
import type { ElementNode } from '../../dom/dom.ts';
import { matchesSelector } from '../../dom/selector.ts';
import { styleRules } from '../../dom/style-rules.ts';
import { compactGantt } from './gantt.ts';
import { drawingId } from './renderer.ts';
import { decodeText, escapeHtml, isText, safeBody, safeDeclaration, serializeChildren } from './serialize.ts';
import { compactTimeline } from './timeline.ts';

export interface Finished {
  svg: string;
  type: string;
  title: string | null;
  description: string | null;
  width: number;
  height: number;
}

/** Classes that the page's own style sheet is about, in every drawing. */
const pageClasses = ['node', 'cluster', 'edgeLabel'];

/** @param id what the ids of this drawing begin with; letters, digits and hyphens */
export function finish(svg: ElementNode, source: string, type: string, id: string): Finished {
  if (type !== 'gantt' && type !== 'timeline') centreLabels(svg);
  const styles = svg.getElementsByTagName('style');
  const css = styles.map((style) => style.textContent).join('\n');
  for (const style of styles) style.remove();
  const title = said(svg, 'title') ?? stated(source, titleLines);
  const description = said(svg, 'desc') ?? stated(source, descriptionLines);
  for (const name of ['title', 'desc', 'script', 'foreignObject', 'image', 'iframe'])
    for (const element of svg.getElementsByTagName(name)) element.remove();
  for (const line of svg.getElementsByClassName('today')) line.remove();

  const compact =
    type === 'gantt'
      ? compactGantt(svg, source)
      : type === 'timeline'
        ? compactTimeline(svg, source)
        : undefined;
  const box = compact?.box ?? viewBox(svg);
  const rules = compact ? '' : `${styleAttributes(svg, id)}${prunedRules(svg, css, id)}`;
  const classes = new Set(compact?.classes ?? [...classNamesIn(rules), ...pageClasses]);
  const inner = serializeChildren(svg, { ids: referencedIds(svg, id), classes });
  const [width, height] = [Math.ceil(box[2]), Math.ceil(box[3])];
  const label = title ? ` aria-label="${escapeHtml(title)}"` : '';
  const role = inner.includes('<a ') ? 'group' : 'img';
  // The id is written only where rules or references need it.
  const own = rules ? ` id="${id}"` : '';
  return {
    svg: `<svg${own} class="mm-svg mm-${type.replace(/[^\w-]/g, '')}" role="${role}"${label} viewBox="${box.map(short).join(' ')}" width="${width}" height="${height}">${
      description ? `<desc>${escapeHtml(description)}</desc>` : ''
    }${rules ? `<style>${rules}</style>` : ''}${inner}</svg>`,
    type,
    title,
    description,
    width,
    height,
  };
}

const short = (n: number) => String(Number(n.toFixed(1)));

// ---- names: mermaid itself drops both for some kinds

const titleLines = [/^\s*accTitle\s*:\s*(.+)$/m, /^\s*(?:pie\s+(?:showData\s+)?)?title[:\s]\s*(.+)$/m];
const descriptionLines = [/^\s*accDescr\s*:\s*(.+)$/m, /^\s*accDescr\s*\{([^}]*)\}/m];

function said(svg: ElementNode, name: string): string | null {
  const element = svg.children.find((child) => child.localName === name);
  return (element && decodeText(element.textContent).trim()) || null;
}

function stated(source: string, patterns: RegExp[]): string | null {
  for (const pattern of patterns) {
    const text = source.match(pattern)?.[1]?.replace(/\s+/g, ' ').trim();
    if (text) return decodeText(text);
  }
  return null;
}

function viewBox(svg: ElementNode): [number, number, number, number] {
  const [x = 0, y = 0, width = 300, height = 150] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return [x, y, width, height];
}

/**
 * Mermaid centres some labels by moving them left by half the width it measured. A reader's font is seldom that wide, so
 * they are anchored by their middle instead.
 */
function centreLabels(svg: ElementNode): void {
  const { body } = svg.ownerDocument;
  body.appendChild(svg);
  const boxes = svg.querySelectorAll('.label,.nodeLabel').flatMap((label) => {
    const [, left, top] =
      label.getAttribute('transform')?.match(/^translate\(\s*(-[\d.]+)[,\s]+(-?[\d.]+)\s*\)$/) ?? [];
    const text = label.querySelector('text');
    if (left === undefined || top === undefined || !text) return [];
    const { x, width } = (text as MeasuredElement).getBBox();
    return Math.abs(x) < 1 && Math.abs(width / 2 + Number(left)) < 1 ? [{ label, top, text }] : [];
  });
  svg.remove();
  for (const { label, top, text } of boxes) {
    label.setAttribute('transform', `translate(0,${top})`);
    text.setAttribute('style', `${text.getAttribute('style') ?? ''};text-anchor:middle`);
  }
}

type MeasuredElement = ElementNode & { getBBox(): { x: number; width: number } };

// ---- ids: only those that something refers to, all beginning with this drawing's own

function referencedIds(svg: ElementNode, id: string): Map<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const element of svg.descendants())
    for (const value of element.attributeMap.values())
      if (value.includes('url('))
        for (const [, name = ''] of value.matchAll(/url\(["']?#([^)"']+)/g)) used.add(name);
  // A list, since what is removed on the way would take its neighbour out of the walk.
  for (const element of [...svg.descendants()]) {
    const { id: name } = element;
    if (name && used.has(name) && !ids.has(name)) ids.set(name, `${id}-${ids.size}`);
    else if (/^(?:marker|linearGradient|clipPath|filter)$/.test(element.localName)) element.remove();
  }
  return ids;
}

// ---- styles

/** Turns style attributes into rules: smaller, and a page may then forbid style attributes. */
function styleAttributes(svg: ElementNode, id: string): string {
  const names = new Map<string, string>();
  for (const element of svg.descendants()) {
    const style = element.getAttribute('style');
    if (style === null) continue;
    element.removeAttribute('style');
    const body = safeBody(style, isText(element));
    if (!body) continue;
    if (!names.has(body)) names.set(body, `s${names.size}`);
    element.classList.add(names.get(body) ?? '');
  }
  return [...names].map(([body, name]) => `#${id}#${id} .${name}{${body}}`).join('');
}

/** The rules that say something about an element that is there. */
function prunedRules(svg: ElementNode, css: string, id: string): string {
  const all = [...svg.descendants()];
  const present = new Set(
    all.flatMap((element) => [element.localName, ...element.classNames.map((name) => `.${name}`)]),
  );
  const merged = new Map<string, Set<string>>();
  for (const { text, selector, body } of styleRules(css)) {
    const last = selector.steps.at(-1);
    if (!last || selector.steps.length < 2 || !/^[\w\s#.>+~*:()[\]="'-]+$/.test(text)) continue;
    if ((last.tag && !present.has(last.tag)) || !last.classes.every((name) => present.has(`.${name}`)))
      continue;
    if (!all.some((element) => matchesSelector(element, selector))) continue;
    const ofText = /^t(?:ext|span)$/.test(last.tag ?? '');
    // A half transparent ground lets the edge run through its label.
    const said = text.includes('edgeLabel') ? body.filter(([name]) => name !== 'opacity') : body;
    const kept = said.flatMap(([name, value]) => safeDeclaration(name, value, ofText) ?? []).join(';');
    if (kept)
      merged.set(kept, (merged.get(kept) ?? new Set()).add(text.replaceAll(`#${drawingId}`, `#${id}`)));
  }
  return [...merged].map(([body, selectors]) => `${[...selectors].join(',')}{${body}}`).join('');
}

const classNamesIn = (rules: string) =>
  [...rules.matchAll(/\.([a-z_][\w-]*)/gi)].map((match) => match[1] ?? '');
