import type { Chart } from '../../core/metrics/chart.ts';
import { sketchBars } from './bars.ts';
import { type Canvas, canvases, drawSketch, type Sketch } from './canvas.ts';
import { sketchColumns } from './columns.ts';
import { sketchDots } from './dots.ts';
import { keyMarkup } from './key.ts';
import { sketchShares } from './shares.ts';
import { sketchSteps } from './steps.ts';
import type { ChartWords } from './words.ts';

/**
 * A chart as HTML: a key where one is needed, and a drawing for each width, of which styles show the one that fits. Made
 * by Observable Plot on a DOM of ours, without a browser; the same values give the same bytes. It has no style and no
 * script of its own.
 */
export function drawChart(chart: Chart, words: ChartWords): string {
  const drawings = canvases.map((canvas) => drawSketch(sketch(chart, words, canvas), canvas, words));
  return `<div class="chart">${keyMarkup(chart, words)}${drawings.join('')}</div>`;
}

function sketch(chart: Chart, words: ChartWords, canvas: Canvas): Sketch {
  if (chart.kind === 'columns') return sketchColumns(chart, words, canvas);
  if (chart.kind === 'dots') return sketchDots(chart, words, canvas);
  if (chart.kind === 'steps') return sketchSteps(chart, words, canvas);
  if (chart.kind === 'shares') return sketchShares(chart, words, canvas);
  return sketchBars(chart, words, canvas);
}
