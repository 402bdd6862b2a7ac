import { readFileSync } from 'node:fs';
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

test.each([
  [420, 'mm'],
  [421, 'mm mm-over mm-w5'],
  [760, 'mm mm-over mm-w8'],
  [761, 'mm mm-over mm-wide mm-w8'],
  [1_101, 'mm mm-over mm-wide mm-long mm-w12'],
  [2_400, 'mm mm-over mm-wide mm-long mm-w24'],
  [2_401, 'mm mm-over mm-wide mm-long mm-vast'],
])('a drawing of %i px has the classes “%s”', (width, classes) => {
  expect(figureHtml(drawn(width), '').match(/^<figure class="([^"]+)">/)?.[1]).toBe(classes);
});

test('every size has its rule', () => {
  const styles = readFileSync('src/site/styles/mermaid.css', 'utf8');
  const ruled = [...styles.matchAll(/\.mm-w(\d+) \{\s*--w: (\d+);/g)].map(([, name, width]) => [name, width]);
  expect(ruled).toEqual(Array.from({ length: 20 }, (_, nth) => [String(nth + 5), String((nth + 5) * 100)]));
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
