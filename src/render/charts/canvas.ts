import * as Plot from '@observablehq/plot';
import { DocumentNode, type ElementNode } from '../dom/dom.ts';
import { textWidth } from '../dom/text-width.ts';
import { escapeHtml } from '../mermaid/child/serialize.ts';
import { childrenMarkup } from './serialize.ts';
import type { ChartWords } from './words.ts';

/** A size to draw for; the page shows the one that fits, with letters that stay about as large as its own small ones. */
export interface Canvas {
  name: 'wide' | 'narrow';
  /** In user units: about pixels. */
  width: number;
}

export const canvases: readonly Canvas[] = [
  { name: 'wide', width: 640 },
  { name: 'narrow', width: 340 },
];

/** Of labels and figures, in user units; `charts.css` sets the same. */
export const fontSize = 13;

/** What a kind of chart wants drawn. */
export interface Sketch {
  options: Plot.PlotOptions;
  /** Whether marks are links; a picture can hold none, so that such a drawing is a group. */
  linked: boolean;
}

/** Room that a text takes, in user units, in the widest of the usual fonts. */
export function labelWidth(text: string, bold = false): number {
  return textWidth(text, fontSize, bold);
}

export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => labelWidth(text)));
}

/** One drawing as markup. */
export function drawSketch({ options, linked }: Sketch, canvas: Canvas, words: ChartWords): string {
  const document = new DocumentNode();
  const svg = Plot.plot({
    marginTop: 16,
    marginRight: 8,
    marginBottom: 28,
    marginLeft: 36,
    ...options,
    width: canvas.width,
    // Plot asks for no more of a document than this one has.
    document: document as unknown as Document,
  }) as unknown as ElementNode;
  const role = linked ? 'group' : 'img';
  const name = `aria-labelledby="${escapeHtml(words.labelledBy)}" aria-describedby="${escapeHtml(words.describedBy)}"`;
  const viewBox = `0 0 ${canvas.width} ${Number(svg.getAttribute('height'))}`;
  return `<svg class="chart-${canvas.name}" role="${role}" ${name} viewBox="${viewBox}">${childrenMarkup(svg)}</svg>`;
}
