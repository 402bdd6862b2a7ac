import { ElementNode, SVG, TextNode } from '../../dom/dom.ts';
import { hueOf } from './theme.ts';

/** What is left to write once a kind of drawing has been made anew. */
export interface Compact {
  box: [x: number, y: number, width: number, height: number];
  classes: string[];
}

export function make(
  near: ElementNode,
  name: string,
  attributes: Record<string, string | number>,
  text?: string,
): ElementNode {
  const element = new ElementNode(near.ownerDocument, name, SVG);
  for (const [key, value] of Object.entries(attributes)) if (value !== '') element.setAttribute(key, value);
  if (text) element.appendChild(new TextNode(near.ownerDocument, text));
  return element;
}

export const attributeNumber = (element: ElementNode, name: string) =>
  Number.parseFloat(element.getAttribute(name) ?? '') || 0;

/**
 * The class of a numbered section or column. A comment line `%% hues 1 2 4` in the source says which of the six hues each
 * has; without one they are counted through.
 */
export function hueClass(source: string): (index: number) => string {
  const stated = source
    .match(/^\s*%% hues((?: [1-6]){1,50})\s*$/m)?.[1]
    ?.trim()
    .split(' ');
  return (index) => (stated?.[index] ? `mm-c${stated[index]}` : `mm-${hueOf(index)}`);
}
