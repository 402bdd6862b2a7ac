import * as Plot from '@observablehq/plot';
import type { BarsChart } from '../../core/metrics/chart.ts';
import { type Canvas, labelWidth, type Sketch, widest } from './canvas.ts';
import { paintOf } from './paint.ts';
import { type ChartWords, figureText, nameOf } from './words.ts';

export function sketchBars(chart: BarsChart, words: ChartWords, canvas: Canvas): Sketch {
  const { categories, series, unit } = chart;
  const ends = categories.map(() => 0);
  const layers = series.map(({ key, values }, layer) => ({
    paint: paintOf(key, layer),
    pieces: values.flatMap(({ value }, at) => {
      if (!value) return [];
      const from = ends[at] ?? 0;
      ends[at] = from + value;
      const category = categories[at] ?? '';
      const title = `${nameOf(words, category)}, ${nameOf(words, key)}: ${figureText(value, unit)}`;
      return [{ category, from, to: from + value, title }];
    }),
  }));
  const names = categories.map((category) => ({ category, text: nameOf(words, category) }));
  const beside = canvas.name === 'wide';
  // Where a bar has several parts, its figure tells each of them, in the order of the key.
  const figures = categories.map((category, at) => ({
    category,
    end: ends[at] ?? 0,
    text: figureText(ends[at] ?? 0, unit),
  }));
  const marginLeft = beside ? widest(names.map(({ text }) => text)) + 12 : 4;
  const inside = (piece: { from: number; to: number }, room: number, highest: number): boolean =>
    (room * (piece.to - piece.from)) / highest > labelWidth(figureText(piece.to - piece.from, unit)) + 8;
  const marginRight = widest(figures.map(({ text }) => text)) + 14;
  const room = canvas.width - marginLeft - marginRight;
  const highest = Math.max(1, ...ends);
  return {
    linked: false,
    options: {
      height: categories.length * (beside ? 36 : 52) + 8,
      marginLeft,
      marginRight,
      marginTop: 4,
      marginBottom: 4,
      x: { domain: [0, highest], axis: null },
      y: { type: 'band', domain: categories, padding: beside ? 0.3 : 0, axis: null },
      marks: [
        ...layers.flatMap(({ paint, pieces }) => [
          Plot.barX(pieces, {
            y: 'category',
            x1: 'from',
            x2: 'to',
            title: 'title',
            insetRight: 1,
            insetTop: beside ? 0 : 24,
            insetBottom: beside ? 0 : 6,
            className: `c-${paint}`,
          }),
          series.length > 1
            ? Plot.text(
                pieces.filter((piece) => inside(piece, room, highest)),
                {
                  y: 'category',
                  x: ({ from, to }: { from: number; to: number }) => (from + to) / 2,
                  text: ({ from, to }: { from: number; to: number }) => figureText(to - from, unit),
                  dy: beside ? 0 : 9,
                  className: `c-on-${paint}`,
                },
              )
            : null,
        ]),
        Plot.ruleX([0], { className: 'c-base' }),
        Plot.text(figures, {
          y: 'category',
          x: 'end',
          text: 'text',
          textAnchor: 'start',
          dx: 7,
          dy: beside ? 0 : 9,
          className: 'c-figure',
        }),
        Plot.text(names, {
          y: 'category',
          text: 'text',
          frameAnchor: 'left',
          textAnchor: beside ? 'end' : 'start',
          dx: beside ? -10 : 0,
          dy: beside ? 0 : -13,
          className: 'c-name',
        }),
      ],
    },
  };
}
