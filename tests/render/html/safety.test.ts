import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import type { Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { createHtmlRenderer } from '../../../src/render/html/html-renderer.ts';

const { window } = new JSDOM('');

/** What in a page could run, or fetch from elsewhere. */
function dangers(html: string): string[] {
  const template = window.document.createElement('template');
  template.innerHTML = html;
  const found: string[] = [];
  for (const element of template.content.querySelectorAll('*')) {
    if (!harmless.has(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!attributes.has(name)) found.push(`${element.localName} ${name}`);
      if ((name === 'href' || name === 'src') && !/^(?:https?:\/\/[^/]|mailto:|#|\/kb\/)/i.test(value))
        found.push(`${name}=${value}`);
    }
    if (element.localName === 'img' && !element.getAttribute('src')?.startsWith('/kb/'))
      found.push('foreign image');
  }
  return found;
}

const harmless = new Set(
  'p em strong del code br a img h1 h2 h3 h4 h5 h6 ul ol li input blockquote hr pre table thead tbody tr th td div span sup sub section aside details summary figure figcaption kbd mark abbr'.split(
    ' ',
  ),
);
const attributes = new Set(
  'href title rel src alt loading id class aria-label start type disabled checked tabindex role scope'.split(
    ' ',
  ),
);

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example/x',
    '\\\\evil.example\\x',
    '/\\evil.example',
    'https:evil',
    'https://ok.example/"onclick="x',
    '</code></pre><script>',
    '</summary><script>',
    ']]><svg onload=alert(1)>',
    '--><iframe srcdoc="x">',
    '&lt;script&gt;',
    '&#x6a;avascript:alert(1)',
    'js" onclick="x',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

function written(nodes: RootContent[], tree: Root = { type: 'root', children: nodes }): string {
  const headings = nodes.flatMap((node, at) =>
    node.type === 'heading'
      ? [{ node, depth: node.depth, text: '', anchor: `a"${at}>`, place: { line: 1, column: 1 } }]
      : [],
  );
  const renderer = createHtmlRenderer({
    document: { tree, headings },
    resolve: (url, kind) => (kind === 'image' || url.length % 2 === 0 ? `/kb/${url}` : `#${url}`),
    drawings: new Map(),
  });
  return `${renderer.blocks(nodes)}${renderer.footnotes()}`;
}

const phrasing = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constantFrom('text', 'inlineCode', 'html', 'mdxTextExpression'), value: hostile }),
    fc.record({ type: fc.constant('image'), url: hostile, alt: hostile, title: hostile }),
    fc.record({
      type: fc.constantFrom('linkReference', 'imageReference', 'footnoteReference'),
      identifier: fc.constantFrom('d', 'f', 'g'),
      alt: hostile,
      children: fc.array(tie('node'), { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('link'),
      url: hostile,
      title: hostile,
      children: fc.array(tie('node'), { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constantFrom('emphasis', 'strong', 'delete'),
      children: fc.array(tie('node'), { maxLength: 2 }),
    }),
    component('mdxJsxTextElement', tie('node')),
  ),
})).node;

const block = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constantFrom('html', 'mdxjsEsm', 'mdxFlowExpression', 'yaml'), value: hostile }),
    fc.record({
      type: fc.constant('code'),
      lang: fc.option(fc.oneof(hostile, fc.constantFrom('js', 'html', 'mermaid'))),
      meta: hostile,
      value: hostile,
    }),
    fc.record({ type: fc.constant('paragraph'), children: fc.array(phrasing, { maxLength: 3 }) }),
    fc.record({
      type: fc.constant('heading'),
      depth: fc.integer({ min: 1, max: 6 }),
      children: fc.array(phrasing, { maxLength: 2 }),
    }),
    fc.record({ type: fc.constant('blockquote'), children: fc.array(tie('node'), { maxLength: 2 }) }),
    fc.record({
      type: fc.constant('list'),
      ordered: fc.boolean(),
      start: fc.option(fc.nat()),
      spread: fc.boolean(),
      children: fc.array(
        fc.record({
          type: fc.constant('listItem'),
          checked: fc.option(fc.boolean()),
          spread: fc.boolean(),
          children: fc.array(tie('node'), { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({
      type: fc.constant('table'),
      align: fc.constant([null, 'left']),
      children: fc.array(
        fc.record({
          type: fc.constant('tableRow'),
          children: fc.array(
            fc.record({ type: fc.constant('tableCell'), children: fc.array(phrasing, { maxLength: 2 }) }),
            { maxLength: 2 },
          ),
        }),
        { maxLength: 3 },
      ),
    }),
    component('mdxJsxFlowElement', tie('node')),
  ),
})).node;

function component(type: string, child: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.record({
    type: fc.constant(type),
    name: fc.oneof(
      hostile,
      fc.constantFrom('Callout', 'Details', 'Figure', 'br', 'kbd', 'abbr', 'script', 'iframe', 'svg', null),
    ),
    attributes: fc.array(
      fc.record({
        type: fc.constantFrom('mdxJsxAttribute', 'mdxJsxExpressionAttribute'),
        name: fc.constantFrom('type', 'summary', 'src', 'alt', 'caption', 'title', 'onclick', 'style'),
        value: fc.oneof(
          hostile,
          fc.record({ type: fc.constant('mdxJsxAttributeValueExpression'), value: hostile }),
        ),
      }),
      { maxLength: 4 },
    ),
    children: fc.array(child, { maxLength: 2 }),
  });
}

test('whatever stands in any field of any node, nothing in the page can run', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 4 }),
      hostile,
      fc.array(phrasing, { maxLength: 2 }),
      (nodes, url, note) => {
        const children = [
          ...nodes,
          { type: 'definition', identifier: 'd', url, title: url },
          { type: 'footnoteDefinition', identifier: 'f', children: [{ type: 'paragraph', children: note }] },
        ] as RootContent[];
        expect(dangers(written(children))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

test('whatever Markdown says, raw HTML included, nothing in the page can run', () => {
  const pieces = fc.oneof(
    hostile,
    fc.constantFrom(
      '[a](',
      ')',
      '![b](',
      '<',
      '>',
      '`',
      '\n\n',
      '- ',
      '| a |\n|---|\n',
      '[^f]',
      '[^f]: ',
      '**',
      '```html\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const tree = markdownToMdast(parts.join('').toWellFormed()) as Root;
      expect(dangers(written(tree.children, tree))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the judge of these tests knows danger when it sees it', () => {
  expect(dangers('<img src=x onerror=alert(1)><a href="javascript:x">y</a><script></script>')).toEqual([
    'src=x',
    'img onerror',
    'foreign image',
    'href=javascript:x',
    '<script>',
  ]);
});
