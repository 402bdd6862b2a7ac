import * as Plot from '@observablehq/plot';
import type { Period, Unit } from '../../core/metrics/chart.ts';
import { type Canvas, labelWidth } from './canvas.ts';
import { figureText, instant, monthNames } from './words.ts';

/** About four round steps from zero, the last one at or above the highest value; whole numbers for counts. */
export function linearTicks(highest: number, unit: Unit): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999) ?? rough;
  const whole = unit === 'count' ? Math.max(1, Math.round(step)) : step;
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < highest) ticks.push(Number((ticks.length * whole).toPrecision(12)));
  return ticks;
}

const spans: Record<'minutes' | 'days', [number, string][]> = {
  minutes: [
    [1, '1 min'],
    [10, '10 min'],
    [60, '1 h'],
    [360, '6 h'],
    [1440, '1 day'],
    [10_080, '1 week'],
    [43_200, '30 days'],
    [525_600, '1 year'],
  ],
  days: [
    [1, '1 day'],
    [7, '1 week'],
    [30, '30 days'],
    [90, '90 days'],
    [365, '1 year'],
    [1095, '3 years'],
  ],
};

/** Spans that people count in, on a scale of logarithms: those between the values, and one around each end where it is near. */
export function spanTicks(lowest: number, highest: number, unit: Unit): [value: number, text: string][] {
  const all = spans[unit === 'days' ? 'days' : 'minutes'];
  const first = Math.max(
    0,
    all.findLastIndex(([value]) => value <= lowest),
  );
  return all.filter(([value], at) => at >= first && (at < first + 2 || value <= highest * 2));
}

/** Hairlines across, with their figures at the left edge. */
export function valueAxis(ticks: readonly [value: number, text: string][]): Plot.Markish[] {
  const values = ticks.map(([value]) => value);
  return [
    Plot.ruleY(values, { className: 'c-grid' }),
    Plot.text(ticks, {
      y: (tick: [number, string]) => tick[0],
      text: (tick: [number, string]) => tick[1],
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      className: 'c-tick',
    }),
  ];
}

export function figureTicks(values: readonly number[], unit: Unit): [number, string][] {
  return values.map((value) => [value, figureText(value, unit)]);
}

/** Names of periods below their columns: the part where there is room, the year where it begins. */
export function periodAxis(periods: readonly Period[], canvas: Canvas, room: number): Plot.Markish[] {
  const each = room / periods.length;
  const labels = periods.map(({ key }, at) => {
    const [year = key, part] = key.split('-');
    const begins = at === 0 || !periods[at - 1]?.key.startsWith(year);
    return { key, year, part: part === undefined ? null : partText(part, canvas), begins };
  });
  const parts = labels.filter(({ part }) => part !== null);
  const partsFit = parts.every(({ part }) => labelWidth(part ?? '') + 4 <= each);
  const years = labels.filter(({ begins }) => begins);
  const yearRoom = each * (labels.length / years.length);
  const nth = Math.ceil((labelWidth('2026') + 8) / yearRoom);
  const text = (data: typeof labels, of: 'part' | 'year', dy: number, middle: boolean) =>
    Plot.text(data, {
      x: 'key',
      text: of,
      frameAnchor: 'bottom',
      textAnchor: middle ? 'middle' : 'start',
      dx: middle ? 0 : -each / 2 + 2,
      dy,
      // Below the last row where there are several.
      facetAnchor: 'bottom',
      className: 'c-tick',
    });
  const shown = years.filter((_, at) => (years.length - 1 - at) % nth === 0);
  if (parts.length === 0) return [text(shown, 'year', 18, true)];
  return partsFit
    ? [text(parts, 'part', 18, true), text(shown, 'year', 34, false)]
    : [text(shown, 'year', 18, false)];
}

function partText(part: string, canvas: Canvas): string {
  if (part.startsWith('Q')) return part;
  const name = monthNames[Number(part) - 1] ?? part;
  return canvas.name === 'narrow' ? name.slice(0, 1) : name;
}

/** Room below a chart for `periodAxis`. */
export function periodMargin(periods: readonly Period[]): number {
  return periods.some(({ key }) => key.includes('-')) ? 44 : 28;
}

/** Beginnings of years or months on an axis of days, no more than have room. */
export function dayAxis(from: Date, to: Date, room: number): Plot.Markish[] {
  const most = Math.max(2, Math.floor(room / 48));
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => months / one <= most) ?? 240;
  const ticks: { on: Date; text: string }[] = [];
  const first = from.getUTCFullYear() - (step > 12 ? from.getUTCFullYear() % (step / 12) : 0);
  for (let at = 0; ; at += step) {
    const on = new Date(Date.UTC(first, at, 1));
    if (on > to) break;
    if (on < from) continue;
    const month = on.getUTCMonth();
    ticks.push({ on, text: month === 0 ? String(on.getUTCFullYear()) : (monthNames[month] ?? '') });
  }
  // Months alone don't say of which year.
  if (ticks[0] && !/^\d/.test(ticks[0].text)) ticks[0].text += ` ${ticks[0].on.getUTCFullYear()}`;
  return [
    Plot.tickX(ticks, { x: 'on', className: 'c-notch', insetTop: 0 }),
    Plot.text(ticks, { x: 'on', text: 'text', frameAnchor: 'bottom', dy: 18, className: 'c-tick' }),
  ];
}

/** The days a chart spans, with a little air. */
export function daySpan(days: readonly string[]): [Date, Date] {
  const sorted = [...days].sort();
  const [from, to] = [instant(sorted[0] ?? '1970-01-01'), instant(sorted.at(-1) ?? '1970-01-02')];
  return to > from ? [from, to] : [from, new Date(from.getTime() + 86_400_000)];
}
