import type { Root } from 'mdast';
import { markdownToHtml, mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { createHtmlRenderer, type HtmlContext } from '../../../src/render/html/html-renderer.ts';

const treeOf = (markdown: string): Root => mdxToMdast(markdown) as Root;

function rendererOf(markdown: string, context: Partial<HtmlContext> = {}) {
  const tree = treeOf(markdown);
  const renderer = createHtmlRenderer({
    document: { tree, headings: [] },
    resolve: (url) => (url.startsWith('./missing') ? null : url.replace(/^\.\//, '/kb/')),
    drawings: new Map(),
    ...context,
  });
  return { renderer, tree };
}

function html(markdown: string, context?: Partial<HtmlContext>): string {
  const { renderer, tree } = rendererOf(markdown, context);
  return renderer.blocks(tree.children);
}

test.each([
  [
    'emphasis, strong, struck and code',
    '*a* **b** ~~c~~ `d`',
    '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
  ],
  ['what HTML reads as its own', 'a &lt;b> & "c" \'d\'', "<p>a &lt;b&gt; &amp; &quot;c&quot; 'd'</p>"],
  ['a hard break', 'a\\\nb', '<p>a<br>\nb</p>'],
  ['a quotation', '> a\n>\n> b', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>'],
  ['a rule', 'a\n\n***', '<p>a</p>\n<hr>'],
  ['a tight list', '- a\n- b\n  - c', '<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>'],
  ['a loose list', '- a\n\n  b\n- c', '<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p></li>\n</ul>'],
  ['a list that begins at three', '3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
  [
    'tasks, with words for their boxes',
    '- [ ] a\n- [x] b',
    '<ul class="task-list">\n<li class="task"><input type="checkbox" disabled aria-label="To do"> a</li>\n<li class="task"><input type="checkbox" disabled checked aria-label="Done"> b</li>\n</ul>',
  ],
  [
    'a table that may scroll, by keyboard as well',
    '| a | b |\n| :-- | --: |\n| 1 | `2` |',
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Table 1: a, b"><table>\n<thead>\n<tr><th scope="col" class="align-left">a</th><th scope="col" class="align-right">b</th></tr>\n</thead>\n<tbody>\n<tr><td class="align-left">1</td><td class="align-right"><code>2</code></td></tr>\n</tbody>\n</table></div>',
  ],
  ['a link inside the site', '[a](./b.mdx "c")', '<p><a href="/kb/b.mdx" title="c">a</a></p>'],
  ['a link that leads nowhere, as its text', '[a **b**](./missing.mdx)', '<p>a <strong>b</strong></p>'],
  [
    'a link to elsewhere',
    '[a](https://b.example/?c=1&d=2)',
    '<p><a href="https://b.example/?c=1&amp;d=2" rel="noopener noreferrer">a</a></p>',
  ],
  [
    'a bare address',
    'www.b.example',
    '<p><a href="http://www.b.example" rel="noopener noreferrer">www.b.example</a></p>',
  ],
  ['mail', '[a](mailto:b@c.example)', '<p><a href="mailto:b@c.example">a</a></p>'],
  [
    'a link by reference',
    '[a][b] [b]\n\n[b]: ./c.mdx',
    '<p><a href="/kb/c.mdx">a</a> <a href="/kb/c.mdx">b</a></p>',
  ],
  [
    'an image',
    '![a "b"](./c.png "d")',
    '<p><img src="/kb/c.png" alt="a &quot;b&quot;" title="d" loading="lazy"></p>',
  ],
  [
    'an image on another host, as a link',
    '![a](https://b.example/c.png)',
    '<p><a href="https://b.example/c.png" rel="noopener noreferrer">a</a></p>',
  ],
  ['a script as a link, as its text', '[a](javascript:alert%281%29)', '<p>a</p>'],
  ['code without a language', '```\na < b\n```', '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
  [
    'code in a language nobody knows',
    '```klingon\na < b\n```',
    '<pre tabindex="0"><code class="language-klingon">a &lt; b\n</code></pre>',
  ],
  [
    'code, coloured by class names',
    '```sql\nSELECT 1\n```',
    '<pre tabindex="0"><code class="language-sql"><span class="hljs-keyword">SELECT</span> <span class="hljs-number">1</span>\n</code></pre>',
  ],
  [
    'plain HTML',
    'a<br/>b <kbd>c</kbd> <abbr title="d&quot;">e</abbr>',
    '<p>a<br>b <kbd>c</kbd> <abbr title="d&quot;">e</abbr></p>',
  ],
  [
    'a callout',
    '<Callout type="warning">\n\nMind **this**.\n\n</Callout>',
    '<aside class="callout callout-warning" role="note">\n<p class="callout-label">Warning</p>\n<p>Mind <strong>this</strong>.</p>\n</aside>',
  ],
  [
    'details',
    '<Details summary="a & b">\n\nc\n\n</Details>',
    '<details>\n<summary>a &amp; b</summary>\n<p>c</p>\n</details>',
  ],
  [
    'a figure among words, caption and all',
    'One <Figure src="./a.png" alt="b" caption="c > d" /> two',
    '<p>One <img src="/kb/a.png" alt="b" loading="lazy"> <span class="caption">c &gt; d</span> two</p>',
  ],
  [
    'a figure',
    '<Figure src="./a.png" alt="b" caption="c > d" />',
    '<figure><img src="/kb/a.png" alt="b" loading="lazy"><figcaption>c &gt; d</figcaption></figure>',
  ],
  ['an unknown component, as what it holds', '<Bomb fuse="short">\n\na\n\n</Bomb>', '<p>a</p>'],
  [
    'comments, expressions and imports, as nothing',
    'import a from "b"\n\n{/* c */}\n\nd {1 + 1}',
    '<p>d </p>',
  ],
])('writes %s', (_, markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});

describe('headings', () => {
  const heading = (markdown: string, onOtherPage = false) => {
    const document = readDocument(markdown);
    const { tree } = document;
    return createHtmlRenderer({ document, resolve: () => null, drawings: new Map(), onOtherPage }).blocks(
      tree.children,
    );
  };

  test('keep the depth they are written with and link to themselves', () => {
    expect(heading('### What *else* "broke"')).toBe(
      '<h3 id="what-else-broke">What <em>else</em> &quot;broke&quot;<a class="anchor" href="#what-else-broke" aria-label="Link to “What else &quot;broke&quot;”"></a></h3>',
    );
  });

  test('have no anchor on another page, where the same one may stand already', () => {
    expect(heading('### A', true)).toBe('<h3>A</h3>');
  });
});

describe('footnotes', () => {
  const markdown = 'a[^x] b[^y] c[^x]\n\n[^y]: Y, see[^z]\n\n[^x]: X\n\n[^z]: Z\n\n[^unused]: U';

  test('are numbered by their first mention and listed once', () => {
    const { renderer, tree } = rendererOf(markdown);
    expect(renderer.blocks(tree.children)).toBe(
      '<p>a<sup><a href="#fn:1" id="fnref:1">1</a></sup> b<sup><a href="#fn:2" id="fnref:2">2</a></sup> c<sup><a href="#fn:1">1</a></sup></p>',
    );
    expect(renderer.footnotes()).toMatchInlineSnapshot(`
      "<section class="footnotes" aria-label="Footnotes"><ol>
      <li id="fn:1"><p>X</p> <a href="#fnref:1" aria-label="Back to where note 1 is mentioned">↩</a></li>
      <li id="fn:2"><p>Y, see<sup><a href="#fn:3" id="fnref:3">3</a></sup></p> <a href="#fnref:2" aria-label="Back to where note 2 is mentioned">↩</a></li>
      <li id="fn:3"><p>Z</p> <a href="#fnref:3" aria-label="Back to where note 3 is mentioned">↩</a></li>
      </ol></section>"
    `);
  });

  test('are none where nothing mentions them', () => {
    expect(rendererOf('a').renderer.footnotes()).toBe('');
  });

  test('are not mentioned on other pages', () => {
    expect(html(markdown, { onOtherPage: true })).toBe('<p>a b c</p>');
  });
});

describe('mermaid fences', () => {
  const fence = '```mermaid\nflowchart LR\n  a --> b\n```';

  test('become the figure that was drawn from their source', () => {
    const drawings = new Map([['flowchart LR\n  a --> b', '<figure><svg></svg></figure>']]);
    expect(html(fence, { drawings })).toBe('<figure><svg></svg></figure>');
  });

  test('stay readable where nothing was drawn', () => {
    expect(html(fence)).toBe(
      '<pre tabindex="0"><code class="language-mermaid">flowchart LR\n  a --&gt; b\n</code></pre>',
    );
  });
});

test('nests links never: a link in a link is its text', () => {
  expect(html('[a <kbd>https://b.example</kbd>](./c.mdx)')).toBe(
    '<p><a href="/kb/c.mdx">a <kbd>https://b.example</kbd></a></p>',
  );
});

test('shows what is nested a thousand levels deep as text', () => {
  const deep = (depth: number): Root['children'][number] =>
    depth === 0
      ? { type: 'paragraph', children: [{ type: 'text', value: 'end <' }] }
      : { type: 'blockquote', children: [] };
  let node = deep(0);
  for (let depth = 0; depth < 20_000; depth += 1) node = { type: 'blockquote', children: [node as never] };
  const { renderer } = rendererOf('');
  const written = renderer.blocks([node]);
  expect(written).toContain('end &lt;');
  expect(written.match(/<blockquote>/g)?.length).toBe(100);
});

// The parser's own HTML is the second opinion on what Markdown means; what ours adds on purpose is taken out first.
test.each([
  'a *b **c** d* `e` ~~f~~',
  '# a\n\nb\nc\n\n## d',
  '- a\n- b\n\n  c\n- d',
  '1. a\n   - b\n     - c\n2. d',
  '> a\n> - b\n>\n> c',
  '- > a\n- ```\n  b < c\n  ```',
  'a\n\n---\n\n<https://b.example/c_d?e=f&g>',
  '[a](https://b.example "c & d") ![e](./f.png)',
])('agrees with the parser about %j', (markdown) => {
  const plain = (text: string): string =>
    text
      .replace(/ (?:tabindex="0"|rel="noopener noreferrer"|loading="lazy")/g, '')
      .replaceAll('&quot;', '"')
      .replace(/\s*(<\/?(?:ul|ol|li|p|blockquote|pre|h\d|hr)[^>]*>)\s*/g, '$1')
      .replace(/ \/>/g, '>')
      .trim();
  const ours = createHtmlRenderer({
    document: { tree: treeOf(''), headings: [] },
    resolve: (url) => url,
    drawings: new Map(),
  });
  const tree = mdxToMdast(markdown.replace(/<(https:[^>]*)>/, '[$1]($1)')) as Root;
  const { html: theirs } = markdownToHtml(markdown) as { html: string };
  expect(plain(ours.blocks(tree.children))).toBe(plain(theirs));
});
