import * as Plot from '@observablehq/plot';
import type { Dot, DotsChart } from '../../core/metrics/chart.ts';
import { durationText } from '../../core/time/duration.ts';
import { dayAxis, daySpan, spanTicks, valueAxis } from './axes.ts';
import { type Canvas, type Sketch, widest } from './canvas.ts';
import { medianLabels } from './median-labels.ts';
import { type ChartWords, dayText, figureText, instant } from './words.ts';

/** Up to so many dots are links with a title each; a reader can't aim at more, and a keyboard has to pass them. */
const mostLinked = 60;
/** More dots than this are one grey cloud and only make the page heavy. */
const mostDrawn = 400;

interface Placed {
  on: Date;
  low: number;
  middle: number;
  high: number;
  title: string;
  url: string;
  level: number;
  approximate: boolean;
}

/** The dots that are drawn: all, or every so many-th in the order of time. */
export function drawnDots({ dots }: DotsChart): Dot[] {
  const every = Math.ceil(dots.length / mostDrawn);
  return dots.filter((_, at) => at % every === 0);
}

export function isLinked({ dots }: DotsChart): boolean {
  return dots.length <= mostLinked;
}

/** The levels present, the gravest first. */
export function levelsOf({ dots }: DotsChart): number[] {
  return [...new Set(dots.map(({ severity }) => severity))].sort((a, b) => a - b);
}

export function sketchDots(chart: DotsChart, words: ChartWords, canvas: Canvas): Sketch {
  const { unit, medians, limits } = chart;
  // A finger can't hit a dot; on a small screen the rows behind the chart lead to the files.
  const linked = isLinked(chart) && canvas.name === 'wide';
  const ends = chart.dots.flatMap(({ min, max }) => [min, max]);
  const ticks = spanTicks(Math.min(...ends), Math.max(...ends, ...limits.map(({ value }) => value)), unit);
  const [lowest, highest] = [ticks[0]?.[0] ?? 1, Math.max(ticks.at(-1)?.[0] ?? 1, ...ends)];
  if (ticks[0] && Math.min(...ends) < lowest) ticks[0] = [lowest, `≤ ${ticks[0][1]}`];
  const levels = levelsOf(chart);
  const placed = drawnDots(chart).map(
    (dot): Placed => ({
      on: instant(dot.on),
      low: Math.max(lowest, dot.min),
      middle: Math.max(lowest, (dot.min + dot.max) / 2),
      high: Math.max(lowest, dot.max),
      title: `${dot.source.text}\n${dayText(dot.on)} · ${words.severity} ${dot.severity} · ${spanOf(dot, chart)}`,
      url: dot.source.url,
      level: levels.indexOf(dot.severity),
      approximate: dot.approximate,
    }),
  );
  const [from, to] = daySpan(medians.flatMap(({ period }) => [period.from, period.to]));
  const marginLeft = widest(ticks.map(([, text]) => text)) + 12;
  const limitNames = limitLines(limits, words);
  const marginRight = 8 + (limitNames.length > 0 ? widest(limitNames.map(({ text }) => text)) + 8 : 0);
  const room = canvas.width - marginLeft - marginRight;
  const [height, marginTop, marginBottom] = [canvas.name === 'wide' ? 320 : 300, 14, 28];
  const [bottom, top] = [lowest / 1.25, highest * 1.15];
  const x = (on: Date): number =>
    marginLeft + (room * (on.getTime() - from.getTime())) / (to.getTime() - from.getTime());
  const y = (value: number): number =>
    marginTop + ((height - marginTop - marginBottom) * Math.log(top / value)) / Math.log(top / bottom);
  const rules = medians.flatMap(({ period, value }) =>
    value === null
      ? []
      : [
          {
            start: instant(period.from),
            end: instant(period.to),
            at: Math.max(lowest, value),
            text: figureText(value, unit),
          },
        ],
  );
  const labels = medianLabels(
    rules.map(({ start, end, at, text }) => ({ left: x(start), right: x(end), y: y(at), text })),
    // In a cloud there is no empty place, and a figure far from its rule would be lost.
    isLinked(chart) ? placed.map(({ on, middle }) => ({ x: x(on), y: y(middle) })) : [],
    [x(from), x(to)],
  );
  const groups = levels.flatMap((_, level) =>
    [false, true].map((approximate) => ({
      className: `c-dot-${Math.min(level + 1, 4)}${approximate ? '-about' : ''}`,
      radius: Math.max(3, 5.5 - level),
      dots: placed.filter((dot) => dot.level === level && dot.approximate === approximate),
    })),
  );
  return {
    linked,
    options: {
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { type: 'utc', domain: [from, to], axis: null },
      y: { type: 'log', domain: [bottom, top], axis: null },
      marks: [
        ...valueAxis(ticks),
        ...dayAxis(from, to, room),
        Plot.ruleY(limitNames, { y: 'value', className: 'c-limit' }),
        Plot.text(limitNames, {
          y: 'value',
          text: 'text',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 8,
          className: 'c-limit-name',
        }),
        Plot.ruleX(isLinked(chart) ? placed.filter(({ low, high }) => high > low) : [], {
          x: 'on',
          y1: 'low',
          y2: 'high',
          className: 'c-interval',
        }),
        ...groups
          .filter(({ dots }) => dots.length > 0)
          .map(({ dots, radius, className }) =>
            isLinked(chart)
              ? Plot.dot(dots, {
                  ...{ x: 'on', y: 'middle', r: radius, className },
                  ...(linked ? { title: 'title', href: 'url' } : {}),
                })
              : Plot.dot(dots, { x: 'on', y: 'middle', render: asOnePath(`${className}-many`) }),
          ),
        Plot.ruleY(rules, { x1: 'start', x2: 'end', y: 'at', className: 'c-median' }),
        Plot.text(labels, {
          x: { value: 'x', scale: null },
          y: { value: 'y', scale: null },
          text: 'text',
          className: 'c-median-figure',
        }),
      ],
    },
  };
}

function spanOf(dot: Dot, { unit }: DotsChart): string {
  if (unit === 'minutes') return durationText(dot);
  return dot.min === dot.max
    ? figureText(dot.min, unit)
    : `${figureText(dot.min, unit)} – ${figureText(dot.max, unit)}`;
}

/** What policies ask for: one line a value, with the levels it holds for. */
function limitLines(limits: DotsChart['limits'], words: ChartWords): { value: number; text: string }[] {
  return [...new Set(limits.map(({ value }) => value))].map((value) => {
    const levels = limits.filter((limit) => limit.value === value).map(({ severity }) => severity);
    return { value, text: `${words.severityShort} ${levels.join(', ')}` };
  });
}

/** Points of round ends: a tenth of the size of so many circles. */
function asOnePath(className: string): Plot.RenderFunction {
  const at = (values: ArrayLike<number> | undefined, i: number) => (values?.[i] ?? 0).toFixed(1);
  return (index, _scales, { x, y }, _dimensions, { document }) => {
    const [across, down] = [x as ArrayLike<number>, y as ArrayLike<number>];
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', [...index].map((i) => `M${at(across, i)} ${at(down, i)}h0`).join(''));
    path.setAttribute('class', className);
    return path;
  };
}
