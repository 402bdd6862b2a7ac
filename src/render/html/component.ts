import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Html } from '../../core/page/rendering.ts';
import { escapeHtml } from './escape.ts';
import type { HtmlWords } from './words.ts';

export type Component = MdxJsxFlowElement | MdxJsxTextElement;

interface Tools {
  inline(nodes: readonly Nodes[]): Html;
  blocks(nodes: readonly Nodes[]): Html;
  image(url: string, alt: string): Html;
  words: HtmlWords;
}

const plainElements = new Set(['kbd', 'sub', 'sup', 'mark', 'abbr']);

/** Writes the three components and the plain HTML that authors may use. Of anything else only what it holds is shown. */
export function writeComponent(node: Component, { inline, blocks, image, words }: Tools): Html {
  const flow = node.type === 'mdxJsxFlowElement';
  const children = (): Html => (flow ? blocks(node.children) : inline(node.children));
  const name = node.name ?? '';
  if (name === 'br') return '<br>';
  if (plainElements.has(name)) {
    const title = name === 'abbr' ? attribute(node, 'title') : null;
    return `<${name}${title === null ? '' : ` title="${escapeHtml(title)}"`}>${children()}</${name}>`;
  }
  if (name === 'Callout') {
    const type = calloutType(attribute(node, 'type'));
    const label = escapeHtml(words.callouts[type]);
    return flow
      ? `<aside class="callout callout-${type}" role="note">\n<p class="callout-label">${label}</p>\n${children()}\n</aside>`
      : `<span class="callout callout-${type}"><strong class="callout-label">${label}</strong> ${children()}</span>`;
  }
  if (name === 'Details') {
    const summary = escapeHtml(attribute(node, 'summary') ?? '');
    return flow
      ? `<details>\n<summary>${summary}</summary>\n${children()}\n</details>`
      : `${summary} ${children()}`;
  }
  if (name === 'Figure') {
    const picture = image(attribute(node, 'src') ?? '', attribute(node, 'alt') ?? '');
    const caption = attribute(node, 'caption');
    if (!flow)
      return caption === null ? picture : `${picture} <span class="caption">${escapeHtml(caption)}</span>`;
    return `<figure>${picture}${caption === null ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`;
  }
  return children();
}

function attribute(node: Component, name: string): string | null {
  for (const candidate of node.attributes)
    if (
      candidate.type === 'mdxJsxAttribute' &&
      candidate.name === name &&
      typeof candidate.value === 'string'
    )
      return candidate.value;
  return null;
}

function calloutType(value: string | null): keyof HtmlWords['callouts'] {
  return value === 'tip' || value === 'warning' || value === 'danger' ? value : 'note';
}
