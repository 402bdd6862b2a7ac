import { expect, test } from 'vitest';
import {
  type Drawing,
  type Drawn,
  type FigureOptions,
  figureHtml,
} from '../../../src/render/mermaid/index.ts';

const drawn = (
  width: number,
  svg = '<svg class="mm-svg mm-gantt" role="img" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
): Drawn => ({
  kind: 'drawn',
  svg,
  type: 'gantt',
  title: 'Phases of “A & B”',
  description: null,
  width,
  height: 10,
  warnings: [],
});

test.each<[string, Drawing, FigureOptions]>([
  ['a small drawing', drawn(300), {}],
  ['a drawing wider than a phone can be scrolled with the keyboard', drawn(800), {}],
  [
    'a caption, a class and what says the same in words',
    drawn(300),
    { caption: 'A < B', className: 'wide', detailsId: 'events' },
  ],
  ['an author’s diagram shows its source', drawn(300), { showSource: true }],
  [
    'a broken one says so and shows its source',
    { kind: 'broken', line: 3, column: 1, message: 'No “]”, but <b>.' },
    { caption: 'c' },
  ],
])('%s', (_, drawing, options) => {
  expect(figureHtml(drawing, 'flowchart TD\n  A-->"<B>"', options)).toMatchSnapshot();
});

test('wider than its column it says so, and how wide it is', () => {
  expect(
    [420, 760, 761].map((width) => figureHtml(drawn(width), '').match(/^<figure ([^>]+)>/)?.[1]),
  ).toEqual([
    'class="mm" style="--w:420"',
    'class="mm mm-over" style="--w:760"',
    'class="mm mm-over mm-wide" style="--w:761"',
  ]);
});

test('an upright drawing stands beside the lying one, with ids of its own', () => {
  const svg = '<svg id="m1234567" class="mm-svg"><marker id="m1234567-0"/></svg>';
  const html = figureHtml(drawn(900, svg), '', { upright: drawn(200, svg) });
  expect(html.match(/ id="[^"]+"/g)).toEqual([
    ' id="m1234567"',
    ' id="m1234567-0"',
    ' id="m1234567-upright"',
    ' id="m1234567-upright-0"',
  ]);
});

test('with a salt, the same drawing can stand twice on a page', () => {
  const svg =
    '<svg id="m1234567" class="mm-svg"><style>#m1234567 .node{fill:red}#m1234567#m1234567 .s0{fill:none}</style><marker id="m1234567-0"/><path marker-end="url(#m1234567-0)"/><text>#m1234567</text></svg>';
  const html = figureHtml(drawn(300, svg), '', { salt: 'b' });
  expect(html.match(/<svg.*<\/svg>/)?.[0]).toBe(
    '<svg id="m1234567b" class="mm-svg"><style>#m1234567b .node{fill:red}#m1234567b#m1234567b .s0{fill:none}</style><marker id="m1234567b-0"/><path marker-end="url(#m1234567b-0)"/><text>#m1234567</text></svg>',
  );
});
