import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';

/** The problems of a body, one a line, as `line:column rule message → hint`. */
function complaints(body: string): string[] {
  return readDocument(`---\ntitle: t\n---\n${body}`).problems.map(
    ({ place, rule, message, hint }) => `${place.line - 3}:${place.column} ${rule} ${message} → ${hint}`,
  );
}

describe('what looks like code to MDX', () => {
  test.each<[typed: string, complaint: string]>([
    [
      'took <5 ms',
      '1:6 mdx-syntax A bare < begins a tag in MDX, and <5 ms is none. → Write &lt;5 ms, "under 5 ms", or `<5 ms` between backticks.',
    ],
    [
      'a <=5% loss',
      '1:3 mdx-syntax A bare < begins a tag in MDX, and <=5% loss is none. → Write &lt;=5% loss, "at most 5% loss", or `<=5% loss` between backticks.',
    ],
    [
      'this <- that',
      '1:6 mdx-syntax A bare < begins a tag in MDX, and <- that is none. → Write &lt;- that, or `<- that` between backticks.',
    ],
    [
      'order {id} lost',
      '1:7 code-expression {id} is code to MDX. A postmortem is data, never code. → Write \\{id\\} for plain braces, or `{id}` between backticks.',
    ],
    [
      '{customer id} lost',
      '1:1 code-expression {customer id} is code to MDX. A postmortem is data, never code. → Write \\{customer id\\} for plain braces, or `{customer id}` between backticks.',
    ],
    [
      'an open { brace',
      '1:9 mdx-syntax A bare { begins code in MDX, and no } ends it here. → Write \\{ for a plain brace, or put the words between backticks.',
    ],
    ['a<br>b', '1:2 mdx-syntax <br> has no end, and MDX asks for one. → Write <br />.'],
    [
      '<!-- later -->',
      "1:1 mdx-syntax <!-- … --> is how HTML writes a comment; MDX can't read it. → Write {/* the same words */} instead.",
    ],
    [
      'see <https://example.com/a>',
      '1:5 mdx-syntax An address in angle brackets is a broken tag to MDX, not a link. → Write [text](https://example.com/a), or the address without the brackets.',
    ],
    [
      'mail <ana@example.com>',
      '1:6 mdx-syntax A mail address in angle brackets is a broken tag to MDX, not a link. → Write [text](mailto:ana@example.com), or the address without the brackets.',
    ],
    [
      'host <customer-id>.example.com',
      '1:6 mdx-syntax <customer-id> is a tag to MDX, and no postmortem has such a tag. → If it is a placeholder, write `<customer-id>` between backticks, or &lt;customer-id>.',
    ],
    [
      '<Callout>\nnever ended',
      '1:1 mdx-syntax <Callout> begins here and is not ended where it should be. → Put </Callout> on a line of its own where it ends, or write `<Callout>` between backticks to show the tag itself.',
    ],
    [
      'H<sub>2O',
      '1:2 mdx-syntax <sub> begins here and is not ended where it should be. → End it in the same paragraph, as in H<sub>2</sub>O',
    ],
    [
      'words </Callout>',
      '1:7 mdx-syntax </Callout> ends a tag that was not begun. → Delete it, or put <Callout> where it begins.',
    ],
    ['{/* never ended', '1:1 mdx-syntax This comment has no end. → End it with */} as in {/* a comment */}.'],
    [
      "import Chart from '../chart.js'",
      '1:1 code-import This line is an import, and a postmortem is data, never code. → Delete the line. Callout, Details and Figure are there without it; to show code, put it between two lines of ```.',
    ],
    [
      'import duties rose that week',
      '1:1 code-import A paragraph that begins with the word "import" is code to MDX. → Begin it with another word, or with a capital: Import.',
    ],
    [
      '<Chart data="x" />',
      '1:1 code-component <Chart> is no component of a postmortem; there are Callout, Details and Figure. → Delete it and keep the words, or write `<Chart>` between backticks to show the tag itself.',
    ],
    [
      '<Calout>x</Calout>',
      '1:1 code-component <Calout> is no component of a postmortem; there are Callout, Details and Figure. → Did you mean <Callout type="warning">Words</Callout>?',
    ],
    [
      '<callout>x</callout>',
      '1:1 code-component <callout> is written <Callout>. → Write <Callout type="warning">Words</Callout>',
    ],
    [
      'Page when there are <> 1 plans',
      '1:21 code-html <> begins markup to MDX, which a postmortem can\'t hold. → If it means "not equal", write ≠ or say it in words; else write `<>` between backticks.',
    ],
    [
      'a <script>alert(1)</script>',
      "1:3 code-html <script> is HTML, which a postmortem can't hold; only br, kbd, sub, sup, mark and abbr are fine. → Delete it and keep the words, or write `<script>` between backticks to show the tag itself.",
    ],
    [
      '<img src="x" onerror="y">',
      '1:1 code-html <img> is HTML, which a postmortem can\'t hold; only br, kbd, sub, sup, mark and abbr are fine. → Write an image as ![what it shows](./picture.png), or use <Figure src="./picture.png" alt="What it shows" />.',
    ],
    [
      '<Callout type="alarm">x</Callout>',
      '1:10 component-attribute A Callout\'s type is note, tip, warning or danger; found "alarm". → Write type="note".',
    ],
    [
      '<Callout type={x}>x</Callout>',
      '1:10 code-expression The value of type is in braces, which makes it code. A postmortem is data, never code. → Write it in quotes, as in <Callout type="warning">Words</Callout>',
    ],
    [
      '<Callout {...all}>x</Callout>',
      '1:10 code-expression Braces in <Callout> are code to MDX. A postmortem is data, never code. → Write each attribute out, as in <Callout type="warning">Words</Callout>',
    ],
    [
      '<Callout type=tip>x</Callout>',
      '1:1 mdx-syntax The tag <Callout is begun here, but MDX can\'t read it to its end. → Values stand in quotes, and > ends the tag, as in <Callout type="warning">Words</Callout>',
    ],
    [
      '<Details>\n\nx\n\n</Details>',
      '1:1 component-attribute This Details has no summary. → Write it like <Details summary="The whole log">',
    ],
    [
      '<Figure src="./a.png" />',
      '1:1 component-attribute This Figure has no alt. → Write it like <Figure src="./board.png" alt="What the picture shows" />',
    ],
    [
      '<Figure src="./a.png" alt=" " />',
      '1:1 component-attribute The alt of this Figure is empty. → Write it like <Figure src="./board.png" alt="What the picture shows" />',
    ],
    [
      '<Figure src="./a.png" alt="b" title="c" />',
      '1:31 component-attribute <Figure> has no attribute title; it has src, alt, caption. → Leave it out, as in <Figure src="./board.png" alt="What the picture shows" />',
    ],
    [
      '<kbd onclick="x">a</kbd>',
      '1:6 component-attribute <kbd> has no attribute onclick. → Leave it out, as in <kbd>Ctrl</kbd>',
    ],
  ])('%j is explained', (typed, complaint) => {
    expect(complaints(typed)).toEqual([complaint]);
  });

  test('every problem of a body is told at once, each at its own place', () => {
    const body = [
      'a <5 ms, {x}, <b>bold</b>',
      '',
      '<Callout>',
      '- item {y}<br>',
      '',
      '| <6 | {z} |',
      '|----|-----|',
      '| `<7` | <8 |',
      '',
      '</Details>',
      '',
      '## Heading <9',
    ].join('\n');
    expect(complaints(body).map((line) => line.split(' ', 2).join(' '))).toEqual([
      '1:3 mdx-syntax',
      '1:10 code-expression',
      '1:15 code-html',
      '3:1 mdx-syntax',
      '4:8 code-expression',
      '4:11 mdx-syntax',
      '6:3 mdx-syntax',
      '6:8 code-expression',
      '8:10 mdx-syntax',
      '10:1 mdx-syntax',
      '12:12 mdx-syntax',
    ]);
  });
});

