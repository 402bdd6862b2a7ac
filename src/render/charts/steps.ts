import * as Plot from '@observablehq/plot';
import type { StepsChart } from '../../core/metrics/chart.ts';
import { dayAxis, daySpan, figureTicks, linearTicks, valueAxis } from './axes.ts';
import { type Canvas, fontSize, type Sketch, widest } from './canvas.ts';
import { paintOf } from './paint.ts';
import { type ChartWords, figureText, instant, nameOf } from './words.ts';

interface Point {
  on: Date;
  value: number;
}

export function sketchSteps(chart: StepsChart, words: ChartWords, canvas: Canvas): Sketch {
  const { steps, unit } = chart;
  const series = chart.series
    .map((key, place) => ({ key, paint: paintOf(key, place) }))
    .filter(({ key }) => steps.some(({ values }) => (values[key] ?? 0) > 0));
  const [from, to] = daySpan(steps.map(({ on }) => on));
  const highest = Math.max(...steps.flatMap(({ values }) => series.map(({ key }) => values[key] ?? 0)));
  const ticks = figureTicks(linearTicks(highest, unit), unit);
  const last = steps.at(-1);
  const ends = series.map(({ key, paint }) => ({
    paint,
    value: last?.values[key] ?? 0,
    text: `${nameOf(words, key)} ${figureText(last?.values[key] ?? 0, unit)}`,
  }));
  const [height, marginTop, marginBottom] = [canvas.name === 'wide' ? 300 : 260, 14, 28];
  const top = ticks.at(-1)?.[0] ?? 1;
  const perUnit = (height - marginTop - marginBottom) / top;
  const marginLeft = widest(ticks.map(([, text]) => text)) + 12;
  const marginRight = widest(ends.map(({ text }) => text)) + 14;
  const room = canvas.width - marginLeft - marginRight;
  return {
    linked: false,
    options: {
      height,
      marginTop,
      marginBottom,
      marginLeft,
      marginRight,
      x: { type: 'utc', domain: [from, to], axis: null },
      y: { domain: [0, top], axis: null },
      marks: [
        ...valueAxis(ticks),
        ...dayAxis(from, to, room),
        Plot.ruleY([0], { className: 'c-base' }),
        ...series.map(({ key, paint }) =>
          Plot.line(visible(steps, key, from, to, room), {
            x: 'on',
            y: 'value',
            curve: 'step-after',
            className: `c-line-${paint}`,
          }),
        ),
        ...spread(ends, perUnit).map(({ paint, text, place }) =>
          Plot.text([{ place, text }], {
            y: 'place',
            text: 'text',
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 8,
            className: `c-name-${paint}`,
          }),
        ),
      ],
    },
  };
}

/** One point for every two units of width, the last of them: what lies between would fall on the same spot. */
function visible(steps: StepsChart['steps'], key: string, from: Date, to: Date, room: number): Point[] {
  const points: Point[] = [];
  let column = -1;
  for (const { on, values } of steps) {
    const point = { on: instant(on), value: values[key] ?? 0 };
    const share = (point.on.getTime() - from.getTime()) / (to.getTime() - from.getTime());
    const here = Math.floor((share * room) / 2);
    const before = points.at(-1);
    if (here === column && points.length > 1) points[points.length - 1] = point;
    else if (before === undefined || before.value !== point.value || on === steps.at(-1)?.on)
      points.push(point);
    column = here;
  }
  return points;
}

/** Labels of lines that end close to each other are moved apart, no more than needed. */
function spread<Label extends { value: number }>(
  labels: readonly Label[],
  perUnit: number,
): (Label & { place: number })[] {
  const apart = (fontSize + 4) / perUnit;
  const placed = [...labels]
    .sort((a, b) => a.value - b.value)
    .map((label) => ({ ...label, place: label.value }));
  for (const [at, label] of placed.entries()) {
    const below = placed[at - 1];
    if (below && label.place < below.place + apart) label.place = below.place + apart;
  }
  return placed;
}
