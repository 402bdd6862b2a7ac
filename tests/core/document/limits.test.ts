import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/document/document.ts';
import { sizeProblem } from '../../../src/core/document/limits.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';

const head = '---\ntitle: t\n---\n\n';
const read = (body: string): Document => readDocument(head + body);

/** Problems whose place lies outside the text. */
function strays({ source, problems }: Document) {
  const lines = source.text.split('\n');
  return problems.filter(({ place: { line, column } }) => {
    const text = lines[line - 1];
    return text === undefined || column < 1 || column > text.length + 1;
  });
}

describe('limits', () => {
  test('a file of more than 2,000,000 bytes is not read', () => {
    expect(sizeProblem(2_000_000)).toBeNull();
    const { problems, sections } = readDocument(`${head}## Summary\n\n${'ä'.repeat(1_000_000)}`);
    expect(problems).toEqual([
      {
        rule: 'file-size',
        severity: 'error',
        place: { line: 1, column: 1 },
        message: 'This file has 2,000,030 bytes; the limit is 2,000,000.',
        hint: 'Put long logs and data into files of their own beside it, and link to them.',
      },
    ]);
    expect(sections).toEqual([]);
  });

  test('a paragraph of more than 10,000 characters is cut, and what follows it is read', () => {
    const { problems, sections } = read(`## Summary\n\n${'word '.repeat(2_001)}\n\n## Impact\n\n<5\n`);
    expect(problems.map(({ place, rule, message }) => [place.line, rule, message])).toEqual([
      [
        7,
        'paragraph-length',
        'This paragraph has 10,006 characters; the limit is 10,000. What follows in it was not checked.',
      ],
      [11, 'mdx-syntax', 'A bare < begins a tag in MDX, and <5 is none.'],
    ]);
    expect(sections.map(({ slug, tbd }) => [slug, tbd])).toEqual([
      ['summary', false],
      ['impact', false],
    ]);
  });

  test.each<[what: string, body: string]>([
    ['code', `\`\`\`text\n${'word '.repeat(20_000)}\n\`\`\`\n`],
    ['code in an item', `- a\n\n  ~~~\n  ${'word '.repeat(20_000)}\n  ~~~\n`],
    ['a list', '- 08:25 something happened\n'.repeat(2_000)],
    ['a table', `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(2_000)}`],
    ['paragraphs', 'a few words\n\n'.repeat(2_000)],
  ])('%s may be longer', (_what, body) => {
    expect(read(body).problems).toEqual([]);
  });

  test('nesting has an end, so that others may recurse', () => {
    const { problems, tree } = read(`${'> '.repeat(900)}deep`);
    expect(problems.map(({ rule }) => rule)).toEqual(['nesting-depth']);
    const depth = (node: object): number =>
      'children' in node ? 1 + Math.max(0, ...(node.children as object[]).map(depth)) : 1;
    expect(depth(tree)).toBeLessThanOrEqual(202);
  });

  test('of very many problems of one kind the first 500 are listed', () => {
    const { problems } = read('a {x}\n\n'.repeat(1_000));
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)?.message).toBe(
      '500 more places from here on look like code to MDX; they are not listed.',
    );
  });
});

describe('time', () => {
  // Each of these made the parser take exponential or quadratic time when it was given the text as it stands.
  test.each([
    '<F a={',
    '<F a={\n\n',
    '<Callout a={<Callout a={',
    '{<F a={',
    '](<F a={',
    '{',
    '{\n\n',
    '{x}',
    '{x} y\n',
    '{/*',
    '{/* x */ ',
    '<Callout>\n\n',
    '</Callout>\n\n',
    '<Callout>\n\n</Details>\n\n',
    '<kbd>x\n\n',
    '<kbd>x</kbd> ',
    '<br>',
    '<br />',
    '<a b="',
    '<!-- ',
    '_a_',
    '*a **b ',
    '&amp;',
    '> ',
    '>',
    '- ',
    '[',
    '![a](',
    '`a``',
    '|',
    '\\',
    'é😀 _a_ ',
    'https://a.b/{x} ',
    'import a from {b}\n\n',
    '```\n',
    '\u0000',
    '\r',
  ])('a file full of %j is read in good time', (piece) => {
    const body = piece.repeat(Math.ceil(100_000 / piece.length));
    const document = read(body);
    expect(strays(document)).toEqual([]);
  });

  test('a line of 2 MB is read in good time', () => {
    const { problems } = read('word <5 {x} '.repeat(160_000));
    expect(problems[0]?.rule).toBe('paragraph-length');
  });
});

/** Bits that mean something to Markdown, MDX and YAML, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        '---\n',
        'title: a\n',
        '\n',
        '\n\n',
        ' ',
        '  ',
        '\t',
        '# ',
        '## ',
        '## Summary\n',
        '- ',
        '- [ ] ',
        '1. ',
      ],
      ...[
        '> ',
        '```\n',
        '~~~',
        '`',
        '*',
        '**',
        '_',
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        '</',
        '/>',
        '{',
        '}',
        '{/*',
      ],
      ...[
        '*/}',
        '<!--',
        '-->',
        '<Callout>',
        '</Callout>',
        '<Callout type="',
        '"',
        "'",
        '<Details summary="a">',
      ],
      ...[
        '</Details>',
        '<Figure src="a" alt="b" />',
        '<br>',
        '<br />',
        '<kbd>',
        '</kbd>',
        'import ',
        'export ',
        '=',
      ],
      ...[
        '|',
        '|-|\n',
        '&lt;',
        '&#0;',
        '\\',
        'TBD',
        'word',
        'é',
        '😀',
        '\ud800',
        '\u0000',
        '\uFEFF',
        '\r',
        '\r\n',
        ':',
      ],
      ...[
        'https://a.b',
        'javascript:',
        '[^1]',
        '[^1]: ',
        '[a]: ',
        '$',
        '5',
        '---',
        '<5',
        '{x}',
        '\uf4a0',
        '+++\n',
      ],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  test.each([
    ['after front matter', (body: string) => head + body],
    ['alone', (text: string) => text],
    ['as front matter', (yaml: string) => `---\n${yaml}\n---\n`],
  ])('%s: is read without an exception, with places inside it, and without code', (_where, textOf) => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 80 })), (piece) => {
        const document = readDocument(textOf(piece));
        expect(strays(document)).toEqual([]);
        const json = JSON.stringify(document.tree);
        expect(json).not.toMatch(/"type":"(mdxjsEsm|mdxFlowExpression|mdxTextExpression|html|yaml|toml)"/);
        const names = [...json.matchAll(/"type":"mdxJsx\w+Element","position":.*?"name":("\w*"|null)/g)];
        for (const [, name] of names)
          expect(name).toMatch(/^"(Callout|Details|Figure|br|kbd|sub|sup|mark|abbr)"$/);
        // What stands in for a character while parsing never stays.
        if (!piece.includes('\uf4a0')) expect(json).not.toMatch(/[\uf4a0-\uf4af]/);
        expect(document.anchors).toHaveLength(document.headings.length);
        expect(new Set(document.anchors).size).toBe(document.anchors.length);
      }),
      { numRuns: 400 },
    );
  });

  test('says the same about a file whether its lines end in LF or CRLF', () => {
    fc.assert(
      fc.property(
        soup.filter((text) => !text.includes('\r') && !text.includes('\uFEFF')),
        (body) => {
          expect(readDocument((head + body).replaceAll('\n', '\r\n')).problems).toEqual(read(body).problems);
        },
      ),
      { numRuns: 200 },
    );
  });
});
