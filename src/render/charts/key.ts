import type { Chart } from '../../core/metrics/chart.ts';
import { escapeHtml } from '../mermaid/child/serialize.ts';
import { isSplit } from './columns.ts';
import { drawnDots, isLinked, levelsOf } from './dots.ts';
import { paintOf } from './paint.ts';
import { type ChartWords, nameOf } from './words.ts';

/** What marks mean where no label stands beside them; the empty string where every mark has one. */
export function keyMarkup(chart: Chart, words: ChartWords): string {
  const items = itemsOf(chart, words);
  if (items.length === 0) return '';
  const samples = items.map(([sample, text]) =>
    sample === '' ? `<li>${escapeHtml(text)}</li>` : `<li>${svg(sample)}${escapeHtml(text)}</li>`,
  );
  return `<ul class="chart-key">${samples.join('')}</ul>`;
}

function itemsOf(chart: Chart, words: ChartWords): [sample: string, text: string][] {
  if (chart.kind === 'dots') {
    const drawn = drawnDots(chart);
    const levels = levelsOf(chart).map((level, at): [string, string] => [
      `<circle class="c-dot-${Math.min(at + 1, 4)}" cx="7" cy="7" r="${Math.max(3, 5.5 - at)}"/>`,
      nameOf(words, String(level)),
    ]);
    const items: [boolean, string, string][] = [
      [
        isLinked(chart) && chart.dots.some((dot) => dot.approximate),
        '<circle class="c-dot-2-about" cx="7" cy="7" r="4.5"/>',
        words.approximate,
      ],
      [
        isLinked(chart) && chart.dots.some(({ min, max }) => max > min),
        '<path class="c-interval" d="M7 0v14"/>',
        words.interval,
      ],
      [
        chart.medians.some(({ value }) => value !== null),
        '<path class="c-median" d="M0 7h14"/>',
        words.median,
      ],
      [chart.limits.length > 0, '<path class="c-limit" d="M0 7h14"/>', words.limit],
      [drawn.length < chart.dots.length, '', thinnedText(words, drawn.length, chart.dots.length)],
    ];
    return [
      ...levels,
      ...items.flatMap(([present, sample, text]): [string, string][] => (present ? [[sample, text]] : [])),
    ];
  }
  if (chart.kind === 'columns' && chart.series.length === 1)
    return chart.series.some(({ values }) => values.some(({ value }) => value === null))
      ? [['', words.unknown]]
      : [];
  if (chart.kind === 'shares')
    return chart.shares.some(({ of, share }) => of > 0 && share === null) ? [['', words.few]] : [];
  if (chart.kind === 'columns' && chart.series.length > 1 && !isSplit(chart)) return painted(chart, words);
  if (chart.kind === 'bars' && chart.series.length > 1) return painted(chart, words);
  return [];
}

function painted({ series }: { series: { key: string }[] }, words: ChartWords): [string, string][] {
  return series.map(({ key }, place) => [
    `<rect class="c-${paintOf(key, place)}" x="1" y="1" width="12" height="12"/>`,
    nameOf(words, key),
  ]);
}

function svg(sample: string): string {
  return `<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${sample}</svg>`;
}

function thinnedText(words: ChartWords, drawn: number, all: number): string {
  const text = (count: number) => count.toLocaleString('en');
  return words.thinned.replace('{drawn}', text(drawn)).replace('{all}', text(all));
}