describe('what is fine', () => {
  test.each([
    'a < b, and 3 > 2, and a } brace',
    '\\{x} and \\<5 and &lt;5',
    '`{x}`, `<5`, `<Callout type={x}>` and `import x`',
    '```jsx\nimport x from "y"\n\n<Callout type={x} {...y}>\n{x} <5 <div>\n<!-- a -->\n```',
    'A paragraph whose next line\nimport duties begins so',
    '{/* a comment with {x}, <5, <div> and */}',
    'words {/* in between */} words',
    '- {/* in an item */}\n- an item',
    '<Callout type="warning">\n\n**Mind** the gap.\n\n</Callout>',
    '<Details summary="a <5 {x}">\n\nwords\n\n</Details>',
    '<Figure src="./a.png" alt="What it shows" caption="a {x}" />',
    'H<sub>2</sub>O, 10<sup>3</sup>, <kbd>Ctrl</kbd>, <mark>a</mark>, <abbr title="b">c</abbr><br />d',
    '[a file](<./a file.mdx>) and [b]\n\n[b]: <./b c.mdx>',
  ])('%j has no problem', (typed) => {
    expect(complaints(typed)).toEqual([]);
  });
});

describe('the tree', () => {
  const tree = (body: string) => JSON.stringify(readDocument(`---\ntitle: t\n---\n${body}`).tree);

  test('shows the characters that were written, however wrong they were', () => {
    expect(tree('took <5 ms {x} <div> import')).toContain('"value":"took <5 ms {x} <div> import"');
    expect(tree('```\n{x} <5 <Callout a={b}>\n```')).toContain('"value":"{x} <5 <Callout a={b}>"');
    expect(tree('![a {b}](./c{d}.png "e <5")')).toContain('"url":"./c{d}.png"');
  });

  test.each([
    '{alert(1)}',
    'a {alert(1)} b',
    'import x from "y"',
    'export default () => 1',
    '<script>alert(1)</script>',
    '<Chart on={x} />',
    '<img src="x" onerror="y">',
    '<!-- a -->',
    '{/* a */}',
    'a {/* b */} c',
  ])('holds no code for %j', (typed) => {
    expect(tree(typed)).not.toMatch(/"type":"(mdxjsEsm|mdxFlowExpression|mdxTextExpression|html|mdxJsx\w+)"/);
  });

  test('keeps of a known tag its good attributes only', () => {
    expect(tree('<Callout type="tip" onclick="x" {...y}>\n\nz\n\n</Callout>')).toContain(
      '"attributes":[{"type":"mdxJsxAttribute","name":"type","value":"tip"}]',
    );
  });

  test('leaves out a paragraph of comments alone', () => {
    expect(readDocument('---\ntitle: t\n---\n\n{/* a */} {/* b */}\n').tree.children).toEqual([]);
  });
});
