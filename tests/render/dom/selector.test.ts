import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { DocumentNode } from '../../../src/render/dom/dom.ts';

const markup =
  '<svg id="mm"><style>x</style><g class="node a"><rect class="label-container" data-x="one two"></rect><g class="label"><text><tspan class="row">t</tspan><tspan>u</tspan></text></g></g><g class="node b"><path></path><path></path></g><line></line></svg>';

// What a browser's DOM selects is what ours must select: same markup, same selector, same elements.
const browser = new JSDOM(`<body>${markup}</body>`).window.document;
const document = new DocumentNode();
document.body.innerHTML = markup;
const position = (all: { localName: string }[], found: ArrayLike<unknown>) =>
  Array.from(found, (element) => all.indexOf(element as never));

test.each([
  '#mm',
  '[id="mm"]',
  'g',
  '.node',
  'g.node.a',
  'svg > g',
  'svg g g',
  '#mm .node rect',
  '#mm .node > text',
  '.a + .b',
  '.a ~ line',
  'path:first-child',
  'path:last-child',
  'path:nth-child(2)',
  'g:not(:first-child)',
  '[data-x~="two"]',
  '[data-x^="one"]',
  '[data-x$=two]',
  '[data-x*="e t"]',
  '[class]',
  'rect, line , .row',
  '*',
  'tspan tspan',
  'g:hover',
  'text::before',
])('%s', (selector) => {
  const theirs = [...browser.querySelectorAll('body *')];
  const ours = [...document.body.descendants()];
  expect(ours.map(({ localName }) => localName)).toEqual(theirs.map(({ localName }) => localName));
  expect(position(ours, document.body.querySelectorAll(selector))).toEqual(
    position(theirs, browser.body.querySelectorAll(selector)),
  );
});
