import * as Plot from '@observablehq/plot';
import type { ColumnsChart } from '../../core/metrics/chart.ts';
import { figureTicks, linearTicks, periodAxis, periodMargin, valueAxis } from './axes.ts';
import { type Canvas, labelWidth, type Sketch, widest } from './canvas.ts';
import { paintOf } from './paint.ts';
import { type ChartWords, figureText, nameOf, periodText } from './words.ts';

interface Piece {
  period: string;
  from: number;
  to: number;
  title: string;
}

/** How many series one column can hold before nobody can compare them; more get a row each. */
const stackable = 3;

/** Whether a chart is drawn as a row of columns for each series, which then has its name beside it. */
export function isSplit({ series }: ColumnsChart): boolean {
  return series.length > stackable;
}

export function sketchColumns(chart: ColumnsChart, words: ChartWords, canvas: Canvas): Sketch {
  return {
    linked: false,
    options: isSplit(chart) ? rows(chart, words, canvas) : stack(chart, words, canvas),
  };
}

function stack(chart: ColumnsChart, words: ChartWords, canvas: Canvas): Plot.PlotOptions {
  const { periods, series, unit } = chart;
  const tops = periods.map(() => 0);
  const layers = series.map(({ key, values }, layer) => ({
    paint: paintOf(key, layer),
    pieces: values.flatMap(({ value }, at): Piece[] => {
      if (!value) return [];
      const from = tops[at] ?? 0;
      tops[at] = from + value;
      const period = periods[at]?.key ?? '';
      const title = titleOf(period, series.length > 1 ? nameOf(words, key) : null, figureText(value, unit));
      return [{ period, from, to: from + value, title }];
    }),
  }));
  const ticks = figureTicks(linearTicks(Math.max(...tops), unit), unit);
  const marginLeft = widest(ticks.map(([, text]) => text)) + 10;
  const room = canvas.width - marginLeft - 8;
  const totals = periods.flatMap(({ key }, at) => {
    const top = tops[at] ?? 0;
    const unknown = series.every(({ values }) => values[at]?.value === null);
    return unknown
      ? [{ key, top: 0, text: '?' }]
      : top > 0
        ? [{ key, top, text: figureText(top, unit) }]
        : [];
  });
  const totalsFit = totals.every(({ text }) => labelWidth(text) <= room / periods.length);
  return {
    height: canvas.name === 'wide' ? 240 : 220,
    marginLeft,
    marginTop: 22,
    marginBottom: periodMargin(periods),
    x: { type: 'band', domain: periods.map(({ key }) => key), padding: 0.25, axis: null },
    y: { domain: [0, ticks.at(-1)?.[0] ?? 1], axis: null },
    marks: [
      ...valueAxis(ticks),
      ...layers.map(({ paint, pieces }) =>
        Plot.barY(pieces, {
          x: 'period',
          y1: 'from',
          y2: 'to',
          title: 'title',
          insetTop: 1,
          className: `c-${paint}`,
        }),
      ),
      Plot.ruleY([0], { className: 'c-base' }),
      totalsFit
        ? Plot.text(totals, { x: 'key', y: 'top', text: 'text', dy: -9, className: 'c-figure' })
        : null,
      ...periodAxis(periods, canvas, room),
    ],
  };
}

function rows(chart: ColumnsChart, words: ChartWords, canvas: Canvas): Plot.PlotOptions {
  const { periods, unit } = chart;
  const shown = chart.series.filter(({ values }) => values.some(({ value }) => value !== 0));
  const pieces = shown.flatMap(({ key, values }) =>
    values.flatMap(({ value }, at) => {
      const period = periods[at]?.key ?? '';
      if (!value) return [];
      const text = figureText(value, unit);
      return [{ row: key, period, value, text, title: titleOf(period, nameOf(words, key), text) }];
    }),
  );
  const names = shown.map(({ key }) => ({ row: key, text: nameOf(words, key) }));
  const beside = canvas.name === 'wide';
  const marginLeft = beside ? widest(names.map(({ text }) => text)) + 16 : 4;
  const room = canvas.width - marginLeft - 8;
  const figuresFit = pieces.every(({ text }) => labelWidth(text) <= room / periods.length);
  const highest = Math.max(1, ...pieces.map(({ value }) => value));
  const marginBottom = periodMargin(periods);
  return {
    height: shown.length * (beside ? 62 : 82) + marginBottom,
    marginLeft,
    marginTop: 0,
    marginBottom,
    x: { type: 'band', domain: periods.map(({ key }) => key), padding: 0.25, axis: null },
    // Above the highest column there is room for its figure, and for the row's name where it can't stand beside.
    y: { domain: [0, highest * (beside ? 1.55 : 2.2)], axis: null },
    fy: { domain: shown.map(({ key }) => key), axis: null, padding: beside ? 0 : 0.12 },
    marks: [
      Plot.barY(pieces, {
        fy: 'row',
        x: 'period',
        y: 'value',
        title: 'title',
        className: 'c-one',
      }),
      Plot.text(figuresFit ? pieces : highestOf(pieces), {
        fy: 'row',
        x: 'period',
        y: 'value',
        text: 'text',
        dy: -9,
        className: 'c-figure',
      }),
      Plot.ruleY([0], { className: 'c-base' }),
      Plot.text(names, {
        fy: 'row',
        text: 'text',
        frameAnchor: beside ? 'bottom-left' : 'top-left',
        textAnchor: beside ? 'end' : 'start',
        dx: beside ? -12 : 0,
        dy: beside ? -2 : 8,
        className: 'c-name',
      }),
      ...periodAxis(periods, canvas, room),
    ],
  };
}

function titleOf(period: string, series: string | null, figure: string): string {
  return series === null ? `${periodText(period)}: ${figure}` : `${periodText(period)}, ${series}: ${figure}`;
}

/** The latest of the highest columns of each row: where not all figures have room, one gives the scale. */
function highestOf<Piece extends { row: string; value: number }>(pieces: readonly Piece[]): Piece[] {
  const highest = new Map<string, Piece>();
  for (const piece of pieces)
    if (piece.value >= (highest.get(piece.row)?.value ?? 0)) highest.set(piece.row, piece);
  return [...highest.values()];
}
