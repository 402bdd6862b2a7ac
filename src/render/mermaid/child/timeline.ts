import type { ElementNode } from '../../dom/dom.ts';
import { textWidth } from '../../dom/text-width.ts';
import { attributeNumber, type Compact, hueClass, make } from './compact.ts';

// Mermaid's columns are 200 wide with boxes of 190 around text of 150; the drawing then is shown at two thirds of its size.
const mermaidStep = 200;
const step = 180;
const boxWidth = 172;
const lineHeight = 19;
const padding = 9;
const gap = 8;

interface Node {
  column: number;
  columns: number;
  lines: string[];
  hue: number;
}

/**
 * Lays the columns out closer than mermaid does, keeps its line breaks, and takes the page's own classes in place of its
 * style sheet. Mermaid's arrow runs far past the last column, and its dashed lines far below the last event.
 */
export function compactTimeline(svg: ElementNode, source: string): Compact | undefined {
  const titleText = svg.children.find((child) => child.localName === 'text')?.textContent.trim();
  const wrappers = svg.children.filter(
    (child) => child.classNames.length === 0 && child.querySelector('.timeline-node'),
  );
  // Columns are counted from the first: mermaid's left margin is a diagram's to set.
  const origin = Math.min(...[...svg.querySelectorAll('g.taskWrapper'), ...wrappers].map(leftOf));
  const tasks = nodes(svg.querySelectorAll('g.taskWrapper'), origin);
  const events = nodes(svg.querySelectorAll('g.eventWrapper'), origin);
  const sections = nodes(wrappers, origin);
  // A vertical timeline has two columns whatever it holds; it stays as mermaid drew it.
  if (/^\s*timeline[ \t]+TD\b/m.test(source) || tasks.length === 0) return undefined;

  const hue = hueClass(source);
  const drawn: ElementNode[] = [];
  const columns = Math.max(
    ...tasks.map((task) => task.column + 1),
    ...sections.map((one) => one.column + one.columns),
  );
  const width = columns * step - (step - boxWidth);
  let y = 0;
  if (titleText) {
    drawn.push(make(svg, 'text', { class: 'mm-title', x: 0, y: 18 }, titleText));
    y = 34;
  }
  const row = (row: Node[], kind: string) => {
    const height = Math.max(0, ...row.map((node) => boxHeight(node)));
    for (const node of row) drawn.push(boxOf(svg, node, y, height, `${kind} ${hue(node.hue)}`));
    if (row.length > 0) y += height + gap;
  };
  row(sections, 'mm-sec');
  row(tasks, 'mm-task');

  const axis = y + 6;
  drawn.push(make(svg, 'path', { class: 'mm-axis', d: `M0 ${axis}H${width + 12}m-7 -5l7 5l-7 5` }));
  const below = axis + 14;
  let bottom = below;
  let stems = '';
  for (const task of tasks) {
    let eventY = below;
    for (const event of events.filter(({ column }) => column === task.column)) {
      const height = boxHeight(event);
      drawn.push(boxOf(svg, event, eventY, height, `mm-event ${hue(event.hue)}`));
      eventY += height + gap;
    }
    if (eventY > below) stems += `M${task.column * step + boxWidth / 2} ${axis}V${below}`;
    bottom = Math.max(bottom, eventY - gap);
  }
  if (stems) drawn.push(make(svg, 'path', { class: 'mm-axis', d: stems }));
  svg.replaceChildren(...drawn);
  const titleWidth = titleText ? textWidth(titleText, 18, true) : 0;
  return {
    box: [-1, -1, Math.max(width + 15, titleWidth + 4), bottom + 2],
    classes: [
      'mm-title',
      'mm-axis',
      'mm-sec',
      'mm-task',
      'mm-event',
      ...[1, 2, 3, 4, 5, 6].map((n) => `mm-c${n}`),
    ],
  };
}

function nodes(wrappers: ElementNode[], origin: number): Node[] {
  return wrappers.flatMap((wrapper) => {
    const node = wrapper.querySelector('.timeline-node');
    if (!node) return [];
    const left = leftOf(wrapper);
    const line = node.querySelector('line');
    const width = line ? attributeNumber(line, 'x2') : 190;
    const lines = node
      .querySelectorAll('tspan')
      .map((tspan) => tspan.textContent.trim())
      .filter((text) => text && text !== '<br>');
    return [
      {
        column: Math.round((left - origin) / mermaidStep),
        columns: Math.round((width + 10) / mermaidStep),
        lines,
        hue: Number(node.className.match(/section-(-?\d+)/)?.[1] ?? 0) + 1,
      },
    ];
  });
}

const leftOf = (wrapper: ElementNode) =>
  Number.parseFloat(wrapper.getAttribute('transform')?.match(/translate\(\s*([-\d.]+)/)?.[1] ?? '0');

const boxHeight = (node: Node) => Math.max(1, node.lines.length) * lineHeight + 2 * padding - 2;

function boxOf(svg: ElementNode, node: Node, y: number, height: number, className: string): ElementNode {
  const width = node.columns * step - (step - boxWidth);
  const x = node.column * step;
  const first = y + height / 2 - ((node.lines.length - 1) * lineHeight) / 2 + 5.5;
  const group = make(svg, 'g', { class: className });
  group.append(make(svg, 'rect', { x, y, width, height, rx: 4 }));
  const middle = x + width / 2;
  if (node.lines.length === 1) group.append(make(svg, 'text', { x: middle, y: first }, node.lines[0]));
  else {
    const text = make(svg, 'text', { y: first });
    for (const [i, line] of node.lines.entries())
      text.append(make(svg, 'tspan', { x: middle, ...(i > 0 ? { dy: lineHeight } : {}) }, line));
    group.append(text);
  }
  return group;
}
