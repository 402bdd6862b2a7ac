import type { ElementNode } from '../../dom/dom.ts';
import { textWidth } from '../../dom/text-width.ts';
import type { Compact } from './compact.ts';
import { hueClass, make, attributeNumber as n } from './compact.ts';

const axisLabelSize = 12;
const sectionSize = 13;

/**
 * Keeps the bars, their labels, the sections' names and the time axis, with the page's own classes in place of mermaid's
 * style sheet, and cuts the room that is left for a title where there is none.
 */
export function compactGantt(svg: ElementNode, source: string): Compact {
  const hue = hueClass(source);
  const bars = svg.querySelectorAll('rect.task');
  const labels = svg.querySelectorAll('text.taskText,text.taskTextOutsideRight,text.taskTextOutsideLeft');
  const sections = svg.querySelectorAll('text.sectionTitle');
  const title = svg.querySelector('.titleText');
  const grid = svg.querySelector('.grid');
  const drawn: ElementNode[] = [];

  const tops = bars.filter((bar) => !bar.classNames.includes('vert')).map((bar) => n(bar, 'y'));
  const bottoms = bars
    .filter((bar) => !bar.classNames.includes('vert'))
    .map((bar) => n(bar, 'y') + n(bar, 'height'));
  const [top, bottom] = [Math.min(...tops, 1e6) - 8, Math.max(...bottoms, -1e6) + 8];
  if (bars.length === 0) return { box: [0, 0, 300, 20], classes: [] };

  for (const range of svg.querySelectorAll('rect.exclude-range'))
    drawn.push(
      make(svg, 'rect', {
        class: 'mm-off',
        x: n(range, 'x'),
        y: top,
        width: n(range, 'width'),
        height: bottom - top,
      }),
    );
  const axis = grid ? axisOf(grid, top, bottom) : { lines: '', labels: [] };
  if (axis.lines) drawn.push(make(svg, 'path', { class: 'mm-grid', d: axis.lines }));

  for (const bar of bars) drawn.push(barOf(svg, bar, hue));
  for (const label of labels) {
    const outside = label.classNames.some((name) => name.startsWith('taskTextOutside'));
    const left = label.classNames.includes('taskTextOutsideLeft');
    const anchor = left ? 'mm-end' : outside ? '' : 'mm-mid';
    drawn.push(
      make(
        svg,
        'text',
        { class: anchor, x: n(label, 'x') + (outside && !left ? 3 : 0), y: n(label, 'y') + 1 },
        label.textContent,
      ),
    );
  }
  drawn.push(...axis.labels);

  const origin = Math.min(...bars.map((bar) => n(bar, 'x')), grid ? translateX(grid) : 1e6);
  const sectionX = origin - 14;
  const lines = sections.flatMap((section) =>
    section.children.map((line, i) => ({ section, line: line.textContent, i, of: section.children.length })),
  );
  for (const { section, line, i, of } of lines)
    drawn.push(
      make(
        svg,
        'text',
        { class: 'mm-name', x: sectionX, y: n(section, 'y') + 4.5 + (i - (of - 1) / 2) * 16 },
        line,
      ),
    );
  const names = Math.max(0, ...lines.map(({ line }) => textWidth(line, sectionSize, true)));
  const leftEdge = lines.length > 0 ? sectionX - names - 4 : origin - 20;

  const hasTitle = Boolean(title?.textContent.trim());
  const above = hasTitle ? 34 : 0;
  if (hasTitle)
    drawn.push(make(svg, 'text', { class: 'mm-title', x: leftEdge + 4, y: top - 14 }, title?.textContent));
  const right = Math.max(750, ...bars.map((bar) => n(bar, 'x') + n(bar, 'width') + 8));
  svg.replaceChildren(...drawn);
  return {
    box: [leftEdge, top - above, right - leftEdge, bottom - top + above + 26],
    classes: [
      'mm-grid',
      'mm-tick',
      'mm-off',
      'mm-mid',
      'mm-end',
      'mm-name',
      'mm-title',
      'mm-bar',
      ...states,
      ...hues,
    ],
  };
}

const states = ['mm-crit', 'mm-done', 'mm-active', 'mm-stone'];
const hues = [1, 2, 3, 4, 5, 6].map((hue) => `mm-c${hue}`);

function barOf(svg: ElementNode, bar: ElementNode, hue: (index: number) => string): ElementNode {
  const [x, y, width, height] = [n(bar, 'x'), n(bar, 'y'), n(bar, 'width'), n(bar, 'height')];
  const names = bar.classNames;
  const state = ['crit', 'done', 'active'].find((word) =>
    names.some((name) => new RegExp(`^${word}(?:Crit)?\\d`, 'i').test(name)),
  );
  const section = Number(names.map((name) => name.match(/\D(\d+)$/)?.[1]).find(Boolean) ?? 0);
  const colour = state ? `mm-${state}` : hue(section);
  if (names.includes('milestone'))
    return make(svg, 'rect', {
      class: `mm-stone ${colour}`,
      x: x + height * 0.15,
      y: y + height * 0.15,
      width: height * 0.7,
      height: height * 0.7,
      transform: `rotate(45,${x + height / 2},${y + height / 2})`,
    });
  if (names.includes('vert'))
    return make(svg, 'rect', { class: 'mm-off', x, y, width: Math.max(width, 1), height });
  // A phase of a minute in a day is still seen.
  return make(svg, 'rect', { class: `mm-bar ${colour}`, x, y, width: Math.max(width, 3), height, rx: 3 });
}

function axisOf(grid: ElementNode, top: number, bottom: number): { lines: string; labels: ElementNode[] } {
  const left = translateX(grid);
  let lines = '';
  let free = -1e6;
  const labels: ElementNode[] = [];
  for (const tick of grid.querySelectorAll('.tick')) {
    const x = left + translateX(tick);
    const label = tick.querySelector('text')?.textContent.trim() ?? '';
    lines += `M${x} ${top}V${bottom}`;
    const half = textWidth(label, axisLabelSize, false) / 2;
    // Where ticks are close together, every second or third says its time.
    if (x - half < free) continue;
    free = x + half + 10;
    labels.push(make(grid, 'text', { class: 'mm-tick', x, y: bottom + 16 }, label));
  }
  return { lines, labels };
}

const translateX = (element: ElementNode) =>
  Number.parseFloat((element.getAttribute('transform') ?? '').match(/translate\(\s*([-\d.]+)/)?.[1] ?? '0');
